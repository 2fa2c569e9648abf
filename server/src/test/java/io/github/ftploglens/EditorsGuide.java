package io.github.ftploglens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The page {@code editors.md}, of which the tests take the configurations as they stand there. */
record EditorsGuide(String text) {
    private static final Path FILE =
            Path.of(System.getProperty("corpus.dir")).resolve("../../site/markdown/editors.md");

    static EditorsGuide read() {
        try {
            return new EditorsGuide(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one block of the language that has the words in it. */
    String block(String language, String words) {
        Pattern block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL);
        List<String> found = block.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .filter(code -> code.contains(words))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " blocks of " + language + " with " + words + " in " + FILE);
        }
        return found.get(0);
    }
}
