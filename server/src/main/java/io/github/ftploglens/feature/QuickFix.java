package io.github.ftploglens.feature;

import io.github.ftploglens.reply.ReplyCode;
import java.util.List;

/**
 * Something to do at a place in a log.
 *
 * @param title what a menu shows
 * @param does what it does
 * @param codes one code to explain or to ignore, two to compare; none otherwise
 * @param verb the command that the code to explain answers, or empty
 * @param line the line of the place, 0-based
 */
public record QuickFix(String title, Does does, List<ReplyCode> codes, String verb, int line) {
    /** What can be done. */
    public enum Does {
        EXPLAIN,
        COMPARE,
        /** Lists replies with the code no more. */
        IGNORE,
        /** Takes an excerpt of the line's session, without what must not be passed on. */
        EXCERPT,
        /** Sums up the whole log. */
        REPORT
    }

    public QuickFix {
        codes = List.copyOf(codes);
    }
}
