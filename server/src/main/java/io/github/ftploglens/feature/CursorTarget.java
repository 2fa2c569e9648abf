package io.github.ftploglens.feature;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.text.Position;
import io.github.ftploglens.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

    /** What a server says, behind the code or in a line of its own; or a number that says more of it. */
    record ReplyText(int line, Mark mark, Span span) implements CursorTarget {}

    /** The address that a command names for the data connection. */
    record AddressArgument(Span span) implements CursorTarget {}

    /** What tells whose session the line belongs to: its id, the client, the user; or a line that tells of nothing else. */
    record SessionPart(Span span) implements CursorTarget {}

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

    /** What stands around the position, where nothing narrower does. */
    static Optional<CursorTarget> around(LogDocument document, Position position) {
        if (position.line() < 0 || position.line() >= document.count()) {
            return Optional.empty();
        }
        ScannedLine line = document.line(position.line());
        LogText text = new LogText(line, document.text(position.line()));
        Predicate<Span> isHere = span -> !span.isEmpty() && span.touches(position.column());
        return replyText(document, position.line(), line, text, isHere)
                .or(() -> Optional.of(line)
                        .filter(ScannedLine::isCommand)
                        .flatMap(command -> text.argumentSpan())
                        .filter(isHere)
                        .filter(span -> DataAddress.ofCommand(line.verb(), text.command())
                                .isPresent())
                        .map(AddressArgument::new))
                .or(() -> Stream.of(Field.SESSION, Field.CLIENT, Field.USER)
                        .flatMap(field -> text.span(field).filter(isHere).stream())
                        .findFirst()
                        .map(SessionPart::new))
                .or(() -> Optional.of(new Span(0, document.text(position.line()).length()))
                        .filter(whole ->
                                line.role() == ScannedLine.Role.CONNECT || line.role() == ScannedLine.Role.CLOSE)
                        .filter(isHere)
                        .map(SessionPart::new));
    }

    private static Optional<CursorTarget> replyText(
            LogDocument document, int number, ScannedLine line, LogText text, Predicate<Span> isHere) {
        for (Mark mark : line.marks()) {
            Optional<Span> said = text.replySpan(mark)
                    .filter(isHere)
                    .or(() -> text.span(Field.SUBSTATUS).filter(isHere))
                    .or(() -> text.span(Field.WIN32STATUS).filter(isHere));
            if (said.isPresent()) {
                return Optional.of(new ReplyText(number, mark, said.get()));
            }
        }
        int first = line.role() == ScannedLine.Role.INNER
                ? ReplyBlock.around(document, number).first()
                : number;
        List<Mark> marks = document.line(first).marks();
        return first == number || marks.isEmpty()
                ? Optional.empty()
                : text.span(Field.REPLY)
                        .or(() -> text.span(Field.LINE))
                        .or(() -> text.span(Field.TEXT))
                        .filter(isHere)
                        .map(span -> new ReplyText(first, marks.get(marks.size() - 1), span));
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
