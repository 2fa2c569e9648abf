package io.github.ftploglens.reply;

import java.util.List;

/** What the first digit of a reply code says (RFC 959 §4.2; 6yz: RFC 2228 §5.2), in the order of the digits from 1. */
public enum ReplyKind {
    PRELIMINARY(1),
    COMPLETION(2),
    INTERMEDIATE(3),
    TRANSIENT_NEGATIVE(4),
    PERMANENT_NEGATIVE(5),
    PROTECTED(6);

    private static final List<ReplyKind> BY_DIGIT = List.of(values());

    private final int digit;

    ReplyKind(int digit) {
        this.digit = digit;
    }

    static ReplyKind ofDigit(int digit) {
        return BY_DIGIT.get(digit - 1);
    }

    /** The first digit, 1 to 6. */
    public int digit() {
        return digit;
    }

    /** Whether the command failed, for now (4yz) or for good (5yz). */
    public boolean isNegative() {
        return this == TRANSIENT_NEGATIVE || this == PERMANENT_NEGATIVE;
    }

    /** Whether the server has no more to say to the command. */
    public boolean isFinal() {
        return this != PRELIMINARY;
    }

    /** The last part of its keys in the language files. */
    public String key() {
        return Key.of(this);
    }
}
