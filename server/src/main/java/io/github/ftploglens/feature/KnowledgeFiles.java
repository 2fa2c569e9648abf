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
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

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

    private KnowledgeFiles() {}

    /**
     * Reads everything, with English words.
     *
     * @throws UncheckedIOException when a file cannot be read, which only a broken build brings about
     */
    public static Knowledge load() {
        try {
            Path home = Path.of(codeSource());
            if (Files.isDirectory(home)) {
                return load(home.resolve("io/github/ftploglens/data"));
            }
            try (FileSystem jar = FileSystems.newFileSystem(home)) {
                return load(jar.getPath("io/github/ftploglens/data"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the data of the server cannot be read; install it again", e);
        }
    }

    /** Reads everything below a folder that is laid out as {@code src/main} is. */
    public static Knowledge load(Path folder) throws IOException {
        ReplyCatalogue catalogue;
        try (Reader replies = Files.newBufferedReader(folder.resolve("replies/replies.json"));
                Reader commands = Files.newBufferedReader(folder.resolve("commands/commands.json"));
                Reader pairs = Files.newBufferedReader(folder.resolve("replies/pairs.json"))) {
            catalogue = ReplyCatalogue.load(replies, commands, pairs);
        }
        HintCatalogue hints;
        try (Reader file = Files.newBufferedReader(folder.resolve("replies/hints.json"))) {
            hints = HintCatalogue.load(file);
        }
        Map<String, Wording> wordings = wordings(folder);
        Wording english = wordings.get(Wording.ENGLISH);
        if (english == null) {
            throw new IOException("no English words in " + folder);
        }
        return new Knowledge(catalogue, hints, formats(folder.resolve("formats")), english, wordings);
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

    private static List<LogFormat> formats(Path folder) throws IOException {
        List<LogFormat> formats = new ArrayList<>();
        for (Path file : files(folder, ".json")) {
            try (Reader reader = Files.newBufferedReader(file)) {
                formats.add(LogFormats.load(reader, file.toString()));
            }
        }
        return formats;
    }

    private static Map<String, Wording> wordings(Path folder) throws IOException {
        Map<String, String> english = words(folder, "");
        Map<String, Wording> wordings = new TreeMap<>();
        wordings.put(Wording.ENGLISH, new Wording(Wording.ENGLISH, english, english));
        for (Path file : files(folder.resolve("messages"), ".properties")) {
            String name = String.valueOf(file.getFileName());
            int underscore = name.indexOf('_');
            if (underscore > 0) {
                String language = name.substring(underscore + 1, name.lastIndexOf('.'));
                wordings.put(language, new Wording(language, words(folder, "_" + language), english));
            }
        }
        return wordings;
    }

    private static Map<String, String> words(Path folder, String suffix) throws IOException {
        Map<String, String> words = new HashMap<>();
        for (String name : WORDS) {
            Path file = folder.resolve(name + suffix + ".properties");
            if (Files.exists(file)) {
                Properties properties = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
            }
        }
        return Map.copyOf(words);
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
