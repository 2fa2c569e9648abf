package io.github.ftploglens.log;

import io.github.ftploglens.format.LinePattern;
import io.github.ftploglens.format.LogFormat;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines with their patterns, as far as each line alone tells its own. This takes much of the time of a scan, and can be done
 * for any lines at any time, on another thread; a {@link LineScanner} does the rest, line after line.
 */
public final class MatchedLines {
    private static final int BOUNDS = LinePattern.newBounds().length;

    private final List<LogFormat> formats;
    /** How many of them, from the first, have no headers: what stands below one, the header tells. */
    private final int plain;

    private final int[] bounds = LinePattern.newBounds();
    private List<String> lines = List.of();
    /** Where the fields of the lines stand: those of line {@code i} from {@code i * BOUNDS}. */
    private int[] allBounds = new int[0];

    /** The index of the format of each line, {@link #NONE} where it has none, {@link #UNTOLD} where other lines tell it. */
    private int[] formatOf = new int[0];

    private @Nullable LinePattern[] patternOf = new @Nullable LinePattern[0];

    static final int NONE = -1;
    static final int UNTOLD = -2;

    /** @param formats the formats that the log is known to have, which the scanner must know too */
    public MatchedLines(List<LogFormat> formats) {
        this.formats = formats;
        int first = 0;
        while (first < formats.size() && !formats.get(first).hasHeaders()) {
            first++;
        }
        this.plain = first;
    }

    /** Takes these lines in place of those before. Never throws, and takes time linear in the length of the lines. */
    public void match(List<String> others) {
        lines = others;
        if (formatOf.length < others.size()) {
            formatOf = new int[others.size()];
            patternOf = Arrays.copyOf(patternOf, others.size());
            allBounds = new int[others.size() * BOUNDS];
        }
        for (int i = 0; i < others.size(); i++) {
            formatOf[i] = match(i, others.get(i));
            System.arraycopy(bounds, 0, allBounds, i * BOUNDS, BOUNDS);
        }
    }

    private int match(int index, String line) {
        for (int i = 0; i < plain; i++) {
            LinePattern pattern = formats.get(i).findAnywhere(line, bounds);
            if (pattern != null) {
                patternOf[index] = pattern;
                return pattern.part().isEmpty() ? i : UNTOLD;
            }
        }
        return plain < formats.size() ? UNTOLD : NONE;
    }

    /** The number of lines. */
    public int count() {
        return lines.size();
    }

    /** The text of a line; {@code index} is 0-based. */
    public String text(int index) {
        return lines.get(index);
    }

    /** The index of the line's format, {@link #NONE} or {@link #UNTOLD}. */
    int format(int index) {
        return formatOf[index];
    }

    /** The pattern of a line that has a format; the bounds then hold where its fields are. */
    LinePattern pattern(int index, int[] into) {
        System.arraycopy(allBounds, index * BOUNDS, into, 0, BOUNDS);
        LinePattern pattern = patternOf[index];
        if (pattern == null) {
            throw new IllegalStateException("line " + index + " has no pattern of its own");
        }
        return pattern;
    }
}
