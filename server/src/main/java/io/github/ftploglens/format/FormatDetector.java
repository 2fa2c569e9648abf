package io.github.ftploglens.format;

import io.github.ftploglens.reply.ReplyCatalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the formats of a log by what its first lines say. */
public final class FormatDetector {
    /** How many lines are read before giving up, then before giving up again; the last is the most. */
    private static final List<Integer> HEADS = List.of(500, 2_000, 8_000, 32_000, 128_000);

    private static final int MOST = HEADS.get(HEADS.size() - 1);

    /** So many lines that it takes time to look through them again and again. */
    private static final int MANY = 8_000;

    /** In so few lines each one may be looked at for each format. */
    private static final int FEW = 500;

    private FormatDetector() {}

    /** How many lines are read before giving up, then before giving up again, and so on. */
    public static List<Integer> heads() {
        return HEADS;
    }

    /**
     * How many of the first lines may decide on the formats of a log that has so many lines: of a small log all, of a large one
     * nearly all, so that the number does not change with each line by which it grows.
     */
    public static int headOf(int lines) {
        int head = Math.min(lines, MANY);
        while (head >= MANY && head + head / 10 <= Math.min(lines, MOST)) {
            head += head / 10;
        }
        return lines >= MOST ? MOST : head;
    }

    /**
     * The formats of a log.
     *
     * @param formats the likeliest first, or one that the log shows itself; none when it is no FTP log
     * @param lines how many of the first lines it took to find them, or not to find any
     */
    public record Decision(List<LogFormat> formats, int lines) {
        /** Before any line has been looked at. */
        public static final Decision NONE = new Decision(List.of(), 0);

        /** What of it is still true when this line and those behind it change: that the lines before show nothing. */
        public Decision before(int line) {
            return formats.isEmpty() && lines <= line ? this : NONE;
        }

        /**
         * Whether it is the decision for the log after an edit too.
         *
         * @param first the first line that is another one, or new
         * @param before the number of lines before the edit
         * @param after the number behind it
         */
        public boolean stands(int first, int before, int after) {
            boolean isFinal = !formats.isEmpty() && HEADS.contains(lines);
            return first >= lines && (isFinal || headOf(before) == headOf(after));
        }
    }

    /** Decides on the formats of a log. */
    public static Decision decide(List<LogFormat> formats, ReplyCatalogue catalogue, Head log) {
        return decide(formats, catalogue, log, Decision.NONE);
    }

    /**
     * Decides on the formats of a log.
     *
     * @param before what was decided by its first lines, which are not looked at again if they have shown nothing
     */
    public static Decision decide(List<LogFormat> formats, ReplyCatalogue catalogue, Head log, Decision before) {
        int most = headOf(log.count());
        Decision decision = before;
        for (int head : HEADS) {
            int lines = Math.min(head, most);
            if (decision.formats.isEmpty() && lines > decision.lines) {
                decision = new Decision(detect(formats, catalogue, log, lines), lines);
            }
        }
        return decision;
    }

    /** The lines of a log that tell its formats, when so many of the first ones are looked at. */
    public static Head telling(ReplyCatalogue catalogue, Head log, int lines) {
        Head head = log.first(lines);
        return lines <= FEW ? head : Excerpt.of(catalogue, head);
    }

    /** What the first lines say for formats that all stand by themselves, or all inside one wrapper; these it accepts. */
    private record Reading(List<Score> scores, @Nullable LogFormat wrapper) {
        /** How many lines of the dialogue they read, by all of them together. */
        int dialogue() {
            return scores.stream().mapToInt(Score::dialogue).sum();
        }

        int codes() {
            return scores.stream()
                    .mapToInt(score -> score.replies() + score.mentions())
                    .sum();
        }

        List<LogFormat> formats() {
            return scores.stream()
                    .map(Score::format)
                    .map(format -> wrapper == null ? format : format.inside(wrapper))
                    .toList();
        }
    }

    /** The known formats of lines that stand anywhere in a log, the likeliest first; nothing is learnt from them. */
    public static List<LogFormat> known(List<LogFormat> formats, ReplyCatalogue catalogue, Head head) {
        return known(formats, catalogue, head, wrapped(formats, head));
    }

    /** The formats of the lines themselves, or of what they hold when something is wrapped around it. */
    private static List<LogFormat> detect(List<LogFormat> formats, ReplyCatalogue catalogue, Head log, int lines) {
        Head telling = telling(catalogue, log, lines);
        List<LogFormat> found = known(formats, catalogue, telling);
        // Below a header the lines tell nothing by themselves.
        if (telling.count() == 0 || found.stream().anyMatch(LogFormat::hasHeaders)) {
            return found;
        }
        if (found.isEmpty()) {
            return undescribed(formats, catalogue, telling, log.first(lines));
        }
        Head strangers = strangers(found, catalogue, telling);
        if (strangers.count() == 0) {
            return found;
        }
        List<LogFormat> behind = Prefixed.formats(formats, catalogue, telling, log.first(lines));
        List<Score> read = scores(behind, catalogue, telling);
        List<Score> before = scores(found, catalogue, telling);
        boolean isBetter = most(Score::dialogue, read) > most(Score::dialogue, before)
                && most(Score::ftp, read) >= most(Score::ftp, before)
                && most(Score::replies, read) * 10 >= most(Score::replies, before) * 9;
        return isBetter
                ? withStrangers(behind, catalogue, strangers(behind, catalogue, telling))
                : withStrangers(found, catalogue, strangers);
    }

