package io.github.ftploglens.log;

import java.util.List;

/**
 * How much lines report.
 *
 * @param replies the replies, each multi-line one counted once
 * @param failures how many of them say that a command failed (4yz, 5yz)
 */
public record Tally(int replies, int failures) {
    /** Of no lines. */
    public static final Tally NONE = new Tally(0, 0);

    static Tally of(List<ScannedLine> lines) {
        Tally tally = NONE;
        for (ScannedLine line : lines) {
            tally = tally.plus(line);
        }
        return tally;
    }

    /** With what the line reports. */
    public Tally plus(ScannedLine line) {
        int more = 0;
        int failed = 0;
        for (Mark mark : line.marks()) {
            if (mark.kind() == Mark.Kind.REPLY) {
                more++;
                failed += mark.code().kind().isNegative() ? 1 : 0;
            }
        }
        return more == 0 ? this : new Tally(replies + more, failures + failed);
    }

    Tally plus(Tally other) {
        return new Tally(replies + other.replies, failures + other.failures);
    }
}
