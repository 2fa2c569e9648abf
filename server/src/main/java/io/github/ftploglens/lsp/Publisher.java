package io.github.ftploglens.lsp;

import io.github.ftploglens.feature.GrowingFindings;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.log.LogDocument;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** Sends diagnostics to clients that do not ask for them, and tells the others when to ask again. */
final class Publisher {
    private final Session session;
    private final OpenDocuments documents;
    private final Workers workers;
    /** What was found last in the open documents. */
    private final Map<String, GrowingFindings> found = new ConcurrentHashMap<>();
    /** Sends the diagnostics of logs that are not open, as far as they are other ones than before. */
    private volatile Consumer<Set<String>> others = lost -> {};

    Publisher(Session session, OpenDocuments documents, Workers workers) {
        this.session = session;
        this.documents = documents;
        this.workers = workers;
    }

    /**
     * Takes what sends the diagnostics of logs that are not open to a client that does not ask for them; it is given the names
     * of logs of which the client has lost them.
     */
    void beside(Consumer<Set<String>> sendOthers) {
        others = sendOthers;
    }

    /**
     * After the document was opened or changed: its diagnostics, unless it has changed again until they are found. Those of
     * its head come first, where that is read first.
     */
    void changed(String uri) {
        documents.get(uri).ifPresent(session.abilities().pullsDiagnostics() ? this::announce : this::publish);
    }

    /** A client that was told of the head asks again for the whole. */
    private void announce(OpenDocuments.Snapshot snapshot) {
        if (snapshot.head().isPresent()) {
            CompletableFuture<?> unused = snapshot.log().thenRun(() -> {
                if (documents.isCurrent(snapshot)) {
                    refreshDiagnostics();
                }
            });
        }
    }

    /**
     * What a client that asks for diagnostics is answered from: the head while the rest is being read, if the client can be
     * told to ask again.
     */
    CompletableFuture<LogDocument> known(OpenDocuments.Snapshot snapshot) {
        boolean later =
                !snapshot.log().isDone() && session.abilities().refreshes().diagnostics();
        return later ? snapshot.head().orElse(snapshot.log()) : snapshot.log();
    }

    /** After the document was closed: behind what is still published of it. */
    void closed(String uri) {
        found.remove(uri);
        if (!session.abilities().pullsDiagnostics()) {
            workers.quick().execute(() -> {
                sendUnopened(uri, List.of());
                others.accept(Set.of(uri));
            });
        }
    }

    /** After something was changed on which answers depend. */
    void settingsChanged() {
        Abilities.Refreshes able = session.abilities().refreshes();
        LanguageClient client = session.client();
        if (!session.abilities().pullsDiagnostics()) {
            documents.uris().forEach(this::changed);
        }
        refreshDiagnostics();
        refresh(able.inlayHints(), client::refreshInlayHints);
        refresh(able.tokens(), client::refreshSemanticTokens);
        refresh(able.lenses(), client::refreshCodeLenses);
    }

    /** Tells a client that asks for diagnostics to ask again, and sends those of logs that are not open to the others. */
    void refreshDiagnostics() {
        if (session.abilities().pullsDiagnostics()) {
            refresh(session.abilities().refreshes().diagnostics(), session.client()::refreshDiagnostics);
        }
        sendOthers();
    }

    /** Sends the diagnostics of logs that are not open to a client that does not ask for them. */
    void sendOthers() {
        if (!session.abilities().pullsDiagnostics()) {
            others.accept(Set.of());
        }
    }

    private static void refresh(boolean isAble, Supplier<CompletableFuture<Void>> refresh) {
        if (isAble) {
            CompletableFuture<?> unused = refresh.get().exceptionally(Failures::report);
        }
    }

    /** The diagnostics of a document; empty for one in which no log format is recognised. */
    List<Diagnostic> diagnostics(Knowledge knowledge, String uri, LogDocument log) {
        GrowingFindings before = found.get(uri);
        GrowingFindings now = before == null
                ? GrowingFindings.of(knowledge, session.settings().severities(), log)
                : before.in(knowledge, session.settings().severities(), log);
        if (documents.get(uri).isPresent()) {
            found.put(uri, now);
        }
        return now.all().stream()
                .map(finding -> To.diagnostic(uri, finding, session.places(log), session.abilities()))
                .toList();
    }

    private void publish(OpenDocuments.Snapshot snapshot) {
        Runnable checkpoint = () -> {
            if (!documents.isCurrent(snapshot)) {
                throw new CancellationException();
            }
        };
        Function<LogDocument, CompletableFuture<Void>> tell = log -> session.knowledge()
                .thenAcceptAsync(
                        knowledge ->
                                send(snapshot, diagnostics(knowledge, snapshot.uri(), log.withCheckpoint(checkpoint))),
                        workers.lengthy());
        CompletableFuture<?> unused = snapshot.head()
                .map(head -> head.thenCompose(tell))
                .orElse(CompletableFuture.completedFuture(null))
                .thenCompose(told -> snapshot.log().thenCompose(tell))
                .exceptionally(failure -> documents.isCurrent(snapshot) ? Failures.report(failure) : null);
    }

    /** Sends the diagnostics of a document that is not open; if it is meanwhile, they are not those of its text. */
    synchronized void sendUnopened(String uri, List<Diagnostic> diagnostics) {
        if (documents.get(uri).isEmpty()) {
            session.client().publishDiagnostics(new PublishDiagnosticsParams(uri, diagnostics));
        }
    }

    /** One after the other, so that nothing old goes out behind something new. */
    private synchronized void send(OpenDocuments.Snapshot snapshot, List<Diagnostic> diagnostics) {
        if (documents.isCurrent(snapshot)) {
            session.client().publishDiagnostics(new PublishDiagnosticsParams(snapshot.uri(), diagnostics));
        }
    }
}
