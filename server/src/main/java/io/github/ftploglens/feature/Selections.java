package io.github.ftploglens.feature;

import io.github.ftploglens.log.Exchange;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.text.Position;
import io.github.ftploglens.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Finds what a reader may want to select around a place, step by step. */
public final class Selections {
    private Selections() {}

    /**
     * The parts of the log around the position, from the smallest to the whole log, each really inside the next: the code or
     * the verb, the reply or the command, the line, the lines of the reply, those of the exchange when they stand together.
     * A position outside the log means the nearest one inside.
     */
    public static List<Region> at(LogDocument document, Position position) {
        int number = Math.max(0, Math.min(position.line(), document.count() - 1));
        String text = document.text(number);
        int column = Math.max(0, Math.min(position.column(), text.length()));
        List<Region> regions = new ArrayList<>();
        for (Span span : spans(document.line(number), text)) {
            if (span.touches(column)) {
                add(regions, Region.of(number, span));
            }
        }
        add(regions, Region.lines(document, number, number));
        ReplyBlock reply = ReplyBlock.around(document, number);
        add(regions, Region.lines(document, reply.first(), reply.last()));
        add(regions, exchange(document, number));
        add(regions, Region.lines(document, 0, document.count() - 1));
        return List.copyOf(regions);
    }

    /** Takes a region when it is larger than the one before, and all around it. */
    private static void add(List<Region> regions, Region next) {
        Region inner = regions.isEmpty() ? null : regions.get(regions.size() - 1);
        if (inner == null || (next.contains(inner) && !next.equals(inner))) {
            regions.add(next);
        }
    }

    /** What the line has that may be selected, a smaller one before the larger one around it. */
    private static List<Span> spans(ScannedLine line, String text) {
        LogText log = new LogText(line, text);
        List<Span> spans = new ArrayList<>();
        for (Mark mark : line.marks()) {
            spans.add(mark.span());
            log.replySpan(mark).ifPresent(said -> spans.add(around(mark.span(), said)));
        }
        if (line.isCommand()) {
            log.verbSpan().ifPresent(verb -> {
                spans.add(verb);
                log.argumentSpan().ifPresent(argument -> spans.add(around(verb, argument)));
            });
        }
        return spans;
    }

    private static Span around(Span one, Span other) {
        return new Span(Math.min(one.start(), other.start()), Math.max(one.end(), other.end()));
    }

    /** The lines of the exchange, or the line alone when those of another session stand between them. */
    private static Region exchange(LogDocument document, int line) {
        Exchange exchange = Exchange.of(document, line);
        List<Integer> replies = exchange.replies();
        int first = exchange.command();
        if (first == ScannedLine.NONE || replies.isEmpty()) {
            return Region.lines(document, line, line);
        }
        int last = replies.get(replies.size() - 1);
        int session = first - document.line(first).session();
        for (int i = first + 1; i <= last; i++) {
            ScannedLine between = document.line(i);
            boolean foreign = between.session() != ScannedLine.NONE && i - between.session() != session;
            if (foreign || between.isCommand()) {
                return Region.lines(document, line, line);
            }
        }
        return Region.lines(document, first, last);
    }
}
