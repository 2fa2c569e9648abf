package io.github.ftploglens.lsp;

import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.log.LogDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;

/**
 * The documents that the client has open. The reader thread takes a snapshot of one and goes on; the snapshot's log is read
 * by the worker, which works in the order in which it was asked.
 */
final class OpenDocuments {
    /**
     * A document as it was when a message came.
     *
     * @param uri its name
     * @param edition counts what the client sent of it; two snapshots of one edition are the same
     * @param log its lines
     */
    record Snapshot(String uri, int edition, CompletableFuture<LogDocument> log) {}

    private final CompletableFuture<Knowledge> knowledge;
    private final Executor worker;
    private final AtomicInteger editions = new AtomicInteger();
    private final Map<String, Snapshot> documents = new ConcurrentHashMap<>();

    OpenDocuments(CompletableFuture<Knowledge> knowledge, Executor worker) {
        this.knowledge = knowledge;
        this.worker = worker;
    }

    void open(TextDocumentItem item) {
        String text = item.getText();
        int edition = editions.incrementAndGet();
        documents.put(
                item.getUri(),
                new Snapshot(item.getUri(), edition, knowledge.thenApplyAsync(known -> known.open(text), worker)));
    }

    void change(VersionedTextDocumentIdentifier document, List<TextDocumentContentChangeEvent> changes) {
        String uri = document.getUri();
        documents.computeIfPresent(uri, (name, old) -> {
            CompletableFuture<LogDocument> changed =
                    old.log().thenCombineAsync(knowledge, (log, known) -> apply(known, log, changes), worker);
            return new Snapshot(uri, editions.incrementAndGet(), changed);
        });
    }

    void close(String uri) {
        documents.remove(uri);
    }

    /** The document as it is now, or empty when it is not open. */
    Optional<Snapshot> get(String uri) {
        return Optional.ofNullable(documents.get(uri));
    }

    /** Whether the client has sent nothing of the document since the snapshot was taken. */
    boolean isCurrent(Snapshot snapshot) {
        Snapshot now = documents.get(snapshot.uri());
        return now != null && now.edition() == snapshot.edition();
    }

    /** The names of the open documents. */
    Set<String> uris() {
        return Set.copyOf(documents.keySet());
    }

    private static LogDocument apply(Knowledge known, LogDocument log, List<TextDocumentContentChangeEvent> changes) {
        LogDocument changed = log;
        for (TextDocumentContentChangeEvent change : changes) {
            changed = change.getRange() == null
                    ? known.open(change.getText())
                    : changed.edit(From.edit(change.getRange(), change.getText()));
        }
        return changed;
    }
}
