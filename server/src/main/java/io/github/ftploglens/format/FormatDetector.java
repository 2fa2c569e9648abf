package io.github.ftploglens.format;

import io.github.ftploglens.reply.Reply;
import io.github.ftploglens.reply.ReplyCatalogue;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static final Set<String> VERBS_OF_OTHERS =
            Set.of("EHLO", "HELO", "LHLO", "MAIL", "RCPT", "DATA", "ARTICLE", "GROUP", "NEWGROUPS", "CAPABILITIES");

    /** Verbs of other protocols with such replies say nothing of FTP (SMTP: RFC 5321 §4.1.1; NNTP: RFC 3977 §9.5). */
    private static final Set<String> SHARED_VERBS = Set.of("LIST", "STAT", "NOOP", "QUIT", "HELP", "AUTH", "HOST");

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
        int most = headOf(log.count());
        Decision decision = new Decision(List.of(), 0);
        for (int i = 0; i < HEADS.size() && decision.formats.isEmpty() && (i == 0 || decision.lines < most); i++) {
            int lines = Math.min(HEADS.get(i), most);
            decision = new Decision(detect(formats, catalogue, log, lines), lines);
        }
        return decision;
    }

    /** The lines of a log that tell its formats, when so many of the first ones are looked at. */
    public static Head telling(ReplyCatalogue catalogue, Head log, int lines) {
        Head head = log.first(lines);
        return lines <= FEW ? head : Excerpt.of(catalogue, head);
    }

    /** The formats of a log, the likeliest first, or one that it shows itself; none when it is no FTP log. */
    public static List<LogFormat> detect(List<LogFormat> formats, ReplyCatalogue catalogue, Head log) {
        return decide(formats, catalogue, log).formats;
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
        return found.isEmpty() && telling.count() > 0 ? learnt(formats, catalogue, log.first(lines)) : found;
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
            Score score = score(format, catalogue, head);
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
    private static List<Score> accepted(List<Score> scores) {
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

    private static Score score(LogFormat format, ReplyCatalogue catalogue, Head head) {
        int[] bounds = LinePattern.newBounds();
        int matched = 0;
        int dialogue = 0;
        int replies = 0;
        int mentions = 0;
        int foreign = 0;
        Surroundings here = Surroundings.NONE;
        Set<Object> ftp = new HashSet<>();
        for (int i = 0; i < head.count(); i++) {
            String line = head.line(i);
            Optional<LinePattern> pattern = format.patternOf(line, bounds, here);
            here = pattern.isEmpty() ? here : format.behind(here, pattern.get(), line, bounds);
            if (pattern.isEmpty() || !pattern.get().isEvidence()) {
                continue;
            }
            matched++;
            Optional<Span> said = said(bounds);
            if (said.isEmpty()) {
                continue;
            }
            dialogue++;
            ReplyCode code = ReplyCode.at(line, said.get().start());
            String word = firstWord(line, said.get());
            if (code != null) {
                boolean cites = pattern.get().role() == LinePattern.Role.MENTION;
                mentions += cites && catalogue.reply(code).isPresent() ? 1 : 0;
                if (isReply(pattern.get(), catalogue, line, bounds)) {
                    replies++;
                    if (saysFtp(catalogue, code, behindCode(line, said.get(), bounds))) {
                        ftp.add(code);
                    }
                    foreign += saysOther(line, said.get()) ? 1 : 0;
                }
            } else if (VERBS_OF_OTHERS.contains(word)) {
                foreign++;
            } else if (!SHARED_VERBS.contains(word) && catalogue.command(word).isPresent()) {
                ftp.add(word);
            }
        }
        return new Score(format, head.of(), matched, dialogue, replies, mentions, ftp.size(), foreign);
    }

    /** A record is FTP's by its verb: web servers write the same lines with GET. */
    private static boolean isReply(LinePattern pattern, ReplyCatalogue catalogue, String line, int[] bounds) {
        if (pattern.role() != LinePattern.Role.RECORD) {
            return pattern.role() != LinePattern.Role.MENTION;
        }
        Optional<Span> command = LinePattern.span(Field.VERB, bounds).or(() -> LinePattern.span(Field.COMMAND, bounds));
        return command.isPresent()
                && catalogue.command(firstWord(line, command.get())).isPresent();
    }

    private static Optional<Span> said(int[] bounds) {
        return LinePattern.span(Field.CODE, bounds)
                .or(() -> LinePattern.span(Field.REPLY, bounds))
                .or(() -> LinePattern.span(Field.LINE, bounds))
                .or(() -> LinePattern.span(Field.VERB, bounds))
                .or(() -> LinePattern.span(Field.COMMAND, bounds));
    }

    private static String behindCode(String line, Span said, int[] bounds) {
        return LinePattern.text(Field.TEXT, line, bounds).orElseGet(() -> line.substring(said.start() + 3));
    }

    private static boolean saysFtp(ReplyCatalogue catalogue, ReplyCode code, String text) {
        Optional<Reply> reply = catalogue.reply(code);
        return reply.isPresent() && reply.get().isWordedAs(text);
    }

    private static boolean saysOther(String line, Span said) {
        return line.indexOf("SMTP", said.start()) >= 0 || line.indexOf("HTTP/", said.start()) >= 0;
    }

    private static String firstWord(String line, Span span) {
        int blank = line.indexOf(' ', span.start());
        int end = blank < 0 || blank > span.end() ? span.end() : blank;
        return line.substring(span.start(), end).toUpperCase(Locale.ROOT);
    }
}
