package io.github.ftploglens.cli;

import io.github.ftploglens.log.LineSource;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads a log on a thread of its own, a little ahead of whoever takes its lines. */
final class ReadAhead implements AutoCloseable {
    private static final int MOST_AHEAD = 8;

    /**
     * What one reading brought.
     *
     * @param lines the lines; none behind the last
     * @param failure why there are no more, or null
     */
    private record Batch(List<String> lines, @Nullable IOException failure) {}

    private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(MOST_AHEAD);
    private final Thread thread;
    private boolean ended;
    private @Nullable IOException failure;

    ReadAhead(LineSource source) {
        thread = new Thread(() -> readAll(source), "ftp-log-input");
        thread.setDaemon(true);
        thread.start();
    }

    private void readAll(LineSource source) {
        try {
            for (List<String> lines = source.nextLines(); lines != null; lines = source.nextLines()) {
                batches.put(new Batch(lines, null));
            }
            batches.put(new Batch(List.of(), null));
        } catch (IOException e) {
            fail(e);
        } catch (RuntimeException | OutOfMemoryError e) {
            fail(new IOException(e));
        } catch (InterruptedException e) {
            // Nobody wants the rest.
            Thread.currentThread().interrupt();
        }
    }

    private void fail(IOException failure) {
        try {
            batches.put(new Batch(List.of(), failure));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the last line has been taken. */
    boolean hasEnded() {
        return ended;
    }

    /**
     * Tells of what kept it from reading more lines than those that it has given.
     *
     * @throws IOException if the log could not be read to its end
     */
    void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /** The next lines; none when there are none yet, or behind the last. */
    List<String> ready() {
        return lines(ended ? null : batches.poll());
    }

    /**
     * The next lines; waits for them.
     *
     * @return no lines behind the last, or when none came in time
     */
    List<String> within(int milliseconds) throws IOException {
        try {
            return lines(ended ? null : batches.poll(milliseconds, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** The next lines; waits for them as long as it takes. No lines behind the last. */
    List<String> next() throws IOException {
        try {
            return lines(ended ? null : batches.take());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private List<String> lines(@Nullable Batch batch) {
        if (batch == null) {
            return List.of();
        }
        ended = batch.lines.isEmpty();
        failure = batch.failure;
        return batch.lines;
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IOException(e);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
