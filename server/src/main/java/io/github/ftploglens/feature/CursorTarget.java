package io.github.ftploglens.feature;

import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.text.Position;
import io.github.ftploglens.text.Span;
import java.util.Optional;

/** What stands under the cursor. */
public sealed interface CursorTarget {
    /** Its place in the line. */
    Span span();

    /** A reported reply code. */
    record Code(Mark mark) implements CursorTarget {
        @Override
        public Span span() {
            return mark.span();
        }
    }

    /** The verb of a command, in upper case. */
    record Verb(String verb, Span span) implements CursorTarget {}

    /** A number of five digits in a line of an FTP log: perhaps an error of Winsock. */
    record OtherNumber(String number, Span span) implements CursorTarget {}

    /** What stands at the position, the column before or behind it included; a position outside the document has nothing. */
    static Optional<CursorTarget> at(LogDocument document, Position position) {
        if (position.line() < 0 || position.line() >= document.count()) {
            return Optional.empty();
        }
        ScannedLine line = document.line(position.line());
        for (Mark mark : line.marks()) {
            if (mark.span().touches(position.column())) {
                return Optional.of(new Code(mark));
            }
        }
        String text = document.text(position.line());
        if (line.isCommand()) {
            Optional<Span> verb = new LogText(line, text).verbSpan().filter(span -> span.touches(position.column()));
            if (verb.isPresent()) {
                return Optional.of(new Verb(line.verb(), verb.get()));
            }
        }
        return document.formats().isEmpty() ? Optional.empty() : number(text, position.column());
    }

    private static Optional<CursorTarget> number(String text, int column) {
        int start = Math.min(column, text.length());
        while (start > 0 && Character.isDigit(text.charAt(start - 1))) {
            start--;
        }
        int end = start;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end - start == 5
                ? Optional.of(new OtherNumber(text.substring(start, end), new Span(start, end)))
                : Optional.empty();
    }
}
