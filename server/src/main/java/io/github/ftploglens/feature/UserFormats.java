package io.github.ftploglens.feature;

import io.github.ftploglens.format.FormatException;
import io.github.ftploglens.format.FormatProof;
import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.format.LogFormats;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.reply.ReplyCatalogue;
import java.io.IOException;
import java.io.StringReader;
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
                own.addAll(read(knowledge, file));
            } catch (FormatException e) {
                Map<String, Object> values = Map.of("problem", String.valueOf(e.getMessage()));
                refused.accept(knowledge.words().get("formats.unusable", values));
            }
        }
        return knowledge.with(own);
    }

    /**
     * Reads a file that obeys {@code format.schema.json}, and proves it by its samples and counterexamples; or a configuration
     * that describes formats, as proftpd.conf does.
     *
     * @throws FormatException when it cannot be read, is neither, or does not do what its samples say
     */
    private static List<LogFormat> read(Knowledge knowledge, String file) {
        try {
            String text = Files.readString(Path.of(file));
            if (!text.stripLeading().startsWith("{")) {
                return described(knowledge, text, file);
            }
            LogFormat format = LogFormats.load(new StringReader(text), file);
            FormatProof.check(format, file);
            format.counterexamples().forEach(line -> checkCounterexample(knowledge.catalogue(), format, line, file));
            return List.of(format);
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new FormatException(file, "there is no such file", "check the name");
        } catch (IOException e) {
            throw new FormatException(file, "the file cannot be read", "check its permissions and that it is UTF-8");
        }
    }

    private static List<LogFormat> described(Knowledge knowledge, String configuration, String file) {
        List<LogFormat> formats = knowledge.formats().stream()
                .flatMap(known -> known.describedBy(configuration, file).stream())
                .toList();
        if (formats.isEmpty()) {
            throw new FormatException(
                    file, "this is no format file, and no configuration with a LogFormat", "see adding-a-format.md");
        }
        return formats;
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
