package io.github.ftploglens.cli;

import io.github.ftploglens.reply.Wording;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reads the inputs that a command names, one after the other; one that cannot be read does not keep it from the others. */
final class Inputs {
    static final String STDIN = "-";

    /** What is done with an input. */
    interface Reader {
        /**
         * Reads an input.
         *
         * @param name the name that the user knows it by
         */
        void read(String name, LineSource lines) throws IOException;
    }

    /** A text has none of these bytes; a file of another kind has one soon. */
    private static final int LOOKED_AT = 8_192;

    private final Wording words;
    private final PrintWriter err;
    private boolean failed;

    Inputs(Wording words, PrintWriter err) {
        this.words = words;
        this.err = err;
    }

    /** Whether some input could not be read. */
    boolean failed() {
        return failed;
    }

    /** Reads files, folders with all the files below them, and stdin by the name {@value #STDIN}. */
    void read(List<String> names, Reader reader) throws IOException {
        for (String name : names) {
            if (name.equals(STDIN)) {
                try (LineSource lines = new LineSource(System.in)) {
                    reader.read(STDIN, lines);
                }
            } else {
                for (Path file : files(name)) {
                    read(file, reader);
                }
            }
        }
    }

    private List<Path> files(String name) {
        List<Path> files = new ArrayList<>();
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                try (Stream<Path> below = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
                    below.filter(Files::isRegularFile).sorted().forEach(files::add);
                }
            } else {
                files.add(path);
            }
        } catch (IOException | UncheckedIOException e) {
            complain(name, "folder");
        } catch (InvalidPathException e) {
            complain(name, "name");
        }
        return files;
    }

    private void read(Path file, Reader reader) throws IOException {
        String name = file.toString();
        InputStream bytes;
        try {
            bytes = open(file);
            if (isBinary(bytes)) {
                bytes.close();
                complain(name, "binary");
                return;
            }
        } catch (NoSuchFileException e) {
            complain(name, "missing");
            return;
        } catch (AccessDeniedException e) {
            complain(name, "denied");
            return;
        } catch (IOException e) {
            complain(name, "unreadable");
            return;
        }
        try (LineSource lines = new LineSource(bytes)) {
            reader.read(name, lines);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        boolean zipped = file.toString().endsWith(".gz");
        return new BufferedInputStream(zipped ? new GZIPInputStream(bytes) : bytes, LOOKED_AT * 8);
    }

    /** Whether the beginning holds zero bytes; the log of a terminal may hold a few, a text in UTF-16 begins with its mark. */
    private static boolean isBinary(InputStream bytes) throws IOException {
        bytes.mark(LOOKED_AT);
        byte[] head = bytes.readNBytes(LOOKED_AT);
        bytes.reset();
        int zeros = 0;
        for (byte b : head) {
            zeros += b == 0 ? 1 : 0;
        }
        boolean utf16 = head.length > 1 && (head[0] & 0xFF) + (head[1] & 0xFF) == 0xFF + 0xFE;
        return !utf16 && zeros * 100 > head.length;
    }

    private void complain(String name, String problem) {
        failed = true;
        err.println(Shell.NAME + ": " + words.get("cli.input." + problem, Map.of("file", name)));
    }
}
