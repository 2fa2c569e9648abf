package io.github.ftploglens.cli;

import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.format.FormatDetector;
import io.github.ftploglens.format.FormatDetector.Decision;
import io.github.ftploglens.format.Head;
import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.log.LineScanner;
import io.github.ftploglens.log.LineSource;
import io.github.ftploglens.log.LineState;
import io.github.ftploglens.log.MatchedLines;
import io.github.ftploglens.log.ScannedLine;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Scans a log from one end to the other; what it keeps does not grow with the log. One thread reads, others find the patterns
 * of lines, and the thread that asks follows the sessions and hands out the lines in their order.
 */
final class LogStream implements AutoCloseable {
    /** Takes the lines of a log in their order. */
    interface Sink {
        /**
         * Takes a line.
         *
         * @param number the line's number, 0-based
         */
        void line(int number, String text, ScannedLine line) throws IOException;

        /** There are no more lines for now: a reader of a growing log wants to see what is known. */
        default void pause() throws IOException {}
    }

    /** A log whose next line takes longer to come is being written; its format is told by what it has. */
    private static final int PAUSE_IN_MILLISECONDS = 400;

    /** A log with more lines than this is large. */
    private static final int MANY_LINES = 50_000;

    /** More memory than the scan of any log needs, in bytes. */
    private static final long MUCH_MEMORY = 200 << 20;

    private static final int MATCHERS = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    private final Knowledge knowledge;
    private final Sink sink;
    private final ReadAhead input;
    private final ExecutorService matchers = Executors.newFixedThreadPool(MATCHERS, LogStream::daemon);
    private int number;
    private boolean givesBack = true;

    private LogStream(Knowledge knowledge, LineSource lines, Sink sink) {
        this.knowledge = knowledge;
        this.sink = sink;
        this.input = new ReadAhead(lines);
    }

    /**
     * Reads all lines.
     *
     * @return the formats of the log, none when it is no FTP log
     */
    static List<LogFormat> scan(Knowledge knowledge, LineSource lines, Sink sink) throws IOException {
        try (LogStream stream = new LogStream(knowledge, lines, sink)) {
            List<String> head = new ArrayList<>();
            List<LogFormat> formats = stream.formats(head);
            stream.scan(formats, head);
            stream.input.check();
            return formats;
        }
    }

    /** Reads the first lines into the head until they tell the formats of the log. */
    private List<LogFormat> formats(List<String> head) throws IOException {
        Decision decision = Decision.NONE;
        for (int longest : FormatDetector.heads()) {
            while (head.size() < longest && !input.hasEnded()) {
                List<String> lines = input.within(PAUSE_IN_MILLISECONDS);
                head.addAll(lines);
                if (lines.isEmpty() && !input.hasEnded()) {
                    decision = decide(head, head.size(), decision);
                    if (!decision.formats().isEmpty()) {
                        return decision.formats();
                    }
                }
            }
            decision = decide(head, longest, decision);
            if (!decision.formats().isEmpty() || (input.hasEnded() && head.size() <= longest)) {
                break;
            }
        }
        return decision.formats();
    }

    private Decision decide(List<String> head, int most, Decision before) {
        List<String> lines = head.subList(0, Math.min(most, head.size()));
        return FormatDetector.decide(knowledge.formats(), knowledge.catalogue(), Head.of(lines), before);
    }

    private void scan(List<LogFormat> formats, List<String> head) throws IOException {
        LineScanner scanner = new LineScanner(knowledge.catalogue(), knowledge.formats(), formats, LineState.START);
        Deque<Future<MatchedLines>> ahead = new ArrayDeque<>();
        Deque<MatchedLines> idle = new ArrayDeque<>();
        List<String> lines = head;
        while (!lines.isEmpty() || !ahead.isEmpty()) {
            while (!lines.isEmpty()) {
                List<String> taken = lines;
                MatchedLines matched = idle.isEmpty() ? new MatchedLines(formats) : idle.pop();
                ahead.add(matchers.submit(() -> matched.match(taken), matched));
                lines = ahead.size() <= 2 * MATCHERS ? input.ready() : List.of();
            }
            MatchedLines matched = wait(ahead.remove());
            for (int i = 0; i < matched.count(); i++) {
                sink.line(number++, matched.text(i), scanner.next(matched, i));
            }
            idle.push(matched);
            if (number > MANY_LINES) {
                giveBack();
            }
            lines = input.ready();
            if (lines.isEmpty() && ahead.isEmpty() && !input.hasEnded()) {
                lines = input.within(PAUSE_IN_MILLISECONDS);
                if (lines.isEmpty() && !input.hasEnded()) {
                    sink.pause();
                    lines = input.next();
                }
            }
        }
    }

    private static MatchedLines wait(Future<MatchedLines> matched) throws IOException {
        try {
            return matched.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /**
     * A JVM begins with a heap of a 64th of the machine's memory, lets it grow while it is busy, and fills most of it before it
     * looks for garbage, however little is in use. Here almost everything is garbage soon: a small heap is enough.
     */
    private void giveBack() {
        Runtime runtime = Runtime.getRuntime();
        if (givesBack && runtime.totalMemory() > MUCH_MEMORY) {
            System.gc();
            // Not every collector gives memory back: then it is of no use to ask again.
            givesBack = runtime.totalMemory() <= MUCH_MEMORY;
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "ftp-log-match");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        input.close();
        matchers.shutdownNow();
    }
}
