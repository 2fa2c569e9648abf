package io.github.ftploglens.feature;

import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.format.LogFormats;
import io.github.ftploglens.reply.HintCatalogue;
import io.github.ftploglens.reply.ReplyCatalogue;
import io.github.ftploglens.reply.Wording;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/** Reads what the product knows from the files that it was built with: adding one there is enough. */
public final class KnowledgeFiles {
    /** The name of each language file without its language; {@code messages} exists in every language. */
    private static final List<String> WORDS = List.of(
            "messages/messages",
            "replies/text",
            "replies/pairs",
            "replies/hints",
            "replies/iis",
            "replies/others",
            "replies/friends",
            "commands/text");

    private static final String DATA = "io/github/ftploglens/data/";

    private static final String BROKEN = "the data of the server cannot be read; install it again";

    private KnowledgeFiles() {}

    /** Where the files are: opened once to begin with, and again for the words of a language that somebody asks for. */
    private interface Home {
        DataFiles open() throws IOException;
    }

    /**
     * Reads everything, with English words.
     *
     * @throws UncheckedIOException when a file cannot be read, which only a broken build brings about
     */
    public static Knowledge load() {
        try {
            Path home = Path.of(codeSource());
            return Files.isDirectory(home)
                    ? load(home.resolve(DATA))
                    : load(() -> new DataFiles.InJar(new ZipFile(home.toFile()), DATA));
        } catch (IOException e) {
            throw new UncheckedIOException(BROKEN, e);
        }
    }

    /** Reads everything below a folder that is laid out as {@code src/main} is. */
    public static Knowledge load(Path folder) throws IOException {
        return load(() -> new DataFiles.InFolder(folder));
    }

    private static Knowledge load(Home home) throws IOException {
        try (DataFiles files = home.open()) {
            ReplyCatalogue catalogue;
            try (Reader replies = files.open("replies/replies.json");
                    Reader commands = files.open("commands/commands.json");
                    Reader pairs = files.open("replies/pairs.json")) {
                catalogue = ReplyCatalogue.load(replies, commands, pairs);
            }
            HintCatalogue hints;
            try (Reader file = files.open("replies/hints.json")) {
                hints = HintCatalogue.load(file);
            }
            Map<String, String> english = words(files, "");
            Wording words = new Wording(Wording.ENGLISH, english, english);
            return new Knowledge(catalogue, hints, formats(files), words, wordings(home, files, words, english));
        }
    }

    private static URI codeSource() {
        try {
            return KnowledgeFiles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the server was loaded from no file", e);
        }
    }

    private static List<LogFormat> formats(DataFiles files) throws IOException {
        List<LogFormat> formats = new ArrayList<>();
        for (String file : files.in("formats", ".json")) {
            try (Reader reader = files.open(file)) {
                formats.add(LogFormats.load(reader, file));
            }
        }
        return formats;
    }

    /** All languages; the words of one are read when they are asked for, since most readers have one language. */
    private static Map<String, Wording> wordings(
            Home home, DataFiles files, Wording englishWords, Map<String, String> english) throws IOException {
        Map<String, Wording> wordings = new TreeMap<>();
        wordings.put(Wording.ENGLISH, englishWords);
        for (String name : files.in("messages", ".properties")) {
            int underscore = name.indexOf('_');
            if (underscore > 0) {
                String language = name.substring(underscore + 1, name.lastIndexOf('.'));
                wordings.put(language, new Wording(language, () -> words(home, language), english));
            }
        }
        return wordings;
    }

    private static Map<String, String> words(Home home, String language) {
        try (DataFiles files = home.open()) {
            return words(files, "_" + language);
        } catch (IOException e) {
            throw new UncheckedIOException(BROKEN, e);
        }
    }

    private static Map<String, String> words(DataFiles files, String suffix) throws IOException {
        Map<String, String> words = new HashMap<>();
        for (String name : WORDS) {
            String file = name + suffix + ".properties";
            if (files.has(file)) {
                Properties properties = new Properties();
                try (Reader reader = files.open(file)) {
                    properties.load(reader);
                }
                properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
            }
        }
        return Map.copyOf(words);
    }
}
