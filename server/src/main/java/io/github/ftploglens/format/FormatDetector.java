package io.github.ftploglens.format;

import io.github.ftploglens.reply.Reply;
import io.github.ftploglens.reply.ReplyCatalogue;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the formats of a log by what its first lines say. */
public final class FormatDetector {
    /** How many lines are read before giving up, then before giving up again; the last is the most. */
    private static final List<Integer> HEADS = List.of(500, 2_000, 8_000, 32_000, 128_000);

    /** An FTP dialogue says at least so many different things that only FTP says. */
    private static final int LEAST_DIALOGUE = 2;

    private static final Set<String> VERBS_OF_OTHERS =
            Set.of("EHLO", "HELO", "LHLO", "MAIL", "RCPT", "DATA", "ARTICLE", "GROUP", "NEWGROUPS", "CAPABILITIES");

    /** A log with a signature has at least so many replies, or else one in so many lines: a single line may be forged. */
    private static final int LEAST_SIGNED = 3;

    private static final int MOST_LINES_A_REPLY = 20;

    /** Replies that are rarer are a coincidence, as in a manual that is set like such a log; listings come between others. */
    private static final int MOST_LINES_A_DIALOGUE = 1_000;

    /** Verbs of other protocols with such replies say nothing of FTP (SMTP: RFC 5321 §4.1.1; NNTP: RFC 3977 §9.5). */
    private static final Set<String> SHARED_VERBS = Set.of("LIST", "STAT", "NOOP", "QUIT", "HELP", "AUTH", "HOST");

    /** The lines of a log, as many as there are. */
    public interface Head {
        /** The number of lines that can be had. */
        int count();

        String line(int index);

        static Head of(List<String> lines) {
            return new Head() {
                @Override
                public int count() {
                    return lines.size();
                }

                @Override
                public String line(int index) {
                    return lines.get(index);
                }
            };
        }
    }

    /**
     * What the first lines of a log say for a format.
     *
     * @param format the format
     * @param head how many lines were read
     * @param lines how many of them have a pattern of the format
     * @param replies how many of them bear a reply code
     * @param mentions how many of them are error texts that cite one
     * @param ftp how many different things they say that only FTP says
     * @param foreign how many they say that only other protocols say
     */
    public record Score(LogFormat format, int head, int lines, int replies, int mentions, int ftp, int foreign) {
        /** Whether this is enough to take the format for the log's. */
        public boolean isEnough() {
            int codes = replies + mentions;
            return switch (format.evidence()) {
                case SIGNATURE -> codes >= LEAST_SIGNED || (codes > 0 && head <= codes * MOST_LINES_A_REPLY);
                case DIALOGUE -> replies * MOST_LINES_A_DIALOGUE > lines && ftp >= LEAST_DIALOGUE && foreign * 2 < ftp;
            };
        }
    }

    private FormatDetector() {}

    /** How many lines are read before giving up, then before giving up again, and so on. */
    public static List<Integer> heads() {
        return HEADS;
    }

    /**
     * How many of the first lines decide on the formats of a log that has so many lines. It does not change while a log
     * grows, but at a few lengths.
     */
    public static int headOf(int lines) {
        int head = Math.min(lines, HEADS.get(0));
        for (int longer : HEADS) {
            head = longer <= lines ? longer : head;
        }
        return head;
    }

    /** The formats of a log, the likeliest first, or one that it shows itself; none when it is no FTP log. */
    public static List<LogFormat> detect(List<LogFormat> formats, ReplyCatalogue catalogue, Head head) {
        List<LogFormat> found = List.of();
        int most = headOf(head.count());
        for (int longest : HEADS) {
            int lines = Math.min(longest, most);
            found = accepted(scores(formats, catalogue, head, lines));
            if (found.isEmpty()) {
                found = LayoutLearner.learn(catalogue, head, lines)
                        .map(List::of)
                        .orElse(found);
            }
            if (!found.isEmpty() || lines == most) {
                break;
            }
        }
        return found;
    }

    /** What the first lines say for each format that has a pattern for one of them, the likeliest first. */
    public static List<Score> scores(List<LogFormat> formats, ReplyCatalogue catalogue, Head head, int lines) {
        List<Score> scores = new ArrayList<>();
        for (LogFormat format : formats) {
            Score score = score(format, catalogue, head, lines);
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
    private static List<LogFormat> accepted(List<Score> scores) {
        List<Score> signed = scores.stream()
                .filter(score -> score.isEnough() && score.format().evidence() == LogFormat.Evidence.SIGNATURE)
                .toList();
        Stream<Score> spoken = signed.stream().anyMatch(score -> score.replies() > 0)
                ? Stream.empty()
                : scores.stream()
                        .filter(score -> score.isEnough() && score.format().evidence() == LogFormat.Evidence.DIALOGUE)
                        .limit(1);
        return Stream.concat(spoken, signed.stream()).map(Score::format).toList();
    }

    private static Score score(LogFormat format, ReplyCatalogue catalogue, Head head, int read) {
        int[] bounds = LinePattern.newBounds();
        int matched = 0;
        int replies = 0;
        int mentions = 0;
        int foreign = 0;
        Surroundings here = Surroundings.NONE;
        Set<Object> ftp = new HashSet<>();
        for (int i = 0; i < read; i++) {
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
        return new Score(format, read, matched, replies, mentions, ftp.size(), foreign);
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
