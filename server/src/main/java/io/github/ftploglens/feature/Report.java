package io.github.ftploglens.feature;

import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.reply.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sums up a log that is given line by line: the failures first, with cause and fix, then all replies. */
public final class Report {
    /** More different texts of one code are not told from each other. */
    private static final int MOST_TEXTS = 1_000;

    private final Knowledge knowledge;
    private final Map<ReplyCode, Integer> replies = new TreeMap<>();
    private final Map<Failure, Occurrences> failures = new HashMap<>();
    private final SessionServers servers;
    private final AnsweredSecrets secrets;
    private int lines;
    private int sessions;

    /** Failed replies with one code and one text to one kind of command. */
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

    public Report(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.servers = new SessionServers(knowledge);
        this.secrets = new AnsweredSecrets(knowledge.catalogue());
    }

    /**
     * The report of a log.
     *
     * @param name what the reader knows the log by
     */
    public static Page of(Knowledge knowledge, LogDocument document, String name) {
        Report report = new Report(knowledge);
        int last = document.count() - 1;
        // What follows the last line break is a line to the editor, but not to the reader.
        int count = document.text(last).isEmpty() ? last : document.count();
        for (int i = 0; i < count; i++) {
            report.line(i, document.text(i), document.line(i));
        }
        return report.page(name);
    }

    /**
     * Takes the next line.
     *
     * @param number its number, 0-based
     */
    public void line(int number, String text, ScannedLine line) {
        lines = number + 1;
        secrets.line(number, text, line);
        sessions += line.session() == 0 ? 1 : 0;
        for (Mark mark : line.marks()) {
            servers.code(number, text, line, mark);
            if (mark.kind() == Mark.Kind.REPLY) {
                replies.merge(mark.code(), 1, Integer::sum);
                if (mark.code().kind().isNegative()) {
                    failed(number, text, line, mark);
                }
            }
        }
    }

    private void failed(int number, String text, ScannedLine line, Mark mark) {
        String said = secrets.replyText(number, text, line, mark).strip();
        boolean known = knowledge.catalogue().command(line.verb()).isPresent();
        String verb = known ? line.verb() : "";
        Failure failure = new Failure(mark.code(), verb, failures.size() < MOST_TEXTS ? said : "");
        failures.computeIfAbsent(failure, key -> new Occurrences(number, servers.hint(number, text, line, mark)))
                .count++;
    }

    /** The report of the lines so far. */
    public Page page(String name) {
        Wording words = knowledge.words();
        Page.Builder page = new Page.Builder();
        page.heading(1, List.of(new Inline.Text(words.get("report.title")), new Inline.Code(name)));
        int failed = failures.values().stream().mapToInt(each -> each.count).sum();
        int all = replies.values().stream().mapToInt(Integer::intValue).sum();
        page.prose(words.get(
                "report.summary", Map.of("lines", lines, "sessions", sessions, "replies", all, "failures", failed)));
        if (!failures.isEmpty()) {
            page.heading(2, words.get("report.failures"));
            page.table(failureRows());
        }
        if (!replies.isEmpty()) {
            page.heading(2, words.get("report.replies"));
            page.table(replyRows());
        }
        return page.build();
    }

    private List<List<List<Inline>>> failureRows() {
        Wording words = knowledge.words();
        List<List<List<Inline>>> rows = new ArrayList<>();
        rows.add(head("report.count", "report.code", "report.command", "report.text", "report.first", "row.action"));
        Comparator<Map.Entry<Failure, Occurrences>> order = Comparator.comparing(entry -> -entry.getValue().count);
        failures.entrySet().stream()
                .sorted(order.thenComparing(entry -> entry.getValue().firstLine))
                .forEach(entry -> {
                    Failure failure = entry.getKey();
                    Phrases phrases = Phrases.of(knowledge, failure.code(), failure.verb());
                    String action = entry.getValue()
                            .hint
                            .map(hint -> hint.server() + " · " + Phrases.sentences(words, hint.cause(), hint.fix()))
                            .orElseGet(phrases::action);
                    rows.add(List.of(
                            cell(entry.getValue().count),
                            List.of(new Inline.Strong(failure.code() + " " + phrases.name())),
                            cell(failure.verb()),
                            said(failure.text()),
                            cell(entry.getValue().firstLine + 1),
                            Inline.prose(action)));
                });
        return rows;
    }

    private List<List<List<Inline>>> replyRows() {
        List<List<List<Inline>>> rows = new ArrayList<>();
        rows.add(head("report.count", "report.code"));
        replies.entrySet().stream()
                .sorted(Map.Entry.<ReplyCode, Integer>comparingByValue().reversed())
                .forEach(entry -> rows.add(List.of(
                        cell(entry.getValue()),
                        cell(entry.getKey() + " "
                                + Phrases.of(knowledge, entry.getKey(), "").name()))));
        return rows;
    }

    private List<List<Inline>> head(String... keys) {
        return Arrays.stream(keys).map(key -> cell(knowledge.words().get(key))).toList();
    }

    private static List<Inline> said(String text) {
        return text.isEmpty() ? List.of() : List.of(new Inline.Code(text));
    }

    private static List<Inline> cell(Object value) {
        return List.of(new Inline.Text(String.valueOf(value)));
    }
}
