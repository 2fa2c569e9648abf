package io.github.ftploglens.feature;

import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.text.Position;
import io.github.ftploglens.text.Span;
import java.util.Optional;

/** Finds where a reply comes from: the command that it answers. */
public final class Definitions {
    private Definitions() {}

    /** The verb of the command that the reply at the position answers; empty when no reply is there, or it answers none. */
    public static Optional<Region> at(LogDocument document, Position position) {
        if (position.line() < 0 || position.line() >= document.count()) {
            return Optional.empty();
        }
        ScannedLine line = document.line(position.line());
        if (line.command() == ScannedLine.NONE || !isOnReply(document, line, position)) {
            return Optional.empty();
        }
        return verb(document, position.line() - line.command());
    }

    /** Where the verb of the command stands that the line holds, or empty. */
    static Optional<Region> verb(LogDocument document, int line) {
        return new LogText(document.line(line), document.text(line))
                .verbSpan()
                .filter(span -> !span.isEmpty())
                .map(span -> Region.of(line, span));
    }

    private static boolean isOnReply(LogDocument document, ScannedLine line, Position position) {
        LogText text = new LogText(line, document.text(position.line()));
        for (Mark mark : line.marks()) {
            Optional<Span> said = text.replySpan(mark);
            if (mark.span().touches(position.column())
                    || (said.isPresent() && said.get().touches(position.column()))) {
                return true;
            }
        }
        return false;
    }
}
