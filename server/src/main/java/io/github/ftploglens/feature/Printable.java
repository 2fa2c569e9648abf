package io.github.ftploglens.feature;

/** Makes the text of a log fit to be shown: it may be hostile, and it may be long. */
public final class Printable {
    private static final int LONGEST = 300;

    private Printable() {}

    /** The text on one line, at most {@value #LONGEST} characters of it, with U+FFFD for what is not to be seen. */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder printable = new StringBuilder();
        for (int i = 0; i < text.length() && printable.length() < LONGEST; ) {
            int c = text.codePointAt(i);
            printable.appendCodePoint(c == '\t' ? ' ' : isPrintable(c) ? c : 0xFFFD);
            i += Character.charCount(c);
        }
        if (printable.length() >= LONGEST) {
            printable.append('…');
        }
        return printable.toString();
    }

    /** A whole line with its tabs, and U+FFFD for what else is not to be seen. */
    static String whole(String line) {
        StringBuilder printable = new StringBuilder(line.length());
        line.codePoints().forEach(c -> printable.appendCodePoint(c == '\t' || isPrintable(c) ? c : 0xFFFD));
        return printable.toString();
    }

    /** Whether it is short and has nothing but visible ASCII characters and blanks, as most texts. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return text.length() < LONGEST;
    }

    /** Control and format characters could move the cursor, end the line or turn the reading direction (UAX #9). */
    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
