package io.github.ftploglens.cli;

import io.github.ftploglens.log.LineSource;
import io.github.ftploglens.reply.Wording;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
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
import org.jspecify.annotations.Nullable;

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

    private final Wording words;
    private final PrintWriter err;
    /** The encoding of the inputs, or null when they show it. */
    private final @Nullable Charset encoding;

    private boolean failed;

    Inputs(Wording words, PrintWriter err, @Nullable Charset encoding) {
        this.encoding = encoding;
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
                read(STDIN, () -> LineSource.of(STDIN, new FileInputStream(FileDescriptor.in), encoding), reader);
            } else {
                for (Path file : files(name)) {
                    read(
                            file.toString(),
                            () -> LineSource.of(file.toString(), Files.newInputStream(file), encoding),
                            reader);
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
        LineSource open() throws IOException;
    }

    private void read(String name, Source source, Reader reader) {
        try (LineSource lines = source.open()) {
            reader.read(name, lines);
        } catch (LineSource.NotText e) {
            complain(name, "binary");
        } catch (NoSuchFileException e) {
            complain(name, "missing");
        } catch (AccessDeniedException e) {
            complain(name, "denied");
        } catch (IOException e) {
            complain(name, "unreadable");
        }
    }

    private void complain(String name, String problem) {
        failed = true;
        err.println(Shell.TYPED + ": " + words.get("cli.input." + problem, Map.of("file", name)));
    }
}
