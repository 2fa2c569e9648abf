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
        if (!line.isCommand()) {
            return Optional.empty();
        }
        return new LogText(line, document.text(position.line()))
                .verbSpan()
                .filter(span -> span.touches(position.column()))
                .map(span -> new Verb(line.verb(), span));
    }
}
