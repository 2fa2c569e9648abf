package io.github.ftploglens.feature;

/** Makes the text of a log fit to be shown: it may be hostile, and it may be long. */
final class Printable {
    private static final int LONGEST = 300;

    private Printable() {}

    /** The text on one line, at most {@value #LONGEST} characters of it, with U+FFFD for what is not to be seen. */
    static String of(String text) {
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
