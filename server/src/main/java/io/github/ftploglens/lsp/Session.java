package io.github.ftploglens.lsp;

import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.Markdown;
import io.github.ftploglens.log.LogDocument;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** What is agreed with the client. Written by the reader thread, read by all. */
final class Session {
    private final CompletableFuture<Knowledge> loaded;
    private volatile @Nullable LanguageClient client;
    private volatile Abilities abilities = Abilities.NONE;
    private volatile Markdown.References references = Markdown.References.PLAIN;
    private volatile String locale = "en";
    private volatile Settings settings = Settings.USUAL;
    private volatile List<URI> folders = List.of();
    private volatile CompletableFuture<Knowledge> knowledge;

    /**
     * A session that has not begun.
     *
     * @param loaded what the product knows without the user's formats
     */
    Session(CompletableFuture<Knowledge> loaded) {
        this.loaded = loaded;
        this.knowledge = loaded;
    }

    void connect(LanguageClient connected) {
        client = connected;
    }

    void begin(Abilities able, Markdown.References trusted, String clientLocale) {
        abilities = able;
        references = trusted;
        locale = clientLocale;
    }

    /** Takes what the user has set. */
    void take(Settings set) {
        settings = set;
    }

    Settings settings() {
        return settings;
    }

    /** Takes the folders of the workspace. */
    void work(List<URI> in) {
        folders = List.copyOf(in);
    }

    /** The folders of the workspace; none when the client has none. */
    List<URI> folders() {
        return folders;
    }

    LanguageClient client() {
        return Objects.requireNonNull(client, "connected before any message");
    }

    Abilities abilities() {
        return abilities;
    }

    /** The places of a document as the client counts them. */
    Places places(LogDocument log) {
        return new Places(log::text, log.count(), abilities.encoding());
    }

    Markdown.References references() {
        return references;
    }

    /** Whether the client has our commands, and shows by itself what they answer. */
    boolean showsAnswers() {
        return references == Markdown.References.COMMANDS;
    }

    /** The two-letter code or the locale that the reader wants. */
    String language() {
        String language = settings.language();
        return language.equals(Settings.AUTO) ? locale : language;
    }

    /** What the product knows without the user's formats. */
    CompletableFuture<Knowledge> loaded() {
        return loaded;
    }

    /** Takes what is known with the user's formats. */
    void know(CompletableFuture<Knowledge> known) {
        knowledge = known;
    }

    /** What is known, in the language of the reader. */
    CompletableFuture<Knowledge> knowledge() {
        String wanted = language();
        return knowledge.thenApply(known -> known.in(wanted));
    }
}
