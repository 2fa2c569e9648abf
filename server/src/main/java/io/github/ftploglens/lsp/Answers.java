package io.github.ftploglens.lsp;

import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.log.LogDocument;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions about documents, each from the document as it is when the question comes; at once when it is not open.
 * The future that is returned has to reach the client's endpoint as it is: once that cancels it, the work stops at the next
 * line that it takes.
 */
final class Answers {
    private final Session session;
    private final OpenDocuments documents;
    private final Workers workers;

    Answers(Session session, OpenDocuments documents, Workers workers) {
        this.session = session;
        this.documents = documents;
        this.workers = workers;
    }

    boolean isOpen(String uri) {
        return documents.get(uri).isPresent();
    }

    /** Answers what needs only a few lines of the document. */
    <T> CompletableFuture<T> quickly(String uri, @Nullable T otherwise, BiFunction<Knowledge, LogDocument, T> feature) {
        return of(documents.get(uri).map(OpenDocuments.Snapshot::log), otherwise, feature, workers.quick());
    }

    /** Answers what has to read the whole document. */
    <T> CompletableFuture<T> atLength(
            String uri, @Nullable T otherwise, BiFunction<Knowledge, LogDocument, T> feature) {
        return atLength(documents.get(uri).map(OpenDocuments.Snapshot::log), otherwise, feature);
    }

    /** Answers what has to read all lines of the log, which may be the head of a document. */
    <T> CompletableFuture<T> atLength(
            Optional<CompletableFuture<LogDocument>> log,
            @Nullable T otherwise,
            BiFunction<Knowledge, LogDocument, T> feature) {
        return of(log, otherwise, feature, workers.lengthy());
    }

    private <T> CompletableFuture<T> of(
            Optional<CompletableFuture<LogDocument>> document,
            @Nullable T otherwise,
            BiFunction<Knowledge, LogDocument, T> feature,
            Executor worker) {
        if (document.isEmpty()) {
            return CompletableFuture.completedFuture(otherwise);
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        Runnable checkpoint = () -> stopIfDone(answer);
        CompletableFuture<?> unused = session.knowledge()
                .thenCombineAsync(
                        document.get(),
                        (knowledge, log) -> {
                            checkpoint.run();
                            return feature.apply(knowledge, log.withCheckpoint(checkpoint));
                        },
                        worker)
                .whenComplete((result, failure) -> complete(answer, result, failure));
        return answer;
    }

    /** Ends work whose answer nobody waits for any more. */
    static void stopIfDone(CompletableFuture<?> answer) {
        if (answer.isDone()) {
            throw new CancellationException();
        }
    }

    private static <T> void complete(CompletableFuture<T> answer, T result, @Nullable Throwable failure) {
        if (failure == null) {
            answer.complete(result);
        } else {
            answer.completeExceptionally(failure);
        }
    }
}
