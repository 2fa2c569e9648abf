package io.github.ftploglens.feature;

import io.github.ftploglens.feature.SessionSteps.Step;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.reply.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table that shows two sessions side by side: what differs, and what stands around it. */
final class SessionTable {
    private static final int MOST_ROWS = 100;

    /** So many equal rows are shown before and behind one that differs. */
    private static final int AROUND = 3;

    private SessionTable() {}

    static List<List<List<Inline>>> of(Wording words, Alignment alignment) {
        List<Alignment.Row> rows = alignment.rows();
        List<List<List<Inline>>> table = new ArrayList<>();
        table.add(List.of(
                List.of(),
                Cells.of(words.get("report.line")),
                Cells.of(words.get("sessions.first")),
                Cells.of(words.get("report.line")),
                Cells.of(words.get("sessions.second"))));
        boolean[] shown = shown(rows);
        int equal = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (shown[i]) {
                equals(words, table, equal);
                equal = 0;
                table.add(row(rows.get(i)));
            } else {
                equal++;
            }
            if (table.size() > MOST_ROWS) {
                int others = rows.size() - i - 1;
                table.add(note(others == 0 ? "" : words.get("report.more", Map.of("count", others))));
                return table;
            }
        }
        equals(words, table, equal);
        return table;
    }

    /** A step in one line: {@code RETR a.txt 550}. */
    static String said(Step step) {
        return (step.command() + " " + step.reply().map(ReplyCode::toString).orElse("")).strip();
    }

    private static boolean[] shown(List<Alignment.Row> rows) {
        boolean[] shown = new boolean[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).isAlike()) {
                for (int near = Math.max(0, i - AROUND); near <= Math.min(rows.size() - 1, i + AROUND); near++) {
                    shown[near] = true;
                }
            }
        }
        return shown;
    }

    private static void equals(Wording words, List<List<List<Inline>>> table, int count) {
        if (count > 0) {
            table.add(note(words.get("sessions.equal", Map.of("count", count))));
        }
    }

    private static List<List<Inline>> note(String text) {
        return List.of(Cells.of("…"), List.of(), Cells.of(text), List.of(), Cells.of(text));
    }

    private static List<List<Inline>> row(Alignment.Row row) {
        return List.of(
                Cells.of(row.isAlike() ? "=" : "≠"),
                line(row.first()),
                step(row.first(), row),
                line(row.second()),
                step(row.second(), row));
    }

    private static List<Inline> line(@Nullable Step step) {
        return step == null ? List.of() : Cells.of(step.line() + 1);
    }

    private static List<Inline> step(@Nullable Step step, Alignment.Row row) {
        if (step == null) {
            return List.of();
        }
        List<Inline> cell = new ArrayList<>(Cells.said(step.command()));
        cell.add(new Inline.Text(step.command().isEmpty() ? "" : " → "));
        String code = step.reply().map(ReplyCode::toString).orElse("–");
        cell.add(row.isAlike() ? new Inline.Text(code) : new Inline.Strong(code));
        return cell;
    }
}