    /** The known formats behind a prefix of the lines; or else what the log itself shows. */
    private static List<LogFormat> undescribed(
            List<LogFormat> formats, ReplyCatalogue catalogue, Head telling, Head log) {
        List<LogFormat> behind = Prefixed.formats(formats, catalogue, telling, log);
        List<LogFormat> learnt = learnt(formats, catalogue, log);
        List<Score> read = scores(behind, catalogue, telling);
        List<Score> asLearnt = scores(learnt, catalogue, telling);
        // What is learnt takes a number too much for a code here and there.
        boolean isLess = most(Score::replies, read) * 2 < most(Score::replies, asLearnt)
                || most(Score::ftp, read) * 2 < most(Score::ftp, asLearnt);
        return behind.isEmpty() || isLess
                ? learnt
                : withStrangers(behind, catalogue, strangers(behind, catalogue, telling));
    }

    /** The most of something that one of them has. */
    static int most(ToIntFunction<Score> of, List<Score> scores) {
        return scores.stream().mapToInt(of).max().orElse(0);
    }

    /** The formats of a log, and what is learnt from the lines that none of them knows. */
    private static List<LogFormat> withStrangers(List<LogFormat> found, ReplyCatalogue catalogue, Head strangers) {
        return Stream.concat(
                        found.stream(),
                        strangers.count() == 0 ? Stream.empty() : LayoutLearner.learn(catalogue, strangers).stream())
                .toList();
    }

    /** The lines that none of the formats knows, where FTP is spoken there. */
    private static Head strangers(List<LogFormat> found, ReplyCatalogue catalogue, Head head) {
        int[] bounds = LinePattern.newBounds();
        List<String> strangers = new ArrayList<>();
        for (int i = 0; i < head.count(); i++) {
            String line = head.line(i);
            if (found.stream().allMatch(format -> format.findAnywhere(line, bounds) == null)) {
                strangers.add(line);
            }
        }
        return Excerpt.of(catalogue, Head.of(strangers));
    }

    private static List<LogFormat> learnt(List<LogFormat> formats, ReplyCatalogue catalogue, Head head) {
        return wrapped(formats, head).entrySet().stream()
                .flatMap(entry ->
                        LayoutLearner.learn(catalogue, entry.getValue())
                                .map(learnt -> learnt.inside(entry.getKey()))
                                .stream())
                .findFirst()
                .or(() -> LayoutLearner.learn(catalogue, head))
                .map(List::of)
                .orElse(List.of());
    }

    private static List<LogFormat> known(
            List<LogFormat> formats, ReplyCatalogue catalogue, Head head, Map<LogFormat, Head> wrapped) {
        List<Reading> readings = new ArrayList<>();
        wrapped.forEach(
                (wrapper, inner) -> readings.add(new Reading(accepted(scores(formats, catalogue, inner)), wrapper)));
        readings.add(new Reading(accepted(scores(formats, catalogue, head)), null));
        return readings.stream()
                .filter(reading -> !reading.scores().isEmpty())
                .max(Comparator.comparingInt(Reading::dialogue).thenComparingInt(Reading::codes))
                .map(Reading::formats)
                .orElse(List.of());
    }

    /** What the first lines hold, by the wrappers that most of them have. */
    private static Map<LogFormat, Head> wrapped(List<LogFormat> formats, Head head) {
        Map<LogFormat, Head> wrapped = new LinkedHashMap<>();
        formats.stream()
                .filter(format -> format.evidence() == LogFormat.Evidence.WRAPPER)
                .forEach(wrapper -> inside(wrapper, head).ifPresent(inner -> wrapped.put(wrapper, inner)));
        return wrapped;
    }

    /** What the lines hold; empty when fewer than half hold a line of another log. */
    public static Optional<Head> inside(LogFormat wrapper, Head head) {
        List<String> inner = new ArrayList<>();
        int full = 0;
        int wrapped = 0;
        for (int i = 0; i < head.count(); i++) {
            Inner held = LogFormat.inner(wrapper, head.line(i));
            full += head.line(i).isBlank() ? 0 : 1;
            wrapped += held == null ? 0 : 1;
            inner.add(held == null ? "" : held.text());
        }
        return wrapped > 0 && wrapped * 2 >= full ? Optional.of(Head.of(inner, head.of())) : Optional.empty();
    }

    /** What the lines say for each format that has a pattern for one of them, the likeliest first. */
    public static List<Score> scores(List<LogFormat> formats, ReplyCatalogue catalogue, Head head) {
        List<Score> scores = new ArrayList<>();
        for (LogFormat format : formats) {
            if (format.evidence() == LogFormat.Evidence.WRAPPER) {
                continue;
            }
            Score score = Scorer.score(format, catalogue, head);
            if (score.lines() > 0) {
                scores.add(score);
            }
        }
        Comparator<Score> likelihood = Comparator.comparing(Score::isEnough)
                .thenComparing(score -> score.format().evidence() == LogFormat.Evidence.SIGNATURE)
                .thenComparing(Score::ftp)
                .thenComparing(Score::lines);
        scores.sort(likelihood.reversed());
        return scores;
    }

    /**
     * All formats with a signature of their own; and the one whose dialogue is the richest, when those with a signature have
     * no replies but error texts, as when a program prints its dialogue and then fails.
     */
    static List<Score> accepted(List<Score> scores) {
        List<Score> signed = scores.stream()
                .filter(score -> score.isEnough() && score.format().evidence() == LogFormat.Evidence.SIGNATURE)
                .toList();
        Stream<Score> spoken = signed.stream().anyMatch(score -> score.replies() > 0)
                ? Stream.empty()
                : scores.stream()
                        .filter(score -> score.isEnough() && score.format().evidence() == LogFormat.Evidence.DIALOGUE)
                        .limit(1);
        return Stream.concat(spoken, signed.stream()).toList();
    }
}
