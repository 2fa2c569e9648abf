package io.github.ftploglens.lsp;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** Tells the client how far work is that takes its time, and lets it give up such work. */
final class Progress {
    /** Shorter work is done before anybody can read about it. */
    private static final long SHORT_IN_MILLISECONDS = 1_000;

    private static final int ALL = 100;

    private final Session session;
    private final Map<Either<String, Integer>, CompletableFuture<?>> running = new ConcurrentHashMap<>();

    Progress(Session session) {
        this.session = session;
    }

    /** The client does not want the work any more. */
    void cancel(Either<String, Integer> token) {
        CompletableFuture<?> work = running.get(token);
        if (work != null) {
            work.cancel(true);
        }
    }

    /**
     * Begins to tell of work: at once under the token that came with the request, or after a second under one of our own if
     * the client can show that; else not at all.
     *
     * @param work is done when there is no more to tell
     */
    Work begin(@Nullable Either<String, Integer> token, String title, CompletableFuture<?> work) {
        Work told = new Work(title);
        if (token == null && !session.abilities().workspace().progress()) {
            return told;
        }
        Either<String, Integer> as = token == null ? Either.forLeft("ftp-log-" + UUID.randomUUID()) : token;
        running.put(as, work);
        CompletableFuture<?> unused = work.whenComplete((result, failure) -> {
            told.end();
            running.remove(as);
        });
        if (token != null) {
            told.begin(as);
        } else {
            CompletableFuture<?> unusedToo = new CompletableFuture<Void>()
                    .completeOnTimeout(null, SHORT_IN_MILLISECONDS, TimeUnit.MILLISECONDS)
                    .thenRun(() -> create(as, told, work))
                    .exceptionally(Failures::report);
        }
        return told;
    }

    private void create(Either<String, Integer> token, Work told, CompletableFuture<?> work) {
        if (!work.isDone()) {
            CompletableFuture<?> unused = session.client()
                    .createProgress(new WorkDoneProgressCreateParams(token))
                    .thenRun(() -> told.begin(token))
                    .exceptionally(Failures::report);
        }
    }

    /** Work of which the client is told. */
    final class Work {
        private final String title;
        private @Nullable Either<String, Integer> token;
        private int told;
        private boolean isOver;

        private Work(String title) {
            this.title = title;
        }

        private synchronized void begin(Either<String, Integer> as) {
            if (!isOver) {
                token = as;
                WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
                begin.setTitle(title);
                begin.setCancellable(true);
                begin.setPercentage(told);
                tell(begin);
            }
        }

        /** So much is done, of so much. */
        synchronized void done(long part, long all) {
            int percentage = all <= 0 ? 0 : (int) Math.min(ALL, part * ALL / all);
            if (percentage > told) {
                told = percentage;
                WorkDoneProgressReport report = new WorkDoneProgressReport();
                report.setPercentage(percentage);
                tell(report);
            }
        }

        private synchronized void end() {
            isOver = true;
            tell(new WorkDoneProgressEnd());
        }

        private void tell(WorkDoneProgressNotification what) {
            Either<String, Integer> as = token;
            if (as != null) {
                session.client().notifyProgress(new ProgressParams(as, Either.forLeft(what)));
            }
        }
    }
}
