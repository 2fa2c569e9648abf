package io.github.ftploglens.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An immutable text as a vector of lines. Lines end at LF, CR LF or CR (LSP 3.17, Text Documents), and a text has one line
 * more than it has line ends.
 *
 * <p>The lines are kept in chunks that texts share: an edit makes the chunks anew that it touches, so its cost grows with
 * the change and not with the text.
 */
public final class Lines {
    /** Bounds the cost of a small edit; large enough that a log of 50 MB has few chunks. */
    private static final int LINES_PER_CHUNK = 256;

    private static final int CHARS_PER_CHUNK = 64 * 1024;

    private final List<Chunk> chunks;
    /** The number of the first line of each chunk, and after them the number of lines. */
    private final int[] firstLines;

    /** Whole lines with their line ends; only the last chunk of a text has an unended last line, which may be empty. */
    public static final class Chunk {
        private final String text;
        private final int[] starts;

        private Chunk(String text, int[] starts) {
            this.text = text;
            this.starts = starts;
        }

        public int count() {
            return starts.length;
        }

        /** The line without its line end; {@code index} counts from the chunk's first line, from 0. */
        public String line(int index) {
            return text.substring(starts[index], endOf(index));
        }

        private int endOf(int index) {
            int end = nextStart(index);
            if (end > starts[index] && text.charAt(end - 1) == '\n') {
                end--;
                if (end > starts[index] && text.charAt(end - 1) == '\r') {
                    end--;
                }
            } else if (end > starts[index] && text.charAt(end - 1) == '\r') {
                end--;
            }
            return end;
        }

        private int nextStart(int index) {
            return index + 1 < starts.length ? starts[index + 1] : text.length();
        }

        private int offsetOf(int index, int column) {
            return starts[index] + Math.min(Math.max(column, 0), endOf(index) - starts[index]);
        }
    }

    private Lines(List<Chunk> chunks) {
        this.chunks = List.copyOf(chunks);
        this.firstLines = new int[chunks.size() + 1];
        for (int i = 0; i < chunks.size(); i++) {
            firstLines[i + 1] = firstLines[i] + chunks.get(i).count();
        }
    }

    public static Lines of(String text) {
        return new Lines(List.of()).wholeOf(text);
    }

    /**
     * The first lines of a text, with at least so many characters if the text has more. Unlike a text of its own they have no
     * empty line behind the last line end.
     */
    public static Lines head(String text, int characters) {
        List<Chunk> chunks = new ArrayList<>();
        split(text, 0, characters, chunks);
        return new Lines(chunks);
    }

    /** The text of which these are the {@linkplain #head head}; it shares their chunks. */
    public Lines wholeOf(String text) {
        List<Chunk> all = new ArrayList<>(chunks);
        int length = 0;
        for (Chunk chunk : chunks) {
            length += chunk.text.length();
        }
        split(text, length, text.length(), all);
        endText(text, all);
        return new Lines(all);
    }

    /** The number of lines, at least 1. */
    public int count() {
        return firstLines[chunks.size()];
    }

    /** The chunks in order; two texts share a chunk as the same object. */
    public List<Chunk> chunks() {
        return chunks;
    }

    /** The number of the first line of a chunk, 0-based. */
    public int firstLine(int chunk) {
        return firstLines[chunk];
    }

    /** The chunk that holds the line. */
    public int chunkOf(int line) {
        if (line < 0 || line >= count()) {
            throw new IndexOutOfBoundsException("line " + line + " of " + count());
        }
        int found = Arrays.binarySearch(firstLines, 0, chunks.size(), line);
        return found >= 0 ? found : -found - 2;
    }

    /** The line without its line end; {@code line} is 0-based. */
    public String line(int line) {
        int chunk = chunkOf(line);
        return chunks.get(chunk).line(line - firstLines[chunk]);
    }

