package io.github.ftploglens.lsp;

import io.github.ftploglens.feature.Knowledge;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The logs on disk that are checked though they are not open: those that the setting names below the folders of the
 * workspace, and those that were analysed at the reader's wish.
 */
final class WorkspaceLogs {
    /** More logs than this, nobody reads about. */
    private static final int MOST = 1_000;

    /** Folders of other programs, in which no logs are looked for. */
    private static final List<String> SKIPPED = List.of(".git", ".hg", ".svn", "node_modules");

    /** What rotation adds to the name of a log: {@code .1}, {@code -20261120}, {@code .2.gz}. */
    private static final Pattern ROTATED = Pattern.compile("([.-][0-9]{1,14})?(\\.gz)?$");

    private final Session session;
    private final Map<String, LogFile> added = new ConcurrentHashMap<>();
    private volatile @Nullable Map<String, LogFile> found;

    WorkspaceLogs(Session session) {
        this.session = session;
    }

    /** Counts the log among them from now on. */
    void add(LogFile file) {
        added.put(file.uri(), file);
    }

    /** From now on they may be other ones. */
    void changed() {
        found = null;
    }

    /** All, by their URIs. */
    Map<String, LogFile> all() {
        Map<String, LogFile> known = found;
        if (known == null) {
            known = find();
            // Only a client that watches them can tell when there are others.
            found = session.abilities().workspace().registersWatchers() ? known : null;
        }
        Map<String, LogFile> all = new LinkedHashMap<>(known);
        added.forEach(all::putIfAbsent);
        return all;
    }

    private Map<String, LogFile> find() {
        List<PathMatcher> globs = session.settings().workspaceLogs().stream()
                .flatMap(glob -> matcher(glob).stream())
                .toList();
        Map<String, LogFile> logs = new LinkedHashMap<>();
        for (URI folder : globs.isEmpty() ? List.<URI>of() : session.folders()) {
            Analysis.path(folder.toString()).ifPresent(path -> find(path, globs, logs));
        }
        return logs;
    }

    /** A glob without a slash is that of a name, in any folder. */
    private static Optional<PathMatcher> matcher(String glob) {
        try {
            String anywhere = glob.contains("/") ? glob : "{**/,}" + glob;
            return Optional.of(FileSystems.getDefault().getPathMatcher("glob:" + anywhere));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private static void find(Path folder, List<PathMatcher> globs, Map<String, LogFile> logs) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return SKIPPED.contains(String.valueOf(directory.getFileName()))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && matches(globs, folder.relativize(file))) {
                        String uri = file.toUri().toString();
                        logs.put(uri, new LogFile(uri, file));
                    }
                    return logs.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // A folder that is gone has no logs.
            logs.values().removeIf(log -> log.path().startsWith(folder));
        }
    }

    /** Rotation renames a log; it stays what it was. */
    private static boolean matches(List<PathMatcher> globs, Path file) {
        String name = String.valueOf(file.getFileName());
        Path unrotated = file.resolveSibling(ROTATED.matcher(name).replaceFirst(""));
        List<Path> names = new ArrayList<>(List.of(file, unrotated));
        return names.stream().anyMatch(path -> globs.stream().anyMatch(glob -> glob.matches(path)));
    }

    /** The part of an edition that tells of the settings. */
    static String settings(String edition) {
        return edition.substring(edition.lastIndexOf(' ') + 1);
    }

    /** What the diagnostics of a log depend on; empty when it is gone. */
    Optional<String> edition(LogFile log, Knowledge knowledge) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(log.path(), BasicFileAttributes.class);
            Settings settings = session.settings();
            int how = List.of(knowledge.words().language(), settings.severities(), settings.formatFiles())
                    .hashCode();
            return Optional.of(
                    attributes.size() + "-" + attributes.lastModifiedTime().toMillis() + " " + how);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
