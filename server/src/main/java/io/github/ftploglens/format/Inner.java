package io.github.ftploglens.format;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a line says to the formats: without the colours of a terminal, and without what a container runtime, syslog or a JSON
 * log has put around it.
 */
final class Inner {
    private static final char ESCAPE = '\u001b';

    /** The letters of progress meters: of sizes, and curl's. */
    private static final String UNITS = "kKMGTPBO";

    private static final String JSON_ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED_IN_JSON = "\"\\/\b\f\n\r\t";

    private final String text;
    /** Where each character of the text begins and ends in the line; null where the text is the line. */
    private final int @Nullable [] starts;

    private final int @Nullable [] ends;
    /** The bounds of the fields around the text, in the line; null where it stands by itself. */
    private final int @Nullable [] around;

    private Inner(String text, int @Nullable [] starts, int @Nullable [] ends, int @Nullable [] around) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
        this.around = around;
    }

    /**
     * The line as a reader sees it: what moves the cursor or sets colours is left out (ECMA-48 §5.4), and so are zero bytes, and a
     * progress meter that a carriage return lets the rest be written over.
     */
    static Inner visible(String line) {
        if (line.indexOf(ESCAPE) < 0 && line.indexOf('\0') < 0 && line.indexOf('\r') < 0) {
            return new Inner(line, null, null, null);
        }
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\r') {
            end--;
        }
        Draft draft = new Draft(end);
        for (int at = behindMeter(line, end); at < end; ) {
            int next = behindSequence(line, at);
            if (next == at) {
                next = at + 1;
                draft.add(line.charAt(at), at, next);
            }
            at = next;
        }
        return draft.inner(null);
    }

    /**
     * The line of another log that this one holds.
     *
     * @param fields the bounds of a match in this text, with the inner line's
     * @param isJson whether it is written as in a JSON string (RFC 8259 §7); line ends at its end are left out
     */
    Inner inner(int[] fields, boolean isJson) {
        int slot = Field.INNER.slot();
        int to = fields[slot + 1];
        Draft draft = new Draft(to - fields[slot]);
        for (int at = fields[slot]; at < to; ) {
            int next = isJson ? behindEscape(at, to) : at + 1;
            char c = next == at + 1 ? text.charAt(at) : escaped(at);
            draft.add(c, start(at), end(next - 1));
            at = next;
        }
        if (isJson) {
            draft.trimLineEnds();
        }
        toLine(fields);
        fields[slot] = -1;
        return draft.inner(fields);
    }

    String text() {
        return text;
    }

    /** Turns the bounds of a match in the text into those in the line, and adds those of the fields around the text. */
    void toLine(int[] bounds) {
        if (starts == null && around == null) {
            return;
        }
        for (int i = 0; i < bounds.length; i += 2) {
            if (bounds[i] >= 0) {
                boolean isEmpty = bounds[i] == bounds[i + 1];
                bounds[i] = start(bounds[i]);
                bounds[i + 1] = isEmpty ? bounds[i] : end(bounds[i + 1] - 1);
            } else if (around != null) {
                bounds[i] = around[i];
                bounds[i + 1] = around[i + 1];
            }
        }
    }

    private int start(int at) {
        if (starts == null) {
            return at;
        }
        return at < text.length() ? starts[at] : text.isEmpty() ? 0 : end(at - 1);
    }

    private int end(int at) {
        return ends == null ? at + 1 : ends[at];
    }

    /** The column behind the last carriage return, if what stands before is a progress meter, or 0. */
    private static int behindMeter(String line, int end) {
        int behind = line.lastIndexOf('\r', end - 1) + 1;
        for (int i = 0; i < behind; i++) {
            char c = line.charAt(i);
            if (Character.isLetter(c) && UNITS.indexOf(c) < 0) {
                return 0;
            }
        }
        return behind;
    }

    /** The column behind the control sequence that begins at the column; the column itself when none does. */
    private static int behindSequence(String line, int at) {
        if (line.charAt(at) == '\0') {
            return at + 1;
        }
        if (line.charAt(at) != ESCAPE || at + 1 == line.length()) {
            return at;
        }
        if (line.charAt(at + 1) != '[') {
            return at + 2;
        }
        int end = at + 2;
        while (end < line.length() && line.charAt(end) >= ' ' && line.charAt(end) < '@') {
            end++;
        }
        return Math.min(end + 1, line.length());
    }

    private int behindEscape(int at, int to) {
        if (text.charAt(at) != '\\' || at + 1 >= to) {
            return at + 1;
        }
        char kind = text.charAt(at + 1);
        if (kind == 'u') {
            return at + 6 <= to && hex(at + 2) >= 0 ? at + 6 : at + 1;
        }
        return JSON_ESCAPES.indexOf(kind) < 0 ? at + 1 : at + 2;
    }

    private char escaped(int at) {
        char kind = text.charAt(at + 1);
        return kind == 'u' ? (char) hex(at + 2) : ESCAPED_IN_JSON.charAt(JSON_ESCAPES.indexOf(kind));
    }

    private int hex(int from) {
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }

    /** A text in the making. */
    private static final class Draft {
        private final StringBuilder text;
        private final int[] starts;
        private final int[] ends;

        Draft(int most) {
            text = new StringBuilder(most);
            starts = new int[most];
            ends = new int[most];
        }

        void add(char c, int start, int end) {
            starts[text.length()] = start;
            ends[text.length()] = end;
            text.append(c);
        }

        void trimLineEnds() {
            int length = text.length();
            while (length > 0 && (text.charAt(length - 1) == '\n' || text.charAt(length - 1) == '\r')) {
                length--;
            }
            text.setLength(length);
        }

        Inner inner(int @Nullable [] around) {
            int length = text.length();
            return new Inner(text.toString(), Arrays.copyOf(starts, length), Arrays.copyOf(ends, length), around);
        }
    }
}
