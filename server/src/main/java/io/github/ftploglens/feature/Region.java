package io.github.ftploglens.feature;

import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.text.Position;
import io.github.ftploglens.text.Span;

/**
 * A part of a log.
 *
 * @param start where it begins
 * @param end where it ends, exclusive, not before {@code start}
 */
public record Region(Position start, Position end) {
    /** A part of one line, which is 0-based. */
    static Region of(int line, Span span) {
        return new Region(new Position(line, span.start()), new Position(line, span.end()));
    }

    /** Whole lines without the last one's line end; both are 0-based, and the last is included. */
    static Region lines(LogDocument document, int first, int last) {
        return new Region(
                new Position(first, 0), new Position(last, document.text(last).length()));
    }

    /** Whether all of the other lies inside, which may also be the same. */
    public boolean contains(Region other) {
        return !isBefore(other.start, start) && !isBefore(end, other.end);
    }

    private static boolean isBefore(Position one, Position other) {
        return one.line() < other.line() || (one.line() == other.line() && one.column() < other.column());
    }
}