    /** The text after the edit. Positions behind a line's end or the text's end mean that end. */
    public Lines edit(Edit edit) {
        Position start = clamp(edit.start());
        Position end = clamp(edit.end());
        if (start.line() > end.line() || (start.line() == end.line() && start.column() > end.column())) {
            throw new IllegalArgumentException("an edit from " + start + " to " + end);
        }
        int first = chunkOf(start.line());
        int last = chunkOf(end.line());
        StringBuilder changed = new StringBuilder();
        Chunk head = chunks.get(first);
        changed.append(head.text, 0, head.offsetOf(start.line() - firstLines[first], start.column()));
        changed.append(edit.text());
        Chunk tail = chunks.get(last);
        changed.append(tail.text, tail.offsetOf(end.line() - firstLines[last], end.column()), tail.text.length());
        // A CR at a seam may become one line end with the LF behind it.
        if (first > 0 && chunks.get(first - 1).text.endsWith("\r")) {
            changed.insert(0, chunks.get(--first).text);
        }
        while (last + 1 < chunks.size() && !endsAtLineEnd(changed, chunks.get(last + 1))) {
            changed.append(chunks.get(++last).text);
        }
        List<Chunk> edited = new ArrayList<>(chunks.subList(0, first));
        String split = changed.toString();
        split(split, 0, split.length(), edited);
        if (last + 1 == chunks.size()) {
            endText(split, edited);
        }
        edited.addAll(chunks.subList(last + 1, chunks.size()));
        return new Lines(edited);
    }

    private static boolean endsAtLineEnd(CharSequence text, Chunk next) {
        if (text.length() == 0) {
            return true;
        }
        char last = text.charAt(text.length() - 1);
        return last == '\n' || (last == '\r' && !next.text.startsWith("\n"));
    }

    private Position clamp(Position position) {
        if (position.line() < 0) {
            return new Position(0, 0);
        }
        if (position.line() >= count()) {
            int line = count() - 1;
            return new Position(line, line(line).length());
        }
        return position;
    }

    /** Splits a text into chunks from where a line begins, as many as have the first {@code until} characters. */
    private static void split(String text, int from, int until, List<Chunk> into) {
        int[] starts = new int[LINES_PER_CHUNK];
        int count = 0;
        int chunkStart = from;
        int lineStart = from;
        // Each is looked for again only when it has been passed: most texts have but one of the two.
        int lf = next('\n', text, from);
        int cr = next('\r', text, from);
        while (lineStart < text.length() && chunkStart < until) {
            starts[count++] = lineStart - chunkStart;
            int end = cr + 1 == lf ? lf : Math.min(lf, cr);
            lineStart = Math.min(end + 1, text.length());
            lf = lf < lineStart ? next('\n', text, lineStart) : lf;
            cr = cr < lineStart ? next('\r', text, lineStart) : cr;
            boolean full = count == LINES_PER_CHUNK || lineStart - chunkStart >= CHARS_PER_CHUNK;
            if (full || lineStart == text.length()) {
                into.add(new Chunk(text.substring(chunkStart, lineStart), Arrays.copyOf(starts, count)));
                chunkStart = lineStart;
                count = 0;
            }
        }
    }

    /** Behind its last line end a text has one more line, which is empty. */
    private static void endText(String text, List<Chunk> chunks) {
        if (text.isEmpty() || isLineEnd(text.charAt(text.length() - 1))) {
            Chunk last = chunks.isEmpty() ? new Chunk("", new int[0]) : chunks.remove(chunks.size() - 1);
            int[] starts = Arrays.copyOf(last.starts, last.count() + 1);
            starts[last.count()] = last.text.length();
            chunks.add(new Chunk(last.text, starts));
        }
    }

    /** Where the next one stands, or the text's length. */
    private static int next(char wanted, String text, int from) {
        int found = text.indexOf(wanted, from);
        return found < 0 ? text.length() : found;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** Two texts are equal when their characters are, whatever their chunks. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Lines lines && toString().equals(lines.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        chunks.forEach(chunk -> text.append(chunk.text));
        return text.toString();
    }
}
