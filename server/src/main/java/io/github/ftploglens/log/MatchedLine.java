package io.github.ftploglens.log;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.format.LinePattern;
import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.log.OpenSession.Sent;
import io.github.ftploglens.log.ScannedLine.Role;
import io.github.ftploglens.text.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A line in whose bounds the fields of its pattern are known. */
final class MatchedLine {
    private final LogFormat format;
    private final LinePattern pattern;
    private final String text;
    private final int[] bounds;
    private final int number;

    /**
     * @param bounds where the fields of the pattern stand in the text; true until the next line is read
     * @param number the line's number in the scan
     */
    MatchedLine(LogFormat format, LinePattern pattern, String text, int[] bounds, int number) {
        this.format = format;
        this.pattern = pattern;
        this.text = text;
        this.bounds = bounds;
        this.number = number;
    }

    LogFormat format() {
        return format;
    }

    LinePattern pattern() {
        return pattern;
    }

    String text() {
        return text;
    }

    int[] bounds() {
        return bounds;
    }

    int number() {
        return number;
    }

    Optional<Span> span(Field field) {
        return LinePattern.span(field, bounds);
    }

    /** Where the field stands, or the empty end of the line when there is none. */
    Span spanOrEnd(Field field) {
        return span(field).orElse(new Span(text.length(), text.length()));
    }

    /** The text of the field, or empty when the line has none. */
    String field(Field field) {
        return LinePattern.text(field, text, bounds).orElse("");
    }

    /** The verb of the line's command in upper case, or empty. */
    String verb() {
        return LogLine.verb(text, bounds);
    }

    /** The codes that the line lists in a field of their own. */
    List<Mark> codes() {
        return span(Field.CODE).map(span -> Mark.listed(text, span)).orElse(List.of());
    }

    /** The line, which reports no code. */
    ScannedLine plain(Role role, @Nullable OpenSession session) {
        return new ScannedLine(format, pattern, role, List.of(), distance(session), "", ScannedLine.NONE);
    }

    /** The line, which reports codes of replies to the command. */
    ScannedLine marked(Role role, List<Mark> marks, OpenSession session, @Nullable Sent command) {
        return new ScannedLine(
                format,
                pattern,
                role,
                marks,
                distance(session),
                command == null ? "" : command.verb(),
                command == null ? ScannedLine.NONE : number - command.line());
    }

    /** How many lines back the session begins. */
    int distance(@Nullable OpenSession session) {
        return session == null ? ScannedLine.NONE : number - session.start();
    }
}
