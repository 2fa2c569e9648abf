package io.github.ftploglens.reply;

import org.jspecify.annotations.Nullable;

/**
 * A reply code: three digits, of which the first is 1 to 6 and the second 0 to 5 (RFC 959 §4.2; 6yz: RFC 2228 §5.2).
 *
 * @param value the number, such as 425
 */
public record ReplyCode(int value) implements Comparable<ReplyCode> {
    private static final @Nullable ReplyCode[] KNOWN_GOOD = new @Nullable ReplyCode[700];

    static {
        for (int value = 100; value < 700; value++) {
            if (isCode(value)) {
                KNOWN_GOOD[value] = new ReplyCode(value);
            }
        }
    }

    public ReplyCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException(value + " is not an FTP reply code");
        }
    }

    /** The code, or null when the number cannot be one. The same object each time: a large log has millions of codes. */
    public static @Nullable ReplyCode of(int value) {
        return value >= 0 && value < KNOWN_GOOD.length ? KNOWN_GOOD[value] : null;
    }

    /** The code that is written in three ASCII digits, or null. */
    public static @Nullable ReplyCode parse(String text) {
        return text.length() == 3 ? at(text, 0) : null;
    }

    /** The code whose three ASCII digits begin at the column and are followed by no further digit, or null. */
    public static @Nullable ReplyCode at(String line, int column) {
        if (column + 3 > line.length() || (column + 3 < line.length() && isDigit(line.charAt(column + 3)))) {
            return null;
        }
        int value = 0;
        for (int i = column; i < column + 3; i++) {
            char c = line.charAt(i);
            if (!isDigit(c)) {
                return null;
            }
            value = value * 10 + (c - '0');
        }
        return of(value);
    }

    public ReplyKind kind() {
        return ReplyKind.ofDigit(value / 100);
    }

    public ReplyFunction function() {
        return ReplyFunction.ofDigit(value / 10 % 10);
    }

    private static boolean isCode(int value) {
        return value >= 100 && value < 700 && value / 10 % 10 <= 5;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public int compareTo(ReplyCode other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
