package io.github.ftploglens.lsp;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Tells of faults of our own where nobody waits for an answer. */
final class Failures {
    private Failures() {}

    /** Lets the answer fail as the work for it has, if it has. */
    static void pass(@Nullable Throwable failure, CompletableFuture<?> answer) {
        if (failure != null) {
            answer.completeExceptionally(failure);
        }
    }

    /** Writes where the fault is to stderr, which editors show as the server's output; not what the log says. */
    static @Nullable Void report(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        StringBuilder report = new StringBuilder("ftp-log-lens: a fault of the server, please report it: ");
        report.append(cause.getClass().getName());
        for (StackTraceElement frame : cause.getStackTrace()) {
            report.append("\n\tat ").append(frame);
        }
        System.err.println(report);
        return null;
    }
}
