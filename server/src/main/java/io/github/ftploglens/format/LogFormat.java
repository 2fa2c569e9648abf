package io.github.ftploglens.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The layout of one producer's logs, read from a file.
 *
 * @param id the name of the format, and of its file
 * @param title what a reader calls it
 * @param producer the programs and versions that write it
 * @param files typical file names, as globs
 * @param evidence what it takes to recognise it
 * @param sessionFields the fields that together name a control connection; none where the log has one at a time
 * @param changesAtLogin whether a control connection gets another name when the user logs in
 * @param showsData whether what the data connection carries, a listing or a file, may stand between the lines
 * @param patterns the layouts of its lines; the first that fits is the line's
 * @param counterexamples lines that are none of its lines
 * @param wrapper the format whose lines hold the lines of this one, or null when they stand by themselves
 * @param directive how a configuration of the program describes more such formats; empty when it cannot
 */
public record LogFormat(
        String id,
        String title,
        String producer,
        List<String> files,
        Evidence evidence,
        List<Field> sessionFields,
        boolean changesAtLogin,
        boolean showsData,
        List<LinePattern> patterns,
        List<String> counterexamples,
        @Nullable LogFormat wrapper,
        Optional<LogDirective> directive) {
    /** What it takes to recognise a format. */
    public enum Evidence {
        /** Its lines are like no others: one of them is enough. */
        SIGNATURE,
        /** Other logs have lines like these: what they say must be an FTP dialogue. */
        DIALOGUE,
        /** It only holds the lines of other logs, which have formats of their own. */
        WRAPPER
    }

    public LogFormat {
        files = List.copyOf(files);
        sessionFields = List.copyOf(sessionFields);
        patterns = List.copyOf(patterns);
        counterexamples = List.copyOf(counterexamples);
    }

    /**
     * The formats that a configuration of the program describes.
     *
     * @param where its file, for messages
     * @throws FormatException when it describes one that cannot be understood
     */
    public List<LogFormat> describedBy(String configuration, String where) {
        return directive.map(known -> known.formats(configuration, where)).orElse(List.of());
    }

    /** The pattern of the line at the beginning of a log; the bounds then hold where its fields are. */
    public Optional<LinePattern> patternOf(String line, int[] bounds) {
        return patternOf(line, bounds, Surroundings.NONE);
    }

    /** The pattern of the line; the bounds then hold where its fields are. */
    public Optional<LinePattern> patternOf(String line, int[] bounds, Surroundings here) {
        return patternOf(line, bounds, here, pattern -> pattern.part().equals(here.part()));
    }

    /**
     * The pattern of the line; the bounds then hold where its fields are.
     *
     * @param here what the lines before it tell
     * @param isInReply whether the line stands inside a multi-line reply if it is of the pattern; asked when the bounds are
     *     known
     */
    public Optional<LinePattern> patternOf(
            String line, int[] bounds, Surroundings here, Predicate<LinePattern> isInReply) {
        return Optional.ofNullable(find(line, bounds, here, isInReply));
    }

    /** The same, or null when the line has none of the patterns: a scan asks for each of millions of lines. */
    public @Nullable LinePattern find(String line, int[] bounds, Surroundings here, Predicate<LinePattern> isInReply) {
        Inner inner = inner(wrapper, line);
        if (inner == null) {
            return null;
        }
        Table table = here.table();
        List<LinePattern> tried = table == null ? patterns : table.patterns();
        for (int i = 0; i < tried.size(); i++) {
            LinePattern pattern = tried.get(i);
            if (matches(pattern, inner, bounds) && stands(pattern, here, isInReply)) {
                return pattern;
            }
        }
        return null;
    }

    /** The first of its patterns that the line has the shape of, whether it stands where lines of that pattern do or not; or null. */
    public @Nullable LinePattern findAnywhere(String line, int[] bounds) {
        Inner inner = inner(wrapper, line);
        for (int i = 0; inner != null && i < patterns.size(); i++) {
            if (matches(patterns.get(i), inner, bounds)) {
                return patterns.get(i);
            }
        }
        return null;
    }

    /** Whether it has headers that name the columns of the lines below them. */
    public boolean hasHeaders() {
        for (int i = 0; i < patterns.size(); i++) {
            if (patterns.get(i).role() == LinePattern.Role.HEADER) {
                return true;
            }
        }
        return false;
    }

    /** Whether the line is of one of these patterns; if so the bounds hold where its fields are. */
    public boolean matches(LinePattern pattern, String line, int[] bounds) {
        Inner inner = inner(wrapper, line);
        return inner != null && matches(pattern, inner, bounds);
    }

    private static boolean matches(LinePattern pattern, Inner inner, int[] bounds) {
        boolean matches = pattern.matches(inner.text(), bounds);
        if (matches) {
            inner.toLine(bounds);
        }
        return matches;
    }

    /** Whether it was learnt from the log that has it; a format that a file describes has samples. */
    public boolean isLearnt() {
        return patterns.stream().allMatch(pattern -> pattern.samples().isEmpty());
    }

    /** The format of lines of this format inside those of the wrapper. */
    LogFormat inside(LogFormat around) {
        List<Field> fields = new ArrayList<>(around.sessionFields);
        fields.addAll(sessionFields);
        return new LogFormat(
                id,
                around.title + " › " + title,
                producer,
                files,
                evidence,
                fields,
                changesAtLogin,
                showsData,
                patterns,
                counterexamples,
                around,
                directive);
    }

    /** What the line says to patterns inside the wrapper, or null when the wrapper is not around it. */
    static @Nullable Inner inner(@Nullable LogFormat wrapper, String line) {
        Inner visible = Inner.visible(line);
        return wrapper == null ? visible : wrapper.unwrap(visible);
    }

    private @Nullable Inner unwrap(Inner line) {
        int[] around = LinePattern.newBounds();
        for (LinePattern pattern : patterns) {
            if (pattern.matches(line.text(), around)) {
                return line.inner(around, pattern.isInnerQuoted());
            }
        }
        return null;
    }

    private static boolean stands(LinePattern pattern, Surroundings here, Predicate<LinePattern> isInReply) {
        String part = pattern.part();
        return part.isEmpty()
                || (part.equals(LinePattern.INSIDE_REPLY) ? isInReply.test(pattern) : part.equals(here.part()));
    }

    /** What a matched line and those before it tell of the next one. */
    public Surroundings behind(Surroundings here, LinePattern pattern, String line, int[] bounds) {
        if (pattern.isAlone()) {
            return here;
        }
        Optional<Table> below = pattern.role() == LinePattern.Role.HEADER
                ? LinePattern.text(Field.COLUMNS, line, bounds).flatMap(names -> Table.below(this, pattern, names))
                : Optional.empty();
        String part = pattern.partBehind(here.part());
        return below.isEmpty() && part.equals(here.part()) ? here : new Surroundings(part, below.orElse(here.table()));
    }
}
