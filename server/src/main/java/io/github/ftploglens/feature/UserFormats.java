package io.github.ftploglens.feature;

import io.github.ftploglens.format.FormatException;
import io.github.ftploglens.format.FormatProof;
import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.format.LogFormats;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.reply.ReplyCatalogue;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads format files that the product was not built with. */
public final class UserFormats {
    private static final int REPEATED = 10;

    private UserFormats() {}

    /**
     * What is known, and the formats of the files.
     *
     * @param refused is told of each file that cannot be used, in the reader's words; the others are
     */
    public static Knowledge into(Knowledge knowledge, List<String> files, Consumer<String> refused) {
        List<LogFormat> own = new ArrayList<>();
        for (String file : files) {
            try {
                own.add(read(knowledge.catalogue(), file));
            } catch (FormatException e) {
                Map<String, Object> values = Map.of("problem", String.valueOf(e.getMessage()));
                refused.accept(knowledge.words().get("formats.unusable", values));
            }
        }
        return knowledge.with(own);
    }

    /**
     * Reads a file that obeys {@code format.schema.json}, and proves it by its samples and counterexamples.
     *
     * @throws FormatException when it cannot be read, is no format file, or does not do what its samples say
     */
    private static LogFormat read(ReplyCatalogue catalogue, String file) {
        try (BufferedReader reader = Files.newBufferedReader(Path.of(file))) {
            LogFormat format = LogFormats.load(reader, file);
            FormatProof.check(format, file);
            format.counterexamples().forEach(line -> checkCounterexample(catalogue, format, line, file));
            return format;
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new FormatException(file, "there is no such file", "check the name");
        } catch (IOException e) {
            throw new FormatException(file, "the file cannot be read", "check its permissions and that it is UTF-8");
        }
    }

    /** Whether by its layout or for want of evidence: a log of such lines is none of the format's. */
    private static void checkCounterexample(ReplyCatalogue catalogue, LogFormat format, String line, String file) {
        LogDocument log = LogDocument.open(catalogue, List.of(format), (line + "\n").repeat(REPEATED));
        for (int i = 0; i < log.count(); i++) {
            if (!log.line(i).marks().isEmpty()) {
                throw new FormatException(
                        file,
                        "a reply is found in \"" + line + "\"",
                        "make the layouts stricter, or take it out of \"not\"");
            }
        }
    }
}
