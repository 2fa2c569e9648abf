package io.github.ftploglens.format;

import io.github.ftploglens.format.Dialogue.Said;
import io.github.ftploglens.format.LinePattern.Role;
import io.github.ftploglens.reply.ReplyCatalogue;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way to read a log: the layouts of its lines, and where its control connections are named.
 *
 * @param score how much the log is an FTP dialogue when it is read so, see {@link Dialogue}
 */
record LearntReading(LogFormat format, double score) {
    /** So many lines with a reply or a command are enough to judge by. */
    private static final int MOST_SAID = 2_000;

    /** The best way to read the first lines of a log with these layouts. */
    static LearntReading of(ReplyCatalogue catalogue, List<LearntLayout> layouts, Head head) {
        LogFormat plain = format(catalogue, layouts, null);
        List<Said> said = said(catalogue, plain, head, SessionKey::of);
        SessionKey key = SessionKey.best(catalogue, said);
        LogFormat best = key == null ? plain : format(catalogue, layouts, key);
        return new LearntReading(best, Dialogue.score(catalogue, said, key));
    }

    private static LogFormat format(ReplyCatalogue catalogue, List<LearntLayout> layouts, @Nullable SessionKey key) {
        return new LogFormat(
                LayoutLearner.ID,
                "Layout learnt from the log",
                "",
                List.of(),
                LogFormat.Evidence.DIALOGUE,
                key == null ? List.of() : List.of(Field.SESSION),
                false,
                layouts.stream().anyMatch(LearntLayout::isBare),
                Stream.concat(
                                layouts.stream().map(layout -> layout.pattern(catalogue, key)),
                                Stream.of(LearntLayout.INSIDE))
                        .toList(),
                List.of(),
                null,
                Optional.empty());
    }

    /**
     * What the lines say, as the format reads them.
     *
     * @param keys finds in a line, before a column, what may name its control connection
     */
    static List<Said> said(
            ReplyCatalogue catalogue,
            LogFormat format,
            Head head,
            BiFunction<String, Integer, Map<SessionKey, String>> keys) {
        List<Said> said = new ArrayList<>();
        int[] bounds = LinePattern.newBounds();
        for (int i = 0; i < head.count() && said.size() < MOST_SAID; i++) {
            String line = Inner.visible(head.line(i)).text();
            Optional<LinePattern> pattern = format.patternOf(line, bounds);
            if (pattern.isPresent()) {
                said(catalogue, pattern.get(), line, bounds, keys).ifPresent(said::add);
            }
        }
        return said;
    }

    private static Optional<Said> said(
            ReplyCatalogue catalogue,
            LinePattern pattern,
            String line,
            int[] bounds,
            BiFunction<String, Integer, Map<SessionKey, String>> keys) {
        Optional<Span> answer = LinePattern.span(Field.REPLY, bounds)
                .or(() -> LinePattern.span(Field.CODE, bounds))
                .or(() -> LinePattern.span(Field.LINE, bounds));
        ReplyCode code = answer.map(span -> ReplyCode.at(line, span.start())).orElse(null);
        Optional<Span> command = LinePattern.span(Field.VERB, bounds)
                .or(() -> LinePattern.span(Field.COMMAND, bounds))
                .or(() -> LinePattern.span(Field.LINE, bounds).filter(any -> code == null));
        String verb = command.map(span -> verb(span.of(line))).orElse("");
        boolean isCommand =
                pattern.role() != Role.LINE || catalogue.command(verb).isPresent();
        if (code == null && (verb.isEmpty() || !isCommand)) {
            return Optional.empty();
        }
        int column = Math.min(
                command.map(Span::start).orElse(line.length()),
                answer.map(Span::start).orElse(line.length()));
        boolean isLast = answer.map(Span::start)
                .filter(at -> line.startsWith("-", at + 3))
                .isEmpty();
        return Optional.of(new Said(keys.apply(line, column), verb, code, isLast));
    }

    private static String verb(String command) {
        int end = command.indexOf(' ');
        return command.substring(0, end < 0 ? command.length() : end).toUpperCase(Locale.ROOT);
    }
}
