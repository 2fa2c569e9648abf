package io.github.ftploglens.lsp;

import io.github.ftploglens.feature.Findings;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.log.LogDocument;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;

/** Sends diagnostics to clients that do not ask for them, and tells the others when to ask again. */
final class Publisher {
    private final Session session;
    private final OpenDocuments documents;
    private final Executor worker;

    Publisher(Session session, OpenDocuments documents, Executor worker) {
        this.session = session;
        this.documents = documents;
        this.worker = worker;
    }

    /** After the document was opened or changed: its diagnostics, unless it has changed again until they are found. */
    void changed(String uri) {
        if (!session.abilities().pullsDiagnostics()) {
            documents.get(uri).ifPresent(this::publish);
        }
    }

    /** After the document was closed: behind what the worker still publishes of it. */
    void closed(String uri) {
        if (!session.abilities().pullsDiagnostics()) {
            worker.execute(() -> {
                if (documents.get(uri).isEmpty()) {
                    session.client().publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
                }
            });
        }
    }

    /** After a setting was changed. */
    void settingsChanged() {
        if (!session.abilities().pullsDiagnostics()) {
            documents.uris().forEach(this::changed);
        } else if (session.abilities().refreshesDiagnostics()) {
            CompletableFuture<?> unused = session.client().refreshDiagnostics().exceptionally(Failures::report);
        }
        if (session.abilities().refreshesInlayHints()) {
            CompletableFuture<?> unused = session.client().refreshInlayHints().exceptionally(Failures::report);
        }
    }

    /** The diagnostics of a document; empty for one in which no log format is recognised. */
    List<Diagnostic> diagnostics(Knowledge knowledge, String uri, LogDocument log) {
        return Findings.of(knowledge, session.severities(), log).stream()
                .map(finding -> To.diagnostic(uri, finding, session.abilities()))
                .toList();
    }

    private void publish(OpenDocuments.Snapshot snapshot) {
        CompletableFuture<Knowledge> knowledge = session.knowledge();
        CompletableFuture<?> unused = snapshot.log()
                .thenAcceptBothAsync(
                        knowledge,
                        (log, known) -> {
                            if (documents.isCurrent(snapshot)) {
                                List<Diagnostic> diagnostics = diagnostics(known, snapshot.uri(), log);
                                session.client()
                                        .publishDiagnostics(new PublishDiagnosticsParams(snapshot.uri(), diagnostics));
                            }
                        },
                        worker)
                .exceptionally(Failures::report);
    }
}
