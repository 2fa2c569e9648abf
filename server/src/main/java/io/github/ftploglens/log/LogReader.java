package io.github.ftploglens.log;

import io.github.ftploglens.format.FormatDetector;
import io.github.ftploglens.format.FormatDetector.Decision;
import io.github.ftploglens.format.Head;
import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.reply.ReplyCatalogue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a log from one end to the other; what it keeps does not grow with the log. */
public final class LogReader {
    /** Takes the lines of a log in their order. */
    public interface Sink {
        /**
         * Takes a line.
         *
         * @param number the line's number, 0-based
         */
        void line(int number, String text, ScannedLine line);

        /** Whether it wants no more lines. */
        default boolean isSated() {
            return false;
        }
    }

    private final LineSource lines;
    private final List<String> head = new ArrayList<>();
    private @Nullable String next;

    private LogReader(LineSource lines) throws IOException {
        this.lines = lines;
        this.next = lines.next();
    }

    /**
     * Reads all lines, or as many as are wanted.
     *
     * @param known the formats that the log may have
     */
    public static void read(ReplyCatalogue catalogue, List<LogFormat> known, LineSource lines, Sink sink)
            throws IOException {
        LogReader reader = new LogReader(lines);
        reader.scan(new LineScanner(catalogue, known, reader.detect(catalogue, known), LineState.START), sink);
    }

    private List<LogFormat> detect(ReplyCatalogue catalogue, List<LogFormat> known) throws IOException {
        Decision decision = Decision.NONE;
        for (int longest : FormatDetector.heads()) {
            while (next != null && head.size() < longest) {
                head.add(next);
                next = lines.next();
            }
            decision = FormatDetector.decide(known, catalogue, Head.of(head), decision);
            if (!decision.formats().isEmpty() || next == null) {
                break;
            }
        }
        return decision.formats();
    }

    private void scan(LineScanner scanner, Sink sink) throws IOException {
        int number = 0;
        while (number < head.size() && !sink.isSated()) {
            String line = head.get(number);
            sink.line(number++, line, scanner.next(line));
        }
        for (String line = next; line != null && !sink.isSated(); line = lines.next()) {
            sink.line(number++, line, scanner.next(line));
        }
    }
}
