package io.github.ftploglens.log;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a log on disk, one after the other. They end at LF; a CR before it belongs to the line end. A byte order mark
 * tells UTF-16 from UTF-8, and is left out; lines that are no UTF-8 are in the likeliest code page.
 */
public final class LineSource implements Closeable {
    /** The rest of a longer line is left out, so that no line fills the memory; in UTF-16 units. */
    private static final int LONGEST_LINE = 1 << 20;

    /** No text of so many bytes has fewer units. */
    private static final int LONGEST_IN_BYTES = 3 * LONGEST_LINE;

    /** A text has no zero bytes; a file of another kind has one soon. */
    private static final int LOOKED_AT = 8_192;

    /** Much smaller ones cost time to hand over, much larger ones memory. */
    private static final int BLOCK = 1 << 17;

    private static final byte LF = '\n';

    private final TextDecoder decoder = new TextDecoder();
    private InputStream bytes;
    /** Bytes that were read and not given yet: the beginning of a line. */
    private byte[] buffer = new byte[BLOCK];

    private int filled;
    /** How many of them are known to hold no line end. */
    private int searched;

    private boolean ended;
    private boolean first = true;
    private boolean encodingKnown;

    /** Lines that {@link #nextLines} has given and {@link #next} has not. */
    private List<String> given = List.of();

    private int next;

    private LineSource(InputStream bytes, @Nullable Charset encoding) throws IOException {
        encodingKnown = encoding != null;
        this.bytes = encoding == null ? bytes : new InUtf8(bytes, encoding);
        // No more than there is: a log that is still being written may begin with a single line.
        read();
        if (encoding == null && isBinary()) {
            throw new NotText();
        }
    }

    /** What was to be read is no text. */
    public static final class NotText extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * The lines of a file.
     *
     * @param name its name; when it ends with {@code .gz}, the bytes are unpacked
     * @param encoding its encoding, or null when the bytes show it
     * @throws NotText when the bytes are no text
     */
    public static LineSource of(String name, InputStream bytes, @Nullable Charset encoding) throws IOException {
        try {
            return new LineSource(name.endsWith(".gz") ? new GZIPInputStream(bytes, LOOKED_AT) : bytes, encoding);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /** Whether the beginning holds zero bytes; the log of a terminal may hold a few. */
    private boolean isBinary() {
        int looked = Math.min(filled, LOOKED_AT);
        int zeros = 0;
        for (int i = 0; i < looked; i++) {
            zeros += buffer[i] == 0 ? 1 : 0;
        }
        return zeros * 10 > looked;
    }

    /** The next line without its line end, or null behind the last. */
    public @Nullable String next() throws IOException {
        if (next == given.size()) {
            List<String> lines = nextLines();
            if (lines == null) {
                return null;
            }
            given = lines;
            next = 0;
        }
        return given.get(next++);
    }

    /** The next lines, at least one, as many as there are without waiting for more; null behind the last. */
    public @Nullable List<String> nextLines() throws IOException {
        while (true) {
            int end = lastLineEnd();
            boolean cut = end == 0 && filled == LONGEST_IN_BYTES;
            searched = filled;
            if (end > 0 || cut || ended) {
                List<String> lines = take(end > 0 ? end : filled);
                if (cut) {
                    leaveOutRest();
                }
                if (!lines.isEmpty() || ended) {
                    return lines.isEmpty() ? null : lines;
                }
            }
            read();
        }
    }

    /** The place behind the last line end in the buffer, or 0. */
    private int lastLineEnd() {
        int end = filled;
        while (end > searched && buffer[end - 1] != LF) {
            end--;
        }
        return end > searched ? end : 0;
    }

    private void read() throws IOException {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, LONGEST_IN_BYTES));
        }
        int read = bytes.read(buffer, filled, buffer.length - filled);
        ended = read < 0;
        filled += Math.max(0, read);
        if (first && !encodingKnown && (filled > 1 || ended)) {
            encodingKnown = true;
            int mark = filled < 2 ? 0 : (buffer[0] & 0xFF) << 8 | (buffer[1] & 0xFF);
            if (mark == 0xFEFF || mark == 0xFFFE) {
                Charset charset = mark == 0xFEFF ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
                InputStream begun = new ByteArrayInputStream(Arrays.copyOf(buffer, filled));
                bytes = new InUtf8(new SequenceInputStream(begun, bytes), charset);
                filled = 0;
            }
        }
    }

    private void leaveOutRest() throws IOException {
        int lineFeed = -1;
        while (lineFeed < 0 && !ended) {
            filled = 0;
            read();
            for (int i = 0; i < filled && lineFeed < 0; i++) {
                lineFeed = buffer[i] == LF ? i : -1;
            }
        }
        int behind = lineFeed < 0 ? filled : lineFeed + 1;
        System.arraycopy(buffer, behind, buffer, 0, filled - behind);
        filled -= behind;
        searched = 0;
    }

    /** The lines of the first bytes of the buffer, which end with a line end or are one line. */
    private List<String> take(int count) {
        String text = decoder.text(buffer, count);
        System.arraycopy(buffer, count, buffer, 0, filled - count);
        filled -= count;
        searched = filled;
        int from = first && text.startsWith("\uFEFF") ? 1 : 0;
        first = false;
        List<String> lines = new ArrayList<>(count / 64 + 1);
        while (from < text.length()) {
            int lineFeed = text.indexOf(LF, from);
            int end = lineFeed < 0 ? text.length() : lineFeed;
            int last = Math.min(end, from + LONGEST_LINE);
            lines.add(text.substring(from, last > from && text.charAt(last - 1) == '\r' ? last - 1 : last));
            from = end + 1;
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
