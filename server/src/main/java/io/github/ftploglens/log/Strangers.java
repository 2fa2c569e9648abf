package io.github.ftploglens.log;

import io.github.ftploglens.format.FormatDetector;
import io.github.ftploglens.format.Head;
import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.reply.ReplyCatalogue;
import java.util.ArrayList;
import java.util.List;

/**
 * What the lines that no format of a log knows have told: a file may hold the log of one program, and later that of another.
 *
 * @param formats those that were found among them, in that order
 * @param lines the latest ones, if nothing else stood between them
 * @param run how many they are
 * @param looks how often was looked for a format among them
 */
record Strangers(List<LogFormat> formats, List<String> lines, int run, int looks) {
    /** Of no lines. */
    static final Strangers NONE = new Strangers(List.of(), List.of(), 0, 0);

    /** So many show a format, if they are of one; then it is looked for again among twice as many, and so on. */
    private static final int ENOUGH = 4;

    private static final int MOST_KEPT = 8 * ENOUGH;

    /** A log whose lines are mostly no dialogue must not be looked at again and again. */
    private static final int MOST_LOOKS = 64;

    Strangers {
        formats = List.copyOf(formats);
        lines = List.copyOf(lines);
    }

    /** Behind a line that a format knows. */
    Strangers ended() {
        return run == 0 ? this : new Strangers(formats, List.of(), 0, looks);
    }

    /**
     * Behind one line more of no known format.
     *
     * @param known the formats that it may have
     */
    Strangers with(String line, List<LogFormat> known, ReplyCatalogue catalogue) {
        if (looks == MOST_LOOKS || line.isBlank()) {
            return this;
        }
        List<String> latest = new ArrayList<>(run < MOST_KEPT ? lines : lines.subList(1, MOST_KEPT));
        latest.add(line);
        int count = run + 1;
        boolean isTime = count % ENOUGH == 0 && Integer.bitCount(count / ENOUGH) == 1;
        if (!isTime) {
            return new Strangers(formats, latest, count, looks);
        }
        List<LogFormat> all = new ArrayList<>(formats);
        FormatDetector.known(known, catalogue, Head.of(latest)).stream()
                .filter(format -> !formats.contains(format))
                .forEach(all::add);
        return new Strangers(all, latest, count, looks + 1);
    }
}
