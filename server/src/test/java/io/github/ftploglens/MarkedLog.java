package io.github.ftploglens;

import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.text.Position;

/**
 * A log with a cursor in it.
 *
 * @param document the log without the mark
 * @param cursor where the mark stood
 */
public record MarkedLog(LogDocument document, Position cursor) {
    /** Does not occur in logs. */
    private static final char MARK = '\u2038';

    /** Reads a log in which a caret, U+2038, marks the cursor. */
    public static MarkedLog of(Knowledge knowledge, String marked) {
        int at = marked.indexOf(MARK);
        if (at < 0) {
            throw new IllegalArgumentException("no mark in:\n" + marked);
        }
        String before = marked.substring(0, at);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        String text = before + marked.substring(at + 1);
        return new MarkedLog(knowledge.open(text), new Position(line, at - before.lastIndexOf('\n') - 1));
    }
}
