package io.github.ftploglens.format;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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
        List<String> counterexamples) {
    /** What it takes to recognise a format. */
    public enum Evidence {
        /** Its lines are like no others: one of them is enough. */
        SIGNATURE,
        /** Other logs have lines like these: what they say must be an FTP dialogue. */
        DIALOGUE
    }

    public LogFormat {
        files = List.copyOf(files);
        sessionFields = List.copyOf(sessionFields);
        patterns = List.copyOf(patterns);
        counterexamples = List.copyOf(counterexamples);
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
        Table table = here.table();
        for (LinePattern pattern : table == null ? patterns : table.patterns()) {
            if (pattern.matches(line, bounds) && stands(pattern, here, isInReply)) {
                return Optional.of(pattern);
            }
        }
        return Optional.empty();
    }

    private static boolean stands(LinePattern pattern, Surroundings here, Predicate<LinePattern> isInReply) {
        String part = pattern.part();
        return part.isEmpty()
                || (part.equals(LinePattern.INSIDE_REPLY) ? isInReply.test(pattern) : part.equals(here.part()));
    }

    /** What a matched line and those before it tell of the next one. */
    public Surroundings behind(Surroundings here, LinePattern pattern, String line, int[] bounds) {
        Optional<Table> below = pattern.role() == LinePattern.Role.HEADER
                ? LinePattern.text(Field.COLUMNS, line, bounds).flatMap(names -> Table.below(this, pattern, names))
                : Optional.empty();
        String part = pattern.partBehind(here.part());
        return below.isEmpty() && part.equals(here.part()) ? here : new Surroundings(part, below.orElse(here.table()));
    }
}
