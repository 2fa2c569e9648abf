package io.github.ftploglens.lsp;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.jspecify.annotations.Nullable;

/**
 * What the client can do, as far as the server asks; a client that says nothing can do none of it.
 *
 * @param markdownHover whether a hover may be Markdown
 * @param pullsDiagnostics whether the client asks for diagnostics, and must not be sent the same ones
 * @param refreshesDiagnostics whether the client asks again when it is told to
 * @param codeActionLiterals whether a code action may be more than a command
 * @param relatedInformation whether a diagnostic may name other places
 * @param codeDescription whether a diagnostic's code may have an address
 */
record Abilities(
        boolean markdownHover,
        boolean pullsDiagnostics,
        boolean refreshesDiagnostics,
        boolean codeActionLiterals,
        boolean relatedInformation,
        boolean codeDescription) {
    static final Abilities NONE = new Abilities(false, false, false, false, false, false);

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
                isTrue(
                        workspace.map(WorkspaceClientCapabilities::getDiagnostics),
                        refresh -> refresh.getRefreshSupport()),
                document.map(TextDocumentClientCapabilities::getCodeAction)
                        .map(CodeActionCapabilities::getCodeActionLiteralSupport)
                        .isPresent(),
                isTrue(diagnostics, PublishDiagnosticsCapabilities::getRelatedInformation),
                isTrue(diagnostics, PublishDiagnosticsCapabilities::getCodeDescriptionSupport));
    }

    private static <T> boolean isTrue(Optional<T> capabilities, Function<T, @Nullable Boolean> ability) {
        return capabilities.map(ability).orElse(false);
    }
}
