package io.github.ftploglens.lsp;

import io.github.ftploglens.feature.Region;
import io.github.ftploglens.text.Edit;
import io.github.ftploglens.text.Position;
import io.github.ftploglens.text.Span;
import java.util.function.IntFunction;
import org.eclipse.lsp4j.Range;

/**
 * The places of a document, between our columns and the client's.
 *
 * @param lines the texts of its lines
 * @param count how many it has
 * @param encoding how the client counts
 */
record Places(IntFunction<String> lines, int count, Encoding encoding) {
    Position from(org.eclipse.lsp4j.Position position) {
        int line = position.getLine();
        return encoding == Encoding.UTF_16 || line < 0 || line >= count
                ? new Position(line, position.getCharacter())
                : new Position(line, encoding.fromClient(lines.apply(line), position.getCharacter()));
    }

    Edit edit(Range range, String text) {
        Position start = from(range.getStart());
        Position end = from(range.getEnd());
        boolean inOrder = start.line() < end.line() || (start.line() == end.line() && start.column() <= end.column());
        return inOrder ? new Edit(start, end, text) : new Edit(end, start, text);
    }

    /** The client's column; {@code column} is ours. */
    int column(int line, int column) {
        return encoding == Encoding.UTF_16 ? column : encoding.toClient(lines.apply(line), column);
    }

    org.eclipse.lsp4j.Position position(Position position) {
        return new org.eclipse.lsp4j.Position(position.line(), column(position.line(), position.column()));
    }

    Range range(Region region) {
        return new Range(position(region.start()), position(region.end()));
    }

    Range range(int line, Span span) {
        return new Range(position(new Position(line, span.start())), position(new Position(line, span.end())));
    }
}
