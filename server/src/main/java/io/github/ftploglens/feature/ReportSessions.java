package io.github.ftploglens.feature;

import io.github.ftploglens.log.LogTime;
import io.github.ftploglens.reply.Key;
import io.github.ftploglens.reply.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables of a report that show sessions, transfers and slow commands. */
final class ReportSessions {
    private ReportSessions() {}

    static List<List<List<Inline>>> sessions(Wording words, List<Session> sessions) {
        List<List<List<Inline>>> rows = new ArrayList<>();
        rows.add(Cells.head(
                words,
                "report.line",
                "report.user",
                "report.client",
                "report.server",
                "report.start",
                "report.duration",
                "report.transfers",
                "report.failures",
                "report.state"));
        for (Session session : sessions) {
            rows.add(List.of(
                    Cells.of(session.first() + 1),
                    shown(session.user()),
                    shown(session.client()),
                    Cells.of(session.server()),
                    shown(session.start().map(LogTime::toString).orElse("")),
                    duration(words, session.seconds()),
                    Cells.of(session.transfers()),
                    Cells.of(session.failures()),
                    Cells.of(words.get("state." + Key.of(session.state())))));
        }
        return rows;
    }

    static List<List<List<Inline>>> transfers(Wording words, List<SessionTotals.Moved> transfers) {
        List<List<List<Inline>>> rows = new ArrayList<>();
        rows.add(Cells.head(
                words,
                "report.line",
                "report.user",
                "report.command",
                "row.outcome",
                "report.bytes",
                "report.duration"));
        for (SessionTotals.Moved moved : transfers) {
            Transfer transfer = moved.transfer();
            String outcome = words.get("outcome." + Key.of(transfer.outcome()));
            String code = transfer.outcome() == Transfer.Outcome.FAILED
                    ? transfer.reply().map(mark -> ": " + mark.code()).orElse("")
                    : "";
            rows.add(List.of(
                    Cells.of(transfer.line() + 1),
                    shown(moved.user()),
                    shown((transfer.verb() + " " + transfer.name()).strip()),
                    Cells.of(outcome + code),
                    transfer.bytes().isPresent() ? Cells.of(transfer.bytes().getAsLong()) : List.of(),
                    duration(words, transfer.seconds())));
        }
        return rows;
    }

    static List<List<List<Inline>>> slowest(Wording words, List<SlowExchanges.Slow> slowest) {
        List<List<List<Inline>>> rows = new ArrayList<>();
        rows.add(Cells.head(words, "report.duration", "report.command", "report.code", "report.line"));
        for (SlowExchanges.Slow slow : slowest) {
            rows.add(List.of(
                    Cells.of(Elapsed.said(words, slow.seconds())),
                    shown(slow.command()),
                    Cells.of(slow.code()),
                    Cells.of(slow.line() + 1)));
        }
        return rows;
    }

    private static List<Inline> duration(Wording words, Optional<Double> seconds) {
        return seconds.map(known -> Cells.of(Elapsed.said(words, known))).orElse(List.of());
    }

    private static List<Inline> shown(String text) {
        return Cells.said(Secrets.mask(text));
    }
}
