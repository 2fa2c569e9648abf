package io.github.ftploglens.lsp;

import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.text.Lines;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;

/**
 * The documents that the client has open. The reader thread takes a snapshot of one and goes on; the snapshot's log is read
 * by a worker, after that of the snapshot before it.
 */
final class OpenDocuments {
    /**
     * A document as it was when a message came.
     *
     * @param uri its name
     * @param edition counts what the client sent of it; two snapshots of one edition are the same
     * @param head its first lines, read before the others when it is large and new
     * @param log its lines
     */
    record Snapshot(
            String uri,
            int edition,
            Optional<CompletableFuture<LogDocument>> head,
            CompletableFuture<LogDocument> log) {
        Snapshot(String uri, int edition, CompletableFuture<LogDocument> log) {
            this(uri, edition, Optional.empty(), log);
        }
    }

    /** A text with more characters takes so long to read that its first lines are read before the others. */
    private static final int LARGE = 2_000_000;

    /** So many characters are then read first, some 4,000 lines. */
    private static final int HEAD = 400_000;

    /** So many closed documents are remembered. */
    private static final int MOST_CLOSED = 1_000;

    private final Supplier<CompletableFuture<Knowledge>> knowledge;
    private final Workers workers;
    private final AtomicInteger editions = new AtomicInteger();
    private final Map<String, Snapshot> documents = new ConcurrentHashMap<>();
    private final Set<String> closed = ConcurrentHashMap.newKeySet();

    OpenDocuments(Supplier<CompletableFuture<Knowledge>> knowledge, Workers workers) {
        this.knowledge = knowledge;
        this.workers = workers;
    }

    void open(TextDocumentItem item) {
        closed.remove(item.getUri());
        documents.put(item.getUri(), read(item.getUri(), item.getText()));
    }

    private Snapshot read(String uri, String text) {
        int edition = editions.incrementAndGet();
        if (text.length() <= LARGE) {
            return new Snapshot(
                    uri, edition, knowledge.get().thenApplyAsync(known -> known.open(text), workers.lengthy()));
        }
        CompletableFuture<LogDocument> head =
                knowledge.get().thenApplyAsync(known -> known.open(Lines.head(text, HEAD)), workers.lengthy());
        // The text is forgotten as soon as it is split.
        CompletableFuture<Lines> all =
                head.thenApplyAsync(begun -> begun.lines().wholeOf(text), workers.lengthy());
        return new Snapshot(
                uri, edition, Optional.of(head), head.thenCombineAsync(all, LogDocument::whole, workers.lengthy()));
    }

    void change(
            VersionedTextDocumentIdentifier document, List<TextDocumentContentChangeEvent> changes, Encoding encoding) {
        String uri = document.getUri();
        documents.computeIfPresent(uri, (name, old) -> {
            CompletableFuture<LogDocument> changed = old.log()
                    .thenCombineAsync(
                            knowledge.get(), (log, known) -> apply(known, log, changes, encoding), workers.quick());
            return new Snapshot(uri, editions.incrementAndGet(), changed);
        });
    }

    /** Reads all documents with the formats that are known now. */
    void readAgain() {
        documents.replaceAll((uri, old) -> {
            CompletableFuture<LogDocument> read = old.log()
                    .thenCombineAsync(knowledge.get(), (log, known) -> known.open(log.lines()), workers.lengthy());
            return new Snapshot(uri, editions.incrementAndGet(), read);
        });
    }

    void close(String uri) {
        documents.remove(uri);
        if (closed.size() >= MOST_CLOSED) {
            closed.clear();
        }
        closed.add(uri);
    }

    /** The names of documents that were open. A client may still show what it was told of them last. */
    Set<String> closedUris() {
        return Set.copyOf(closed);
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

    private static LogDocument apply(
            Knowledge known, LogDocument log, List<TextDocumentContentChangeEvent> changes, Encoding encoding) {
        LogDocument changed = log;
        for (TextDocumentContentChangeEvent change : changes) {
            changed = change.getRange() == null
                    ? known.open(change.getText())
                    : changed.edit(new Places(changed::text, changed.count(), encoding)
                            .edit(change.getRange(), change.getText()));
        }
        return changed;
    }
}
