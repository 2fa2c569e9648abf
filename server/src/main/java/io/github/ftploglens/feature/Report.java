package io.github.ftploglens.feature;

import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.Key;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.reply.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sums up a log that is given line by line, for a ticket: the failures first, with cause and fix; then all replies, the worst
 * sessions and transfers, the slowest commands and the dialogue of one session. What it keeps does not grow with the log.
 */
public final class Report {
    private final Knowledge knowledge;
    private final Map<ReplyCode, Integer> replies = new TreeMap<>();
    private final ReportFailures failures;
    private final SessionServers servers;
    private final AnsweredSecrets secrets;
    private final Sessions running;
    private final SessionTotals ended = new SessionTotals();
    private final SlowExchanges slow;
    private final Dialogues dialogues;
    private int lines;
    private int sessions;

    public Report(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.failures = new ReportFailures(knowledge);
        this.servers = new SessionServers(knowledge);
        this.secrets = new AnsweredSecrets(knowledge.catalogue());
        this.running = new Sessions(knowledge, SessionTotals.MOST_SHOWN, ended::add);
        this.slow = new SlowExchanges(knowledge);
        this.dialogues = new Dialogues(knowledge.catalogue(), secrets);
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
        running.line(number, text, line);
        slow.line(number, text, line);
        dialogues.line(number, text, line);
        sessions += line.session() == 0 ? 1 : 0;
        for (Mark mark : line.marks()) {
            servers.code(number, text, line, mark);
            if (mark.kind() == Mark.Kind.REPLY) {
                replies.merge(mark.code(), 1, Integer::sum);
                if (mark.code().kind().isNegative()) {
                    String said = secrets.replyText(number, text, line, mark).strip();
                    failures.add(number, text, line, mark, said, servers);
                }
            }
        }
    }

    /** The report of the lines so far. */
    public Page page(String name) {
        Wording words = knowledge.words();
        Page.Builder page = new Page.Builder();
        page.heading(1, List.of(new Inline.Text(words.get("report.title")), new Inline.Code(name)));
        SessionTotals totals = ended.and(running.running());
        int all = replies.values().stream().mapToInt(Integer::intValue).sum();
        String summary = words.get(
                "report.summary",
                Map.of("lines", lines, "sessions", sessions, "replies", all, "failures", failures.count()));
        String moved = words.get(
                "report.moved",
                Map.of(
                        "transfers", totals.transfers(),
                        "failures", totals.failedTransfers(),
                        "bytes", totals.bytes()));
        page.prose(totals.transfers() == 0 ? summary : Phrases.sentences(words, summary, moved));
        table(page, "report.failures", failures.rows(), failures.others());
        table(page, "report.replies", replyRows(), 0);
        List<Session> worst = totals.worstSessions();
        table(page, "report.sessions", ReportSessions.sessions(words, worst), totals.otherSessions());
        List<SessionTotals.Moved> transfers = totals.worstTransfers();
        long others = totals.transfers() - transfers.size();
        table(page, "report.transfers", ReportSessions.transfers(words, transfers), others);
        table(page, "report.slowest", ReportSessions.slowest(words, slow.slowest()), 0);
        dialogues.chosen().ifPresent(dialogue -> diagram(page, dialogue));
        return page.build();
    }

    /** A table, unless it has nothing but its head. */
    private void table(Page.Builder page, String heading, List<List<List<Inline>>> rows, long others) {
        if (rows.size() > 1) {
            page.heading(2, knowledge.words().get(heading));
            page.table(rows);
            if (others > 0) {
                page.prose(knowledge.words().get("report.more", Map.of("count", others)));
            }
        }
    }

    private void diagram(Page.Builder page, Dialogue dialogue) {
        Wording words = knowledge.words();
        String which = words.get("report.dialogue." + Key.of(dialogues.fault()), Map.of("line", dialogue.start() + 1));
        String left = words.get("report.dialogue.left", Map.of("count", dialogue.left()));
        page.heading(2, words.get("report.dialogue"));
        page.prose(dialogue.left() == 0 ? which : Phrases.sentences(words, which, left));
        page.preformatted("mermaid", dialogue.mermaid(words));
    }

    private List<List<List<Inline>>> replyRows() {
        List<List<List<Inline>>> rows = new ArrayList<>();
        rows.add(Cells.head(knowledge.words(), "report.count", "report.code"));
        replies.entrySet().stream()
                .sorted(Map.Entry.<ReplyCode, Integer>comparingByValue().reversed())
                .forEach(entry -> rows.add(List.of(
                        Cells.of(entry.getValue()),
                        Cells.of(entry.getKey() + " "
                                + Phrases.of(knowledge, entry.getKey(), "").name()))));
        return rows;
    }
}
