package io.github.ftploglens.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.UserFormats;
import io.github.ftploglens.reply.ReplyCode;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.Unregistration;
import org.eclipse.lsp4j.UnregistrationParams;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/**
 * Where the settings come from: the client's initialization options, over which stands what it sends later or is asked for.
 * What is set anew counts at once.
 */
final class Configuration {
    private static final String SECTION = "ftpLog";
    private static final String CHANGED = "workspace/didChangeConfiguration";
    private static final String WATCHED = "workspace/didChangeWatchedFiles";

    private final Session session;
    private final OpenDocuments documents;
    private final Publisher publisher;
    private final WorkspaceLogs logs;
    private final Workers workers;
    /** What a user was told already. */
    private final Set<String> told = new HashSet<>();

    private @Nullable JsonElement options;
    /** Whether the client takes requests. */
    private volatile boolean isReady;

    private boolean isWatching;

    Configuration(Session session, OpenDocuments documents, Publisher publisher, WorkspaceLogs logs, Workers workers) {
        this.session = session;
        this.documents = documents;
        this.publisher = publisher;
        this.logs = logs;
        this.workers = workers;
    }

    /** Takes the options with which the client introduces itself. */
    void begin(@Nullable JsonElement initial) {
        options = initial;
        take(null);
    }

    /** After the client is ready for requests: asks for the settings, and to be told of new ones. */
    void initialized() {
        isReady = true;
        if (!session.settings().workspaceLogs().isEmpty()) {
            watch(session.settings().workspaceLogs());
            publisher.sendOthers();
        }
        Abilities.Workspace able = session.abilities().workspace();
        if (able.registersConfiguration()) {
            // A client that can be asked need not send them too.
            Object what = able.configuration() ? new JsonObject() : Map.of("section", SECTION);
            Registration registration = new Registration(CHANGED, CHANGED, what);
            CompletableFuture<?> unused = session.client()
                    .registerCapability(new RegistrationParams(List.of(registration)))
                    .exceptionally(Failures::report);
        }
        ask();
    }

    /**
     * Takes {@code {"ftpLog": {"language": "ja", "inlayHints": "all", "severity": {"550": "off"}}}}; when it is something
     * else, the client may only want to be asked.
     */
    void changed(@Nullable Object settings) {
        if (settings instanceof JsonObject object && object.get(SECTION) instanceof JsonObject section) {
            take(section);
        } else {
            ask();
        }
    }

    /**
     * Lists replies with the code no more until the settings are read again, and tells how to keep it so.
     *
     * @return the value of the setting that keeps it so
     */
    synchronized JsonObject ignore(ReplyCode code) {
        JsonObject value = new JsonObject();
        value.addProperty(code.toString(), "off");
        session.take(session.settings().ignoring(code));
        publisher.settingsChanged();
        CompletableFuture<?> unused = session.knowledge()
                .thenAcceptAsync(
                        known -> tell(
                                MessageType.Info,
                                known.words().get("settings.ignored", Map.of("code", code, "value", value))),
                        workers.quick())
                .exceptionally(Failures::report);
        return value;
    }

    /** Some of the logs of the workspace are other ones now, or say something else. */
    void logsChanged() {
        logs.changed();
        publisher.refreshDiagnostics();
    }

    /** Folders came or went. */
    void foldersChanged(WorkspaceFoldersChangeEvent event) {
        Set<URI> folders = new LinkedHashSet<>(session.folders());
        event.getRemoved().forEach(folder -> From.address(folder.getUri()).ifPresent(folders::remove));
        event.getAdded().forEach(folder -> From.address(folder.getUri()).ifPresent(folders::add));
        session.work(List.copyOf(folders));
        logsChanged();
    }

    /** Asks to be told when logs of the workspace change, rotated ones too. */
    private void watch(List<String> globs) {
        if (!session.abilities().workspace().registersWatchers()) {
            return;
        }
        List<FileSystemWatcher> watchers = globs.stream()
                .map(glob -> (glob.contains("/") ? glob : "**/" + glob) + "*")
                .map(glob -> new FileSystemWatcher(Either.forLeft(glob)))
                .toList();
        Registration watch = new Registration(WATCHED, WATCHED, new DidChangeWatchedFilesRegistrationOptions(watchers));
        CompletableFuture<?> stopped = isWatching
                ? session.client()
                        .unregisterCapability(new UnregistrationParams(List.of(new Unregistration(WATCHED, WATCHED))))
                : CompletableFuture.completedFuture(null);
        isWatching = true;
        CompletableFuture<?> unused = stopped.thenCompose(
                        done -> session.client().registerCapability(new RegistrationParams(List.of(watch))))
                .exceptionally(Failures::report);
    }

    private void ask() {
        if (session.abilities().workspace().configuration()) {
            ConfigurationItem item = new ConfigurationItem();
            item.setSection(SECTION);
            CompletableFuture<?> unused = session.client()
                    .configuration(new ConfigurationParams(List.of(item)))
                    .thenAccept(answers -> {
                        if (answers != null && !answers.isEmpty() && answers.get(0) instanceof JsonObject section) {
                            take(section);
                        }
                    })
                    .exceptionally(Failures::report);
        }
    }

    private synchronized void take(@Nullable JsonObject section) {
        List<Settings.Unusable> unusable = new ArrayList<>();
        Settings before = session.settings();
        Settings now =
                Settings.USUAL.with(options, Settings.USUAL, unusable::add).with(section, before, unusable::add);
        session.take(now);
        if (!now.formatFiles().equals(before.formatFiles())) {
            session.know(session.loaded().thenApplyAsync(known -> with(known, now.formatFiles()), workers.quick()));
            documents.readAgain();
        }
        if (!now.workspaceLogs().equals(before.workspaceLogs())) {
            logs.changed();
            if (isReady) {
                watch(now.workspaceLogs());
            }
        }
        CompletableFuture<?> unused = session.knowledge()
                .thenAcceptAsync(
                        known -> {
                            now.unknownLanguage(known.wordings().keySet()).ifPresent(unusable::add);
                            unusable.forEach(value -> tell(MessageType.Warning, value.message(known.words())));
                        },
                        workers.quick())
                .exceptionally(Failures::report);
        if (section != null && !now.equals(before)) {
            publisher.settingsChanged();
        }
    }

    /** Adds the user's formats; one that cannot be used is told and left out. */
    private Knowledge with(Knowledge knowledge, List<String> files) {
        List<String> named = files.stream().map(this::inWorkspace).toList();
        return UserFormats.into(knowledge.in(session.language()), named, problem -> tell(MessageType.Error, problem));
    }

    /** A file that is not named from the root up is looked for in the first folder of the workspace. */
    private String inWorkspace(String file) {
        Optional<URI> folder = session.folders().stream().findFirst();
        try {
            return folder.filter(uri -> "file".equals(uri.getScheme()))
                    .map(uri -> Path.of(uri).resolve(file).toString())
                    .orElse(file);
        } catch (InvalidPathException e) {
            return file;
        }
    }

    private synchronized void tell(MessageType type, String message) {
        if (told.add(message)) {
            session.client().showMessage(new MessageParams(type, message));
        }
    }
}
