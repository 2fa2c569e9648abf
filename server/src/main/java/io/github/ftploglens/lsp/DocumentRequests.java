package io.github.ftploglens.lsp;

import io.github.ftploglens.feature.Hovers;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.text.Position;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** What the client says of documents and asks about them. A request takes the document as it is when the request comes. */
final class DocumentRequests implements TextDocumentService {
    private final Session session;
    private final OpenDocuments documents;
    private final Publisher publisher;
    private final Answers answers;
    private final EditorRequests editor;
    private final Lenses lenses;
    private final Actions actions;

    DocumentRequests(Session session, OpenDocuments documents, Publisher publisher, Answers answers) {
        this.session = session;
        this.documents = documents;
        this.publisher = publisher;
        this.answers = answers;
        this.editor = new EditorRequests(session, answers);
        this.lenses = new Lenses(session, answers);
        this.actions = new Actions(session, answers);
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        documents.open(params.getTextDocument());
        publisher.changed(params.getTextDocument().getUri());
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        documents.change(
                params.getTextDocument(),
                params.getContentChanges(),
                session.abilities().encoding());
        publisher.changed(params.getTextDocument().getUri());
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        documents.close(params.getTextDocument().getUri());
        editor.closed(params.getTextDocument().getUri());
        publisher.closed(params.getTextDocument().getUri());
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        // The client has sent every change already.
    }

    @Override
    public CompletableFuture<@Nullable Hover> hover(HoverParams params) {
        String uri = params.getTextDocument().getUri();
        return answers.<Hover>quickly(uri, null, (knowledge, log) -> {
            Places places = session.places(log);
            Position position = places.from(params.getPosition());
            return Hovers.at(knowledge, log, position)
                    .map(hover ->
                            To.hover(uri, hover, position.line(), places, session.abilities(), session.references()))
                    .orElse(null);
        });
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        return actions.at(params);
    }

    @Override
    public CompletableFuture<CodeAction> resolveCodeAction(CodeAction action) {
        return CompletableFuture.completedFuture(actions.resolve(action));
    }

    @Override
    public CompletableFuture<DocumentDiagnosticReport> diagnostic(DocumentDiagnosticParams params) {
        String uri = params.getTextDocument().getUri();
        Optional<OpenDocuments.Snapshot> snapshot = documents.get(uri);
        Optional<CompletableFuture<LogDocument>> read = snapshot.map(publisher::known);
        String result = snapshot.map(document -> document.edition() + "-" + session.language() + "-"
                        + session.settings().severities() + (read.equals(document.head()) ? "-head" : ""))
                .orElse("none");
        if (result.equals(params.getPreviousResultId())) {
            return CompletableFuture.completedFuture(
                    new DocumentDiagnosticReport(new RelatedUnchangedDocumentDiagnosticReport(result)));
        }
        return answers.atLength(
                read,
                full(result, new RelatedFullDocumentDiagnosticReport(List.of())),
                (knowledge, log) -> full(
                        result, new RelatedFullDocumentDiagnosticReport(publisher.diagnostics(knowledge, uri, log))));
    }

    private static DocumentDiagnosticReport full(String result, RelatedFullDocumentDiagnosticReport report) {
        report.setResultId(result);
        return new DocumentDiagnosticReport(report);
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return editor.symbols(params.getTextDocument().getUri());
    }

    @Override
    public CompletableFuture<@Nullable List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        return editor.folds(params.getTextDocument().getUri());
    }

    @Override
    public CompletableFuture<List<SelectionRange>> selectionRange(SelectionRangeParams params) {
        return editor.selections(params.getTextDocument().getUri(), params.getPositions());
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return editor.definition(params.getTextDocument().getUri(), params.getPosition());
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        return editor.references(params.getTextDocument().getUri(), params.getPosition());
    }

    @Override
    public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(DocumentHighlightParams params) {
        return editor.highlights(params.getTextDocument().getUri(), params.getPosition());
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
        return editor.tokens(params.getTextDocument().getUri());
    }

    @Override
    public CompletableFuture<Either<SemanticTokens, SemanticTokensDelta>> semanticTokensFullDelta(
            SemanticTokensDeltaParams params) {
        return editor.tokensSince(params.getTextDocument().getUri(), params.getPreviousResultId());
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensRange(SemanticTokensRangeParams params) {
        return editor.tokens(
                params.getTextDocument().getUri(),
                params.getRange().getStart().getLine(),
                params.getRange().getEnd().getLine());
    }

    @Override
    public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
        return lenses.of(params.getTextDocument().getUri());
    }

    @Override
    public CompletableFuture<CodeLens> resolveCodeLens(CodeLens lens) {
        return lenses.resolve(lens);
    }

    @Override
    public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
        return editor.inlayHints(
                params.getTextDocument().getUri(),
                params.getRange().getStart().getLine(),
                params.getRange().getEnd().getLine());
    }
}
