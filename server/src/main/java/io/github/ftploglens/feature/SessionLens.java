package io.github.ftploglens.feature;

import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.log.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands above a session: how many replies it has, and how many failed.
 *
 * @param title says so; fit to be shown
 */
public record SessionLens(String title) {
    /** More than this, an editor does not show above the lines of a file. */
    public static final int MOST_SHOWN = 5_000;

    /** A session that has so many lines is not read to its end. */
    private static final int MOST_LINES = 100_000;

    /** The first lines of the sessions, 0-based, ascending; the first {@value #MOST_SHOWN}. */
    public static List<Integer> lines(LogDocument document) {
        List<Integer> lines = new ArrayList<>();
        for (int i = 0; i < document.count() && lines.size() < MOST_SHOWN; i++) {
            if (document.line(i).session() == 0) {
                lines.add(i);
            }
        }
        return lines;
    }

    /** What stands above the session that begins with the line, which is 0-based; empty when none does. */
    public static Optional<SessionLens> at(Knowledge knowledge, LogDocument document, int start) {
        if (start < 0 || start >= document.count() || document.line(start).session() != 0) {
            return Optional.empty();
        }
        Tally tally = Tally.NONE;
        for (int i = start; i < Math.min(document.count(), start + MOST_LINES); i++) {
            ScannedLine line = document.line(i);
            tally = line.session() == i - start ? tally.plus(line) : tally;
        }
        String title =
                knowledge.words().get("lens.session", Map.of("replies", tally.replies(), "failures", tally.failures()));
        return Optional.of(new SessionLens(title));
    }
}
