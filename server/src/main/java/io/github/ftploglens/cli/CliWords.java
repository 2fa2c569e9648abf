package io.github.ftploglens.cli;

import io.github.ftploglens.reply.Wording;
import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Gives picocli the words of our language files: its key {@code usage.footer} is our {@code cli.usage.footer}. Keys that begin
 * with a command have the name there that the user typed; ours have {@value Shell#NAME}.
 */
final class CliWords extends ResourceBundle {
    private static final String PREFIX = "cli.";

    private final Wording words;

    CliWords(Wording words) {
        this.words = words;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        boolean ofCommand = key.startsWith(Shell.TYPED + ".");
        String ours = ofCommand ? Shell.NAME + key.substring(Shell.TYPED.length()) : key;
        return words.find(PREFIX + ours).orElse(null);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(words.keys().stream()
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> key.substring(PREFIX.length()))
                .map(key -> key.startsWith(Shell.NAME + ".") ? Shell.TYPED + key.substring(Shell.NAME.length()) : key)
                .toList());
    }
}
