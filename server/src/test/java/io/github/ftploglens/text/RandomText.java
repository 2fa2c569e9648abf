package io.github.ftploglens.text;

import java.util.Random;

/** Makes texts and edits from a seed; each failure can be had again. */
public final class RandomText {
    private static final String[] PIECES = {
        "\n", "\n", "\r\n", "\r", "a", "220 ", "x y", "\u00e9", "\ud83d\ude00", "\"", ""
    };

    private RandomText() {}

    public static String of(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    /** An edit of some lines near each other. */
    public static Edit edit(Random random, Lines lines, String replacement) {
        Position first = position(random, lines, random.nextInt(lines.count()));
        int last = Math.min(lines.count() - 1, first.line() + random.nextInt(4));
        Position second = position(random, lines, last);
        boolean swapped = first.line() == second.line() && first.column() > second.column();
        return swapped ? new Edit(second, first, replacement) : new Edit(first, second, replacement);
    }

    /** The text after the edit, made the simple way. */
    public static String apply(Lines lines, Edit edit) {
        String text = lines.toString();
        return text.substring(0, offset(lines, text, edit.start()))
                + edit.text()
                + text.substring(offset(lines, text, edit.end()));
    }

    private static Position position(Random random, Lines lines, int line) {
        return new Position(line, random.nextInt(lines.line(line).length() + 1));
    }

    private static int offset(Lines lines, String text, Position position) {
        int offset = 0;
        for (int line = 0; line < position.line(); line++) {
            offset += lines.line(line).length();
            offset += text.startsWith("\r\n", offset) ? 2 : 1;
        }
        return offset + position.column();
    }
}
