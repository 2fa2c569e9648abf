package io.github.ftploglens.cli;

import io.github.ftploglens.reply.Wording;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    void read(List<String> names, Reader reader) {
        for (String name : names) {
            if (name.equals(STDIN)) {
                read(STDIN, () -> new BufferedInputStream(System.in, LOOKED_AT * 8), reader);
            } else {
                for (Path file : files(name)) {
                    read(file.toString(), () -> open(file), reader);
                }
            }
        }
    }

    private List<Path> files(String name) {
        List<Path> files = new ArrayList<>();
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                Files.walkFileTree(path, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, collect(files));
                Collections.sort(files);
            } else {
                files.add(path);
            }
        } catch (IOException e) {
            complain(name, "folder");
        } catch (InvalidPathException e) {
            complain(name, "name");
        }
        return files;
    }

    private FileVisitor<Path> collect(List<Path> files) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException failure) {
                // A link that leads back shows nothing that is not read anyway.
                if (!(failure instanceof FileSystemLoopException)) {
                    complain(path.toString(), Files.isDirectory(path) ? "folder" : "denied");
                }
                return FileVisitResult.CONTINUE;
            }
        };
    }

    private interface Source {
        InputStream open() throws IOException;
    }

    private void read(String name, Source source, Reader reader) {
        try (InputStream bytes = source.open()) {
            if (isBinary(bytes)) {
                complain(name, "binary");
                return;
            }
            reader.read(name, new LineSource(bytes));
        } catch (NoSuchFileException e) {
            complain(name, "missing");
        } catch (AccessDeniedException e) {
            complain(name, "denied");
        } catch (IOException e) {
            complain(name, "unreadable");
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
