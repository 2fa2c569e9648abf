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

    /** The pattern of the line in no part of a log; the bounds then hold where its fields are. */
    public Optional<LinePattern> patternOf(String line, int[] bounds) {
        return patternOf(line, bounds, "");
    }

    /** The pattern of the line in that part of a log; the bounds then hold where its fields are. */
    public Optional<LinePattern> patternOf(String line, int[] bounds, String part) {
        return patternOf(line, bounds, part::equals);
    }

    /**
     * The pattern of the line; the bounds then hold where its fields are.
     *
     * @param isIn whether the line stands in a part of a log; asked when the bounds are known
     */
    public Optional<LinePattern> patternOf(String line, int[] bounds, Predicate<String> isIn) {
        for (LinePattern pattern : patterns) {
            if (pattern.matches(line, bounds) && (pattern.part().isEmpty() || isIn.test(pattern.part()))) {
                return Optional.of(pattern);
            }
        }
        return Optional.empty();
    }
}
