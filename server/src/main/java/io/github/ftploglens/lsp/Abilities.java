package io.github.ftploglens.lsp;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionResolveSupportCapabilities;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.DynamicRegistrationCapabilities;
import org.eclipse.lsp4j.FoldingRangeCapabilities;
import org.eclipse.lsp4j.FoldingRangeSupportCapabilities;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.InlayHintWorkspaceCapabilities;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.SemanticTokensWorkspaceCapabilities;
import org.eclipse.lsp4j.ShowDocumentCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.jspecify.annotations.Nullable;

/**
 * What the client can do, as far as the server asks; a client that says nothing can do none of it.
 *
 * @param markdownHover whether a hover may be Markdown
 * @param pullsDiagnostics whether the client asks for diagnostics, and must not be sent the same ones
 * @param codeActions what a code action may be
 * @param relatedInformation whether a diagnostic may name other places
 * @param codeDescription whether a diagnostic's code may have an address
 * @param symbolTrees whether an outline may have entries below others
 * @param folding what of a fold it understands
 * @param refreshes what it asks for again when it is told to
 * @param workspace what it can do beside documents
 * @param encoding how it counts columns
 */
record Abilities(
        boolean markdownHover,
        boolean pullsDiagnostics,
        CodeActions codeActions,
        boolean relatedInformation,
        boolean codeDescription,
        boolean symbolTrees,
        Folding folding,
        Refreshes refreshes,
        Workspace workspace,
        Encoding encoding) {
    static final Abilities NONE = of(null);

    /** What a code action may be to the client: a command only, more than that, or one whose command comes when it is chosen. */
    enum CodeActions {
        COMMANDS,
        WHOLE,
        RESOLVED;

        private static CodeActions of(Optional<CodeActionCapabilities> actions) {
            boolean resolves = isTrue(actions, CodeActionCapabilities::getDataSupport)
                    && actions.map(CodeActionCapabilities::getResolveSupport)
                            .map(CodeActionResolveSupportCapabilities::getProperties)
                            .orElse(List.of())
                            .contains("command");
            return actions.map(CodeActionCapabilities::getCodeActionLiteralSupport)
                            .isEmpty()
                    ? COMMANDS
                    : resolves ? RESOLVED : WHOLE;
        }
    }

    /**
     * What the client can do with folds.
     *
     * @param most how many it takes for a document
     * @param wholeLines whether it folds whole lines, and columns are of no use
     * @param collapsedText whether it shows a text for what is hidden
     */
    record Folding(int most, boolean wholeLines, boolean collapsedText) {
        /** Takes what VS Code takes when a client names no number. */
        private static final int MOST = 5_000;

        static final Folding NONE = new Folding(MOST, false, false);

        private static Folding of(Optional<FoldingRangeCapabilities> client) {
            return new Folding(
                    client.map(FoldingRangeCapabilities::getRangeLimit).orElse(MOST),
                    isTrue(client, FoldingRangeCapabilities::getLineFoldingOnly),
                    isTrue(
                            client.map(FoldingRangeCapabilities::getFoldingRange),
                            FoldingRangeSupportCapabilities::getCollapsedText));
        }
    }

    /** What the client asks for again when it is told to. */
    record Refreshes(boolean diagnostics, boolean inlayHints, boolean tokens, boolean lenses) {
        private static Refreshes of(Optional<WorkspaceClientCapabilities> workspace) {
            return new Refreshes(
                    isTrue(
                            workspace.map(WorkspaceClientCapabilities::getDiagnostics),
                            refresh -> refresh.getRefreshSupport()),
                    isTrue(
                            workspace.map(WorkspaceClientCapabilities::getInlayHint),
                            InlayHintWorkspaceCapabilities::getRefreshSupport),
                    isTrue(
                            workspace.map(WorkspaceClientCapabilities::getSemanticTokens),
                            SemanticTokensWorkspaceCapabilities::getRefreshSupport),
                    isTrue(
                            workspace.map(WorkspaceClientCapabilities::getCodeLens),
                            CodeLensWorkspaceCapabilities::getRefreshSupport));
        }
    }

    /**
     * What the client can do beside documents.
     *
     * @param configuration whether it can be asked for settings
     * @param registersConfiguration whether it tells of new settings when it is asked to
     * @param registersWatchers whether it watches files when it is asked to
     * @param progress whether it shows how far work of the server's own is
     * @param showsDocuments whether it goes to a place when it is asked to
     */
    record Workspace(
            boolean configuration,
            boolean registersConfiguration,
            boolean registersWatchers,
            boolean progress,
            boolean showsDocuments) {
        private static Workspace of(
                Optional<WorkspaceClientCapabilities> workspace, Optional<WindowClientCapabilities> window) {
            return new Workspace(
                    isTrue(workspace, WorkspaceClientCapabilities::getConfiguration),
                    isTrue(
                            workspace.map(WorkspaceClientCapabilities::getDidChangeConfiguration),
                            DynamicRegistrationCapabilities::getDynamicRegistration),
                    isTrue(
                            workspace.map(WorkspaceClientCapabilities::getDidChangeWatchedFiles),
                            DynamicRegistrationCapabilities::getDynamicRegistration),
                    isTrue(window, WindowClientCapabilities::getWorkDoneProgress),
                    isTrue(window.map(WindowClientCapabilities::getShowDocument), ShowDocumentCapabilities::isSupport));
        }
    }

    static Abilities of(@Nullable ClientCapabilities capabilities) {
        Optional<ClientCapabilities> client = Optional.ofNullable(capabilities);
        Optional<TextDocumentClientCapabilities> document = client.map(ClientCapabilities::getTextDocument);
        Optional<WorkspaceClientCapabilities> workspace = client.map(ClientCapabilities::getWorkspace);
        Optional<PublishDiagnosticsCapabilities> diagnostics =
                document.map(TextDocumentClientCapabilities::getPublishDiagnostics);
        return new Abilities(
                document.map(TextDocumentClientCapabilities::getHover)
                        .map(HoverCapabilities::getContentFormat)
                        .orElse(List.of())
                        .contains(MarkupKind.MARKDOWN),
                document.map(TextDocumentClientCapabilities::getDiagnostic).isPresent(),
                CodeActions.of(document.map(TextDocumentClientCapabilities::getCodeAction)),
                isTrue(diagnostics, PublishDiagnosticsCapabilities::getRelatedInformation),
                isTrue(diagnostics, PublishDiagnosticsCapabilities::getCodeDescriptionSupport),
                isTrue(
                        document.map(TextDocumentClientCapabilities::getDocumentSymbol),
                        DocumentSymbolCapabilities::getHierarchicalDocumentSymbolSupport),
                Folding.of(document.map(TextDocumentClientCapabilities::getFoldingRange)),
                Refreshes.of(workspace),
                Workspace.of(workspace, client.map(ClientCapabilities::getWindow)),
                Encoding.of(client.map(ClientCapabilities::getGeneral)
                        .map(GeneralClientCapabilities::getPositionEncodings)
                        .orElse(null)));
    }

    private static <T> boolean isTrue(Optional<T> capabilities, Function<T, @Nullable Boolean> ability) {
        return capabilities.map(ability).orElse(false);
    }
}
