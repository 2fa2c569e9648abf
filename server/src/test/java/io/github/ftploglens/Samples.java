package io.github.ftploglens;

import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.KnowledgeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the tests read from disk: the data of the product, and the logs that real programs wrote. */
public final class Samples {
    public static final Path DATA = Path.of(System.getProperty("data.dir"));
    public static final Path CORPUS = Path.of(System.getProperty("corpus.dir"));
    public static final Path LINKED = CORPUS.resolveSibling("linked");

    private static final String LABELS = ".labels.tsv";

    private Samples() {}

    public static Knowledge knowledge() {
        try {
            return KnowledgeFiles.load(DATA);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The logs with labels below a folder. */
    public static List<Path> logs(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.toString().endsWith(LABELS) && Files.isRegularFile(labels(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The labels of a log: {@code a.log.labels.tsv} or {@code a.labels.tsv}. */
    public static Path labels(Path log) {
        String name = log.getFileName().toString();
        Path beside = log.resolveSibling(name + LABELS);
        return Files.exists(beside) ? beside : log.resolveSibling(name.replaceFirst("\\.log$", LABELS));
    }

    /** A log as an editor sees it; bytes that are no UTF-8 become U+FFFD. */
    public static String text(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
