package io.github.ftploglens.cli;

import io.github.ftploglens.reply.Wording;
import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Gives picocli the words of our language files: its key {@code usage.footer} is our {@code cli.usage.footer}. */
final class CliWords extends ResourceBundle {
    private static final String PREFIX = "cli.";

    private final Wording words;

    CliWords(Wording words) {
        this.words = words;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return words.find(PREFIX + key).orElse(null);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(words.keys().stream()
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> key.substring(PREFIX.length()))
                .toList());
    }
}
