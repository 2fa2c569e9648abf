package io.github.ftploglens.feature;

import io.github.ftploglens.format.FormatDetector;
import io.github.ftploglens.format.FormatDetector.Decision;
import io.github.ftploglens.format.Head;
import io.github.ftploglens.format.LayoutLearner;
import io.github.ftploglens.format.LayoutLearner.Candidate;
import io.github.ftploglens.format.LinePattern;
import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.format.Score;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.reply.Key;
import io.github.ftploglens.reply.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which formats a log has, and why.
 *
 * @param found the formats, the likeliest first; none when it is no FTP log
 * @param best where the likeliest numbers of a log without a format stand, if it has any
 * @param scores what the log's first lines say for each known format that has a pattern for one of them
 */
public record Recognition(List<LogFormat> found, Optional<Candidate> best, List<Score> scores) {
    public Recognition {
        found = List.copyOf(found);
        scores = List.copyOf(scores);
    }

    /** What is to be said of a log that begins with these lines. */
    public static Recognition of(Knowledge knowledge, Head log) {
        Decision decision = FormatDetector.decide(knowledge.formats(), knowledge.catalogue(), log);
        return of(knowledge, log, decision.lines(), decision.formats());
    }

    /** What is to be said of an open log. */
    public static Recognition of(Knowledge knowledge, LogDocument log) {
        return of(knowledge, log.head(), log.decidedBy(), log.formats());
    }

    private static Recognition of(Knowledge knowledge, Head log, int lines, List<LogFormat> found) {
        Head telling = FormatDetector.telling(knowledge.catalogue(), log, lines);
        // What is wrapped around the lines is not judged, but what they hold.
        Head held = found.stream()
                .flatMap(format -> Stream.ofNullable(format.wrapper()))
                .flatMap(wrapper -> FormatDetector.inside(wrapper, telling).stream())
                .findFirst()
                .orElse(telling);
        return new Recognition(
                found,
                found.isEmpty() ? LayoutLearner.best(knowledge.catalogue(), log.first(lines)) : Optional.empty(),
                FormatDetector.scores(knowledge.formats(), knowledge.catalogue(), held));
    }

    /** What the reader is to call a format that was found in a log. */
    public static String title(Knowledge knowledge, LogFormat format) {
        String layout = knowledge.words().get("formats.layout");
        LogFormat wrapper = format.wrapper();
        return format.isLearnt() ? (wrapper == null ? layout : wrapper.title() + " › " + layout) : format.title();
    }

    /** Those that the log itself has shown. */
    public List<LogFormat> learnt() {
        return found.stream().filter(LogFormat::isLearnt).toList();
    }

    /** The titles of the formats, or words that say that there is none. */
    public String titles(Knowledge knowledge) {
        return found.isEmpty()
                ? knowledge.words().get("formats.none")
                : found.stream()
                        .map(format -> title(knowledge, format))
                        .collect(Collectors.joining(knowledge.words().get("list.comma")));
    }

    /** The patterns of the lines that the log itself has shown. */
    public List<String> layouts() {
        Stream<LogFormat> around = found.stream()
                .flatMap(format -> Stream.ofNullable(format.wrapper()))
                .filter(LogFormat::isLearnt);
        return Stream.concat(learnt().stream(), around.distinct())
                .flatMap(format -> format.patterns().stream())
                .filter(pattern -> pattern.part().isEmpty())
                .map(LinePattern::text)
                .toList();
    }

    /** What speaks for each format, whether it is enough, and what is missing where it is not. */
    public List<List<Inline>> reasons(Wording words) {
        List<List<Inline>> reasons = new ArrayList<>();
        scores.forEach(score -> reasons.add(List.of(new Inline.Text(reason(words, score)))));
        if (found.isEmpty()) {
            reasons.add(unlearnt(words));
        }
        return reasons;
    }

    private static String reason(Wording words, Score score) {
        String counts = words.get(
                score.isEnough() ? "formats.enough" : "formats.little",
                Map.of(
                        "format", score.format().id(),
                        "lines", score.lines(),
                        "head", score.head(),
                        "replies", score.replies(),
                        "mentions", score.mentions(),
                        "ftp", score.ftp(),
                        "foreign", score.foreign()));
        return score.isEnough() ? counts : counts + " · " + words.get("formats.lacks." + Key.of(score.lack()));
    }

    /** Why nothing was learnt from the log itself. */
    private List<Inline> unlearnt(Wording words) {
        return best.map(place -> Inline.prose(
                        words.get("formats.unlearnt"),
                        Map.of(
                                "place", place.place(),
                                "numbers", place.numbers(),
                                "evidence", place.evidence(),
                                "enough", place.enough())))
                .orElseGet(() -> Inline.prose(words.get("formats.numberless")));
    }

    /**
     * All of it to read.
     *
     * @param name what the reader knows the log by
     */
    public Page page(Knowledge knowledge, String name) {
        Wording words = knowledge.words();
        Page.Builder page = new Page.Builder();
        page.heading(1, List.of(new Inline.Text(words.get("formats.title")), new Inline.Code(name)));
        page.paragraph(List.of(new Inline.Strong(titles(knowledge))));
        List<List<Inline>> points = new ArrayList<>();
        for (String layout : layouts()) {
            String said = words.get("formats.learnt", Map.of("pattern", ""));
            points.add(List.of(new Inline.Text(said), new Inline.Code(layout)));
        }
        points.addAll(reasons(words));
        return page.points(points).build();
    }
}
