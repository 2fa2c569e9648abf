package io.github.ftploglens.feature;

import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the failed reply that comes next in a log. */
public final class FailedReplies {
    /** Which way to look. */
    public enum Direction {
        NEXT,
        PREVIOUS
    }

    private FailedReplies() {}

    /**
     * The code of the nearest reply in that direction that says that a command failed; behind the last one comes the first.
     * In a log that only cites replies it is a cited one.
     *
     * @param line the line to begin beside, 0-based; one outside the log counts as its nearest line
     * @return empty when the log has none
     */
    public static Optional<Region> beside(LogDocument log, int line, Direction direction) {
        Mark.Kind kind = log.tally().failures() > 0 ? Mark.Kind.REPLY : Mark.Kind.MENTION;
        int count = log.count();
        int from = Math.max(0, Math.min(line, count - 1));
        int step = direction == Direction.NEXT ? 1 : -1;
        return IntStream.rangeClosed(1, count)
                .map(distance -> Math.floorMod(from + step * distance, count))
                .mapToObj(candidate -> failure(log, candidate, kind))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Region> failure(LogDocument log, int number, Mark.Kind kind) {
        ScannedLine line = log.line(number);
        return line.marks().stream()
                .filter(mark -> mark.kind() == kind && mark.code().kind().isNegative())
                .findFirst()
                .map(mark -> Region.of(number, mark.span()));
    }
}
