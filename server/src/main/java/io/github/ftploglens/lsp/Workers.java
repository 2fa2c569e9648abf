package io.github.ftploglens.lsp;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that work: documents never change, so that answers may be found at the same time. What needs to read a whole
 * log has threads of its own, and no hover waits for it.
 *
 * @param quick for edits, and for what looks at a few lines
 * @param lengthy for what reads a whole log
 */
record Workers(Executor quick, Executor lengthy) {
    /** Enough for two documents that are being opened or summed up at once, also on a small machine. */
    private static final int LEAST = 2;

    /** More would only keep more large answers in memory at the same time. */
    private static final int MOST = 4;

    static Workers start() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new Workers(threads("quick", LEAST), threads("lengthy", Math.max(LEAST, Math.min(MOST, processors))));
    }

    private static Executor threads(String name, int count) {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "ftp-log-" + name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
