package io.github.ftploglens.cli;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a log on disk, one after the other. They end at LF; a CR before it belongs to the line end. A byte order mark
 * tells UTF-16 from UTF-8, and is left out; bytes that are no text in it become U+FFFD.
 */
final class LineSource implements Closeable {
    /** The rest of a longer line is left out, so that no line fills the memory. */
    private static final int LONGEST_LINE = 1 << 20;

    private final Reader reader;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int filled;
    private boolean first = true;

    LineSource(InputStream bytes) throws IOException {
        InputStream marked = bytes.markSupported() ? bytes : new BufferedInputStream(bytes);
        marked.mark(2);
        byte[] mark = marked.readNBytes(2);
        marked.reset();
        reader = new InputStreamReader(marked, charset(mark));
    }

    private static Charset charset(byte[] mark) {
        int first = mark.length < 2 ? 0 : (mark[0] & 0xFF) << 8 | (mark[1] & 0xFF);
        return switch (first) {
            case 0xFEFF -> StandardCharsets.UTF_16BE;
            case 0xFFFE -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
    }

    /** The next line without its line end, or null behind the last. */
    @Nullable
    String next() throws IOException {
        StringBuilder line = null;
        while (true) {
            if (at == filled && !fill()) {
                return line == null ? null : withoutCr(line);
            }
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            boolean ended = end < filled;
            if (line == null) {
                line = new StringBuilder(end - at);
            }
            line.append(buffer, at, Math.min(end - at, LONGEST_LINE - line.length()));
            at = ended ? end + 1 : end;
            if (ended) {
                return withoutCr(line);
            }
        }
    }

    private boolean fill() throws IOException {
        filled = Math.max(0, reader.read(buffer));
        at = 0;
        if (first && filled > 0) {
            first = false;
            at = buffer[0] == '\uFEFF' ? 1 : 0;
        }
        return filled > 0;
    }

    private static String withoutCr(StringBuilder line) {
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == '\r') {
            line.setLength(last);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
