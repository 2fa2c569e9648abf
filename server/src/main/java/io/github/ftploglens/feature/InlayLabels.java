package io.github.ftploglens.feature;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.text.Position;
import io.github.ftploglens.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says in the lines what they leave out: the meaning of a bare code, the port of a data connection, the time that passed. */
public final class InlayLabels {
    /** An exchange that takes so many seconds is slow. */
    private static final double SLOW = 2;

    /** Which labels are shown. */
    public enum Shown {
        OFF,
        /** Those of failures and of slow exchanges. */
        FAILURES,
        ALL
    }

    private final Knowledge knowledge;
    private final LogDocument document;
    private final Shown shown;
    private final List<InlayLabel> labels = new ArrayList<>();

    private InlayLabels(Knowledge knowledge, LogDocument document, Shown shown) {
        this.knowledge = knowledge;
        this.document = document;
        this.shown = shown;
    }

    /**
     * The labels of some lines, in the order of the text.
     *
     * @param first the first line, 0-based
     * @param last the last line, 0-based and included; those that the log does not have are left out
     */
    public static List<InlayLabel> of(Knowledge knowledge, LogDocument document, Shown shown, int first, int last) {
        InlayLabels labels = new InlayLabels(knowledge, document, shown);
        for (int i = Math.max(0, first); i <= last && i < document.count() && shown != Shown.OFF; i++) {
            ScannedLine line = document.line(i);
            if (line.isCommand() || !line.marks().isEmpty()) {
                labels.line(i, line, document.text(i));
            }
        }
        return List.copyOf(labels.labels);
    }

    private void line(int number, ScannedLine line, String lineText) {
        LogText text = new LogText(line, lineText);
        List<InlayLabel> found = new ArrayList<>();
        if (shown == Shown.ALL && line.isCommand()) {
            text.argumentSpan()
                    .ifPresent(span ->
                            address(number, span, DataAddress.ofCommand(line.verb(), span.of(lineText)), found));
        }
        for (Mark mark : line.marks()) {
            if (mark.kind() == Mark.Kind.REPLY) {
                reply(number, line, text, mark, found);
            }
        }
        found.sort(Comparator.comparingInt(label -> label.position().column()));
        labels.addAll(found);
        slow(number, line, text, lineText.length());
    }

    private void reply(int number, ScannedLine line, LogText text, Mark mark, List<InlayLabel> found) {
        boolean wanted = shown == Shown.ALL || mark.code().kind().isNegative();
        String said = text.replyText(mark);
        if (wanted && said.isBlank()) {
            String name = Phrases.of(knowledge, mark.code(), line.verb()).name();
            found.add(new InlayLabel(new Position(number, mark.span().end()), name));
        } else if (shown == Shown.ALL) {
            Optional<DataAddress> address = DataAddress.ofReply(mark.code(), said);
            text.replySpan(mark).ifPresent(span -> address(number, span, address, found));
        }
    }

    private static void address(int number, Span said, Optional<DataAddress> address, List<InlayLabel> found) {
        address.ifPresent(decoded -> found.add(new InlayLabel(new Position(number, said.end()), decoded.toString())));
    }

    /** The time that the command took whose last reply the line has. */
    private void slow(int number, ScannedLine line, LogText text, int end) {
        boolean ends = line.command() > 0
                && line.marks().stream()
                        .anyMatch(mark -> mark.kind() == Mark.Kind.REPLY
                                && mark.code().kind().isFinal());
        String now = ends ? text.field(Field.TIME) : "";
        if (now.isEmpty()) {
            return;
        }
        int sent = number - line.command();
        String before = new LogText(document.line(sent), document.text(sent)).field(Field.TIME);
        if (!before.equals(now)) {
            Elapsed.seconds(before, now)
                    .filter(seconds -> seconds >= SLOW)
                    .ifPresent(seconds -> labels.add(
                            new InlayLabel(new Position(number, end), Elapsed.said(knowledge.words(), seconds))));
        }
    }
}
