package io.github.ftploglens.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What the client says of its settings, and the commands that it sends. */
final class WorkspaceRequests implements WorkspaceService {
    private final Configuration configuration;
    private final Commands commands;
    private final WorkspaceDiagnostics diagnostics;
    private final WorkspaceSymbols symbols;

    WorkspaceRequests(
            Configuration configuration,
            Commands commands,
            WorkspaceDiagnostics diagnostics,
            WorkspaceSymbols symbols) {
        this.configuration = configuration;
        this.commands = commands;
        this.diagnostics = diagnostics;
        this.symbols = symbols;
    }

    @Override
    public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
        return commands.run(params);
    }

    @Override
    public CompletableFuture<WorkspaceDiagnosticReport> diagnostic(WorkspaceDiagnosticParams params) {
        return diagnostics.of(params);
    }

    @Override
    @SuppressWarnings("deprecation") // Every client knows this kind of symbol, the other one only the newer ones.
    public CompletableFuture<Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>> symbol(
            WorkspaceSymbolParams params) {
        return symbols.of(params.getQuery());
    }

    @Override
    public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
        configuration.foldersChanged(params.getEvent());
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        configuration.changed(params.getSettings());
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        configuration.logsChanged();
    }
}
