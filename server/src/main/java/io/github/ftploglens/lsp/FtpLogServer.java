package io.github.ftploglens.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.KnowledgeFiles;
import io.github.ftploglens.feature.Markdown;
import io.github.ftploglens.feature.UserFormats;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.DiagnosticRegistrationOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** The language server: its life cycle, and what it can do. */
final class FtpLogServer implements LanguageServer, LanguageClientAware {
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "ftp-log-worker");
        thread.setDaemon(true);
        return thread;
    });
    /** The format files that the client names; complete when the client has introduced itself. */
    private final CompletableFuture<List<String>> formatFiles = new CompletableFuture<>();

    private final Consumer<Integer> exit;
    private final Session session;
    private final DocumentRequests documents;
    private final WorkspaceRequests workspace;
    private volatile boolean isShutDown;

    /**
     * A server that has not been initialized.
     *
     * @param exit ends the process with an exit code
     */
    FtpLogServer(Consumer<Integer> exit) {
        this.exit = exit;
        CompletableFuture<Knowledge> knowledge = CompletableFuture.supplyAsync(KnowledgeFiles::load, worker)
                .thenCombineAsync(formatFiles, this::with, worker);
        this.session = new Session(knowledge);
        OpenDocuments open = new OpenDocuments(knowledge, worker);
        Publisher publisher = new Publisher(session, open, worker);
        Answers answers = new Answers(session, open, worker);
        this.documents = new DocumentRequests(session, open, publisher, answers);
        this.workspace = new WorkspaceRequests(session, publisher, new Commands(session, answers, worker));
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
        From.setting(options, "language").ifPresent(session::speak);
        From.texts(options, "severity").ifPresent(session::judge);
        From.setting(options, "inlayHints").ifPresent(session::hint);
        formatFiles.complete(From.strings(options, "formatFiles"));
        watch(params.getProcessId());
        String version = FtpLogServer.class.getPackage().getImplementationVersion();
        ServerInfo info = new ServerInfo("FTP Log Lens", version == null ? "development" : version);
        return CompletableFuture.completedFuture(new InitializeResult(capabilities(abilities), info));
    }

    /** Adds the user's formats; one that cannot be used is told and left out. */
    private Knowledge with(Knowledge knowledge, List<String> files) {
        return UserFormats.into(
                knowledge.in(session.language()),
                files,
                problem -> session.client().showMessage(new MessageParams(MessageType.Error, problem)));
    }

    private static ServerCapabilities capabilities(Abilities abilities) {
        ServerCapabilities capabilities = new ServerCapabilities();
        capabilities.setPositionEncoding(PositionEncodingKind.UTF16);
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Incremental);
        capabilities.setTextDocumentSync(sync);
        capabilities.setHoverProvider(true);
        capabilities.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
        capabilities.setExecuteCommandProvider(new ExecuteCommandOptions(Commands.NAMES));
        if (abilities.pullsDiagnostics()) {
            capabilities.setDiagnosticProvider(new DiagnosticRegistrationOptions(false, false));
        }
        capabilities.setDocumentSymbolProvider(true);
        capabilities.setFoldingRangeProvider(true);
        capabilities.setSelectionRangeProvider(true);
        capabilities.setDefinitionProvider(true);
        capabilities.setReferencesProvider(true);
        capabilities.setDocumentHighlightProvider(true);
        capabilities.setSemanticTokensProvider(
                new SemanticTokensWithRegistrationOptions(TokenData.legend(), true, true));
        capabilities.setInlayHintProvider(true);
        return capabilities;
    }

    /**
     * Ends with the client's process. One that is not to be seen, as from inside a container, may well live: then the end of
     * stdin has to tell.
     */
    private void watch(Integer client) {
        if (client != null) {
            Optional<CompletableFuture<Void>> unused = ProcessHandle.of(client)
                    .map(process -> process.onExit().thenRunAsync(() -> exit.accept(exitCode()), worker));
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
    public void setTrace(SetTraceParams params) {
        // The server has nothing to trace that the client does not see on the wire.
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
