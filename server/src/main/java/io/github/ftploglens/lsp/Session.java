package io.github.ftploglens.lsp;

import io.github.ftploglens.feature.InlayLabels;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.Markdown;
import io.github.ftploglens.feature.Severities;
import io.github.ftploglens.reply.Key;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** What is agreed with the client. Written by the reader thread, read by both threads. */
final class Session {
    private static final String AUTO = "auto";

    private final CompletableFuture<Knowledge> knowledge;
    private volatile @Nullable LanguageClient client;
    private volatile Abilities abilities = Abilities.NONE;
    private volatile Markdown.References references = Markdown.References.PLAIN;
    private volatile String locale = "en";
    private volatile String language = AUTO;
    private volatile Severities severities = Severities.USUAL;
    private volatile InlayLabels.Shown inlayHints = InlayLabels.Shown.FAILURES;

    Session(CompletableFuture<Knowledge> knowledge) {
        this.knowledge = knowledge;
    }

    void connect(LanguageClient connected) {
        client = connected;
    }

    void begin(Abilities able, Markdown.References trusted, String clientLocale) {
        abilities = able;
        references = trusted;
        locale = clientLocale;
    }

    /** Takes the language of a setting: {@code ja} or so, or {@value #AUTO} for that of the client. */
    void speak(String setting) {
        language = setting.isBlank() ? AUTO : setting;
    }

    /** Takes how severe a setting wants failed replies to be. */
    void judge(Map<String, String> setting) {
        severities = Severities.of(setting);
    }

    Severities severities() {
        return severities;
    }

    /** Takes which inlay hints a setting wants: {@code off}, {@code failures} or {@code all}; anything else changes nothing. */
    void hint(String setting) {
        Key.find(InlayLabels.Shown.class, setting).ifPresent(shown -> inlayHints = shown);
    }

    InlayLabels.Shown inlayHints() {
        return inlayHints;
    }

    LanguageClient client() {
        return Objects.requireNonNull(client, "connected before any message");
    }

    Abilities abilities() {
        return abilities;
    }

    Markdown.References references() {
        return references;
    }

    /** The two-letter code or the locale that the reader wants. */
    String language() {
        return language.equals(AUTO) ? locale : language;
    }

    /** What the product knows, in the language of the reader. */
    CompletableFuture<Knowledge> knowledge() {
        String wanted = language();
        return knowledge.thenApply(known -> known.in(wanted));
    }
}
