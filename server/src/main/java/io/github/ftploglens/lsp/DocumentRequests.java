package io.github.ftploglens.lsp;

import io.github.ftploglens.feature.Hovers;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.QuickFixes;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.text.Position;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** What the client says of documents and asks about them. A request takes the document as it is when the request comes. */
final class DocumentRequests implements TextDocumentService {
    private final Session session;
    private final OpenDocuments documents;
    private final Publisher publisher;
    private final Executor worker;

    DocumentRequests(Session session, OpenDocuments documents, Publisher publisher, Executor worker) {
        this.session = session;
        this.documents = documents;
        this.publisher = publisher;
        this.worker = worker;
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        documents.open(params.getTextDocument());
        publisher.changed(params.getTextDocument().getUri());
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        documents.change(params.getTextDocument(), params.getContentChanges());
        publisher.changed(params.getTextDocument().getUri());
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        documents.close(params.getTextDocument().getUri());
        publisher.closed(params.getTextDocument().getUri());
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        // The client has sent every change already.
    }

    @Override
    public CompletableFuture<@Nullable Hover> hover(HoverParams params) {
        Position position = From.position(params.getPosition());
        return answer(
                        params.getTextDocument().getUri(),
                        Optional.<Hover>empty(),
                        (knowledge, log) -> Hovers.at(knowledge, log, position)
                                .map(hover ->
                                        To.hover(hover, position.line(), session.abilities(), session.references())))
                .thenApply(hover -> hover.orElse(null));
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        List<String> only = params.getContext().getOnly();
        if (only != null && only.stream().noneMatch(kind -> CodeActionKind.QuickFix.startsWith(kind))) {
            return CompletableFuture.completedFuture(List.of());
        }
        Position start = From.position(params.getRange().getStart());
        Position end = From.position(params.getRange().getEnd());
        return answer(
                params.getTextDocument().getUri(),
                List.of(),
                (knowledge, log) -> QuickFixes.at(knowledge, log, start, end).stream()
                        .map(fix -> To.action(fix, session.abilities()))
                        .toList());
    }

    @Override
    public CompletableFuture<DocumentDiagnosticReport> diagnostic(DocumentDiagnosticParams params) {
        String uri = params.getTextDocument().getUri();
        Optional<OpenDocuments.Snapshot> snapshot = documents.get(uri);
        String result = snapshot.map(document -> document.edition() + "-" + session.language())
                .orElse("none");
        if (result.equals(params.getPreviousResultId())) {
            return CompletableFuture.completedFuture(
                    new DocumentDiagnosticReport(new RelatedUnchangedDocumentDiagnosticReport(result)));
        }
        return answer(
                uri,
                full(result, new RelatedFullDocumentDiagnosticReport(List.of())),
                (knowledge, log) -> full(
                        result, new RelatedFullDocumentDiagnosticReport(publisher.diagnostics(knowledge, uri, log))));
    }

    private static DocumentDiagnosticReport full(String result, RelatedFullDocumentDiagnosticReport report) {
        report.setResultId(result);
        return new DocumentDiagnosticReport(report);
    }

    /** Answers later from the document as it is now, or at once when it is not open. */
    private <T> CompletableFuture<T> answer(String uri, T otherwise, BiFunction<Knowledge, LogDocument, T> feature) {
        Optional<OpenDocuments.Snapshot> snapshot = documents.get(uri);
        if (snapshot.isEmpty()) {
            return CompletableFuture.completedFuture(otherwise);
        }
        return session.knowledge().thenCombineAsync(snapshot.get().log(), feature, worker);
    }
}
