package io.github.ftploglens.format;

import io.github.ftploglens.format.Dialogue.Said;
import io.github.ftploglens.reply.ReplyCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds known formats behind a prefix that nobody has described. */
final class Prefixed {
    /** So many lines are enough to learn from. */
    private static final int ENOUGH = 300;

    /** And so many of those in which FTP is spoken to tell where it ends. */
    private static final int TELLING = 200;

    /** A format without a signature must say more that only FTP says than where it stands by itself: a prefix may end anywhere. */
    private static final int LEAST = 4;

    /** What stands further right tells nothing of a prefix. */
    private static final int LONGEST_LINE = 1_000;

    private Prefixed() {}

    /**
     * The known formats of what the lines hold behind a beginning that is learnt from them; none when they hold nothing known.
     *
     * @param head those of the lines that tell the most
     * @param all the lines
     */
    static List<LogFormat> formats(List<LogFormat> formats, ReplyCatalogue catalogue, Head head, Head all) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < head.count() && lines.size() < ENOUGH; i++) {
            String line = Inner.visible(head.line(i)).text();
            if (!line.isBlank()) {
                lines.add(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line);
            }
        }
        Head spoken = Excerpt.of(catalogue, Head.of(lines));
        if (spoken.count() == 0) {
            return List.of();
        }
        Head telling = spoken.first(Math.min(spoken.count(), TELLING));
        LearntPrefix best = null;
        int most = 0;
        for (LearntPrefix prefix : LearntPrefix.of(lines)) {
            // Where a prefix takes too much with it, commands are lost; so what differs counts more than all lines
            // together.
            int said = FormatDetector.most(
                    score -> score.ftp() * ENOUGH + score.dialogue(), held(prefix, formats, catalogue, telling));
            if (said > 0 && said >= most) {
                best = prefix;
                most = said;
            }
        }
        return best == null
                ? List.of()
                : naming(
                        best,
                        catalogue,
                        held(best, formats, catalogue, head).stream()
                                .map(Score::format)
                                .toList(),
                        all);
    }

    /** The formats of what the lines hold behind the prefix. */
    private static List<Score> held(LearntPrefix prefix, List<LogFormat> formats, ReplyCatalogue catalogue, Head head) {
        return FormatDetector.inside(prefix.wrapper(-1), head)
                .map(inner -> FormatDetector.accepted(FormatDetector.scores(formats, catalogue, inner)))
                .orElse(List.of())
                .stream()
                .filter(score -> score.format().evidence() == LogFormat.Evidence.SIGNATURE || score.ftp() >= LEAST)
                .toList();
    }

    /** The formats inside lines with the prefix, in which the control connection is named if nothing else in a line does. */
    private static List<LogFormat> naming(
            LearntPrefix prefix, ReplyCatalogue catalogue, List<LogFormat> formats, Head head) {
        if (formats.isEmpty()) {
            return formats;
        }
        LogFormat likeliest = formats.get(0).inside(prefix.wrapper(-1));
        List<Said> said = LearntReading.said(catalogue, likeliest, head, (line, column) -> prefix.keys(line));
        if (isCounting(catalogue, said)) {
            return List.of();
        }
        SessionKey key = likeliest.sessionFields().isEmpty() ? SessionKey.best(catalogue, said) : null;
        LogFormat wrapper = prefix.wrapper(key == null ? -1 : key.word());
        return formats.stream().map(format -> format.inside(wrapper)).toList();
    }

    /** Whether the codes are numbers like others: most of the different ones no server sends. */
    private static boolean isCounting(ReplyCatalogue catalogue, List<Said> said) {
        Map<Boolean, Long> known = said.stream()
                .flatMap(line -> Stream.ofNullable(line.code()))
                .distinct()
                .collect(Collectors.partitioningBy(code -> catalogue.reply(code).isPresent(), Collectors.counting()));
        return known.getOrDefault(false, 0L) > known.getOrDefault(true, 0L);
    }
}
