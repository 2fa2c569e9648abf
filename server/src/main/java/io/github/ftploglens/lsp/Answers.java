package io.github.ftploglens.lsp;

import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.log.LogDocument;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

/** Answers questions about documents. */
final class Answers {
    private final Session session;
    private final OpenDocuments documents;
    private final Executor worker;

    Answers(Session session, OpenDocuments documents, Executor worker) {
        this.session = session;
        this.documents = documents;
        this.worker = worker;
    }

    /** Answers later from the document as it is now, or at once when it is not open. */
    <T> CompletableFuture<T> of(String uri, T otherwise, BiFunction<Knowledge, LogDocument, T> feature) {
        Optional<OpenDocuments.Snapshot> snapshot = documents.get(uri);
        if (snapshot.isEmpty()) {
            return CompletableFuture.completedFuture(otherwise);
        }
        return session.knowledge().thenCombineAsync(snapshot.get().log(), feature, worker);
    }
}
