package io.github.ftploglens.cli;

import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.format.FormatDetector;
import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.log.LineScanner;
import io.github.ftploglens.log.LineState;
import io.github.ftploglens.log.ScannedLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Scans a log from one end to the other; what it keeps does not grow with the log. */
final class LogStream {
    /** Takes the lines of a log in their order. */
    interface Sink {
        /**
         * Takes a line.
         *
         * @param number the line's number, 0-based
         */
        void line(int number, String text, ScannedLine line) throws IOException;
    }

    private LogStream() {}

    /**
     * Reads all lines.
     *
     * @return the formats of the log, none when it is no FTP log
     */
    static List<LogFormat> scan(Knowledge knowledge, LineSource lines, Sink sink) throws IOException {
        List<String> head = new ArrayList<>();
        List<LogFormat> formats = List.of();
        String next = lines.next();
        for (int longest : FormatDetector.heads()) {
            while (next != null && head.size() < longest) {
                head.add(next);
                next = lines.next();
            }
            formats = FormatDetector.detect(knowledge.formats(), knowledge.catalogue(), FormatDetector.Head.of(head));
            if (!formats.isEmpty() || next == null) {
                break;
            }
        }
        LineScanner scanner = new LineScanner(knowledge.catalogue(), formats, LineState.START);
        int number = 0;
        for (String line : head) {
            sink.line(number++, line, scanner.next(line));
        }
        while (next != null) {
            sink.line(number++, next, scanner.next(next));
            next = lines.next();
        }
        return formats;
    }
}
