package io.github.ftploglens.lsp;

import io.github.ftploglens.feature.CheckedLog;
import io.github.ftploglens.feature.Finding;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.Search;
import io.github.ftploglens.feature.Symbol;
import io.github.ftploglens.log.LineSource;
import io.github.ftploglens.log.LogReader;
import io.github.ftploglens.text.Span;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.eclipse.lsp4j.Diagnostic;

/**
 * A log on disk that the client has not sent. It is read from one end to the other, and not kept.
 *
 * @param uri as the client names it
 * @param path where it is
 */
record LogFile(String uri, Path path) {
    /** The place of a diagnostic in a longer line is told as far as this. */
    private static final int LONGEST_LINE = 10_000;

    /**
     * Reads all of it.
     *
     * @param progress is told how many bytes have been read; what it throws ends the work
     */
    CheckedLog check(Knowledge knowledge, Settings settings, LongConsumer progress) throws IOException {
        CheckedLog log = new CheckedLog(knowledge, settings.severities());
        try (LineSource lines = open(progress)) {
            LogReader.read(knowledge.catalogue(), knowledge.formats(), lines, log);
        }
        return log;
    }

    /**
     * Looks for something in it.
     *
     * @param progress is told how many bytes have been read; what it throws ends the work
     */
    List<Symbol> search(Knowledge knowledge, String query, int most, LongConsumer progress) throws IOException {
        Search search = new Search(knowledge, query, most);
        try (LineSource lines = open(progress)) {
            LogReader.read(knowledge.catalogue(), knowledge.formats(), lines, search);
        }
        return search.found();
    }

    List<Diagnostic> diagnostics(List<Finding> findings, Abilities abilities) throws IOException {
        TreeSet<Integer> lines = new TreeSet<>();
        findings.forEach(finding -> {
            lines.add(finding.line());
            finding.related().forEach(place -> lines.add(place.line()));
        });
        Places places = places(lines, abilities.encoding());
        return findings.stream()
                .map(finding -> To.diagnostic(uri, finding, places, abilities))
                .toList();
    }

    /** The places in these lines as the client counts them. */
    Places places(TreeSet<Integer> lines, Encoding encoding) throws IOException {
        Map<Integer, String> texts = encoding == Encoding.UTF_16 ? Map.of() : texts(lines);
        return new Places(line -> texts.getOrDefault(line, ""), Integer.MAX_VALUE, encoding);
    }

    /** The lines that must be known to count their columns as the client does; the log is read once more for them. */
    private Map<Integer, String> texts(TreeSet<Integer> wanted) throws IOException {
        Map<Integer, String> texts = new HashMap<>();
        try (LineSource lines = open(read -> {})) {
            for (int number = 0; !wanted.isEmpty() && number <= wanted.last(); number++) {
                String line = lines.next();
                if (line == null) {
                    break;
                }
                if (wanted.contains(number)) {
                    texts.put(number, new Span(0, Math.min(line.length(), LONGEST_LINE)).of(line));
                }
            }
        }
        return texts;
    }

    private LineSource open(LongConsumer progress) throws IOException {
        return LineSource.of(path.toString(), new Counted(Files.newInputStream(path), progress), null);
    }

    /** The key of the words that say why it cannot be read. */
    static String problem(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "cli.input.missing";
        }
        if (failure instanceof AccessDeniedException) {
            return "cli.input.denied";
        }
        return failure instanceof LineSource.NotText ? "cli.input.binary" : "cli.input.unreadable";
    }

    /** Tells how many bytes were read. */
    private static final class Counted extends FilterInputStream {
        private final LongConsumer progress;
        private long count;

        Counted(InputStream bytes, LongConsumer progress) {
            super(bytes);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            progress.accept(count += read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            progress.accept(count += Math.max(0, read));
            return read;
        }
    }
}
