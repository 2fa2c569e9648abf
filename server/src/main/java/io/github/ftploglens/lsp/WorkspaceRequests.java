package io.github.ftploglens.lsp;

import com.google.gson.JsonObject;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What the client says of its settings, and the commands that it sends. */
final class WorkspaceRequests implements WorkspaceService {
    private final Session session;
    private final Publisher publisher;
    private final Commands commands;

    WorkspaceRequests(Session session, Publisher publisher, Commands commands) {
        this.session = session;
        this.publisher = publisher;
        this.commands = commands;
    }

    @Override
    public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
        return commands.run(params);
    }

    /** Takes {@code {"ftpLog": {"language": "ja", "inlayHints": "all", "severity": {"550": "off"}}}}; other settings are for the client alone. */
    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        if (params.getSettings() instanceof JsonObject settings && settings.has("ftpLog")) {
            From.setting(settings.get("ftpLog"), "language").ifPresent(session::speak);
            From.texts(settings.get("ftpLog"), "severity").ifPresent(session::judge);
            From.setting(settings.get("ftpLog"), "inlayHints").ifPresent(session::hint);
            publisher.settingsChanged();
        }
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        // Nothing is watched.
    }
}
