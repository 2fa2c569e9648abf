package io.github.ftploglens.feature;

import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.reply.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the failed replies of a log that is read line by line: those with one code and one text to one command together. */
final class ReportFailures {
    /** More different texts of one code are not told from each other. */
    private static final int MOST_TEXTS = 1_000;

    private static final int MOST_SHOWN = 50;

    private final Knowledge knowledge;
    private final Map<Failure, Occurrences> failures = new HashMap<>();

    private record Failure(ReplyCode code, String verb, String text) {}

    private static final class Occurrences {
        private final int firstLine;
        private final Optional<ServerHints.Known> hint;
        private int count;

        Occurrences(int firstLine, Optional<ServerHints.Known> hint) {
            this.firstLine = firstLine;
            this.hint = hint;
        }
    }

    ReportFailures(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** @param said what the server says behind the code, without passwords */
    void add(int number, String text, ScannedLine line, Mark mark, String said, SessionServers servers) {
        boolean known = knowledge.catalogue().command(line.verb()).isPresent();
        String verb = known ? line.verb() : "";
        Failure failure = new Failure(mark.code(), verb, failures.size() < MOST_TEXTS ? said : "");
        failures.computeIfAbsent(failure, key -> new Occurrences(number, servers.hint(number, text, line, mark)))
                .count++;
    }

    int count() {
        return failures.values().stream().mapToInt(each -> each.count).sum();
    }

    /** The most frequent first. */
    List<List<List<Inline>>> rows() {
        List<List<List<Inline>>> rows = new ArrayList<>();
        rows.add(Cells.head(
                knowledge.words(),
                "report.count",
                "report.code",
                "report.command",
                "report.text",
                "report.first",
                "row.action"));
        Comparator<Map.Entry<Failure, Occurrences>> order = Comparator.comparing(entry -> -entry.getValue().count);
        failures.entrySet().stream()
                .sorted(order.thenComparing(entry -> entry.getValue().firstLine))
                .limit(MOST_SHOWN)
                .forEach(entry -> rows.add(row(entry.getKey(), entry.getValue())));
        return rows;
    }

    /** How many there are that have no row. */
    long others() {
        return Math.max(0, failures.size() - MOST_SHOWN);
    }

    private List<List<Inline>> row(Failure failure, Occurrences occurrences) {
        Wording words = knowledge.words();
        Phrases phrases = Phrases.of(knowledge, failure.code(), failure.verb());
        String action = occurrences
                .hint
                .map(hint -> hint.server() + " · " + Phrases.sentences(words, hint.cause(), hint.fix()))
                .orElseGet(phrases::action);
        return List.of(
                Cells.of(occurrences.count),
                List.of(new Inline.Strong(failure.code() + " " + phrases.name())),
                Cells.of(failure.verb()),
                Cells.said(failure.text()),
                List.of(new Inline.Line(occurrences.firstLine)),
                Inline.prose(action));
    }
}
