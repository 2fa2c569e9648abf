package io.github.ftploglens.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.ftploglens.feature.KnowledgeFiles;
import io.github.ftploglens.feature.Markdown;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.DiagnosticRegistrationOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.SemanticTokensServerFull;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** The language server: its life cycle, and what it can do. */
final class FtpLogServer implements LanguageServer, LanguageClientAware {
    private final Workers workers = Workers.start();
    private final Consumer<Integer> exit;
    private final Trace trace;
    private final Session session;
    private final Configuration configuration;
    private final Progress progress;
    private final DocumentRequests documents;
    private final WorkspaceRequests workspace;
    private volatile boolean isShutDown;

    /**
     * A server that has not been initialized.
     *
     * @param exit ends the process with an exit code
     * @param trace tells the client how long answers take
     */
    FtpLogServer(Consumer<Integer> exit, Trace trace) {
        this.exit = exit;
        this.trace = trace;
        this.session = new Session(CompletableFuture.supplyAsync(KnowledgeFiles::load, workers.quick()));
        OpenDocuments open = new OpenDocuments(session::knowledge, workers);
        Publisher publisher = new Publisher(session, open, workers);
        Answers answers = new Answers(session, open, workers);
        this.documents = new DocumentRequests(session, open, publisher, answers);
        WorkspaceLogs logs = new WorkspaceLogs(session);
        this.progress = new Progress(session);
        this.configuration = new Configuration(session, open, publisher, logs, workers);
        WorkspaceDiagnostics unopened = new WorkspaceDiagnostics(session, open, publisher, logs, progress, workers);
        publisher.beside(unopened::send);
        this.workspace = new WorkspaceRequests(
                configuration,
                new Commands(session, configuration, answers, new Analysis(session, logs, progress, workers), workers),
                unopened,
                new WorkspaceSymbols(session, open, logs, workers));
    }

    @Override
    public void connect(LanguageClient client) {
        session.connect(client);
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        Abilities abilities = Abilities.of(params.getCapabilities());
        JsonElement options = params.getInitializationOptions() instanceof JsonElement json ? json : new JsonObject();
        boolean links = options instanceof JsonObject object
                && object.has("commandLinks")
                && object.get("commandLinks").isJsonPrimitive()
                && object.get("commandLinks").getAsBoolean();
        String locale = Optional.ofNullable(params.getLocale()).orElse("en");
        session.begin(abilities, links ? Markdown.References.COMMANDS : Markdown.References.PLAIN, locale);
        trace.set(params.getTrace());
        session.work(From.folders(params));
        configuration.begin(options);
        watch(params.getProcessId());
        String version = FtpLogServer.class.getPackage().getImplementationVersion();
        ServerInfo info = new ServerInfo("FTP Log Lens", version == null ? "development" : version);
        return CompletableFuture.completedFuture(new InitializeResult(capabilities(abilities), info));
    }

    @Override
    public void initialized(InitializedParams params) {
        configuration.initialized();
    }

    private static ServerCapabilities capabilities(Abilities abilities) {
        ServerCapabilities capabilities = new ServerCapabilities();
        capabilities.setPositionEncoding(abilities.encoding().key());
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Incremental);
        capabilities.setTextDocumentSync(sync);
        capabilities.setHoverProvider(true);
        capabilities.setCodeActionProvider(Actions.options(abilities));
        ExecuteCommandOptions commands = new ExecuteCommandOptions(Commands.NAMES);
        commands.setWorkDoneProgress(true);
        capabilities.setExecuteCommandProvider(commands);
        if (abilities.pullsDiagnostics()) {
            DiagnosticRegistrationOptions diagnostics = new DiagnosticRegistrationOptions(false, true);
            diagnostics.setWorkDoneProgress(true);
            capabilities.setDiagnosticProvider(diagnostics);
        }
        capabilities.setDocumentSymbolProvider(true);
        capabilities.setFoldingRangeProvider(true);
        capabilities.setSelectionRangeProvider(true);
        capabilities.setDefinitionProvider(true);
        capabilities.setReferencesProvider(true);
        capabilities.setDocumentHighlightProvider(true);
        capabilities.setSemanticTokensProvider(new SemanticTokensWithRegistrationOptions(
                TokenData.legend(), new SemanticTokensServerFull(true), true));
        capabilities.setInlayHintProvider(true);
        capabilities.setCodeLensProvider(new CodeLensOptions(true));
        capabilities.setWorkspaceSymbolProvider(true);
        WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
        folders.setSupported(true);
        folders.setChangeNotifications(true);
        capabilities.setWorkspace(new WorkspaceServerCapabilities(folders));
        return capabilities;
    }

    /**
     * Ends with the client's process. One that is not to be seen, as from inside a container, may well live: then the end of
     * stdin has to tell.
     */
    private void watch(Integer client) {
        if (client != null) {
            Optional<CompletableFuture<Void>> unused = ProcessHandle.of(client)
                    .map(process -> process.onExit().thenRunAsync(() -> exit.accept(exitCode()), workers.quick()));
        }
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        isShutDown = true;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        exit.accept(exitCode());
    }

    /** The exit code that the protocol wants: 0 only when a shutdown request came before. */
    int exitCode() {
        return isShutDown ? 0 : 1;
    }

    @Override
    public void cancelProgress(WorkDoneProgressCancelParams params) {
        progress.cancel(params.getToken());
    }

    @Override
    public void setTrace(SetTraceParams params) {
        trace.set(params.getValue());
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return documents;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return workspace;
    }
}
