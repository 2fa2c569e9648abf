package io.github.ftploglens.log;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.format.LinePattern;
import io.github.ftploglens.format.LogFormat;
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

    /** Whether the line has the field. */
    boolean has(Field field) {
        return LinePattern.start(field, bounds) >= 0;
    }

    /** Where the field begins, 0 when the line has none. */
    int start(Field field) {
        return Math.max(0, LinePattern.start(field, bounds));
    }

    /** Where the field ends, 0 when the line has none. */
    int end(Field field) {
        return Math.max(0, LinePattern.end(field, bounds));
    }

    /** Whether the text of the field, empty when the line has none, is this one. */
    boolean says(Field field, String value) {
        return end(field) - start(field) == value.length() && text.startsWith(value, start(field));
    }

    Optional<Span> span(Field field) {
        return LinePattern.span(field, bounds);
    }

    /** Where the field stands, or the empty end of the line when there is none. */
    Span spanOrEnd(Field field) {
        return has(field) ? new Span(start(field), end(field)) : new Span(text.length(), text.length());
    }

    /** The text of the field, or empty when the line has none. */
    String field(Field field) {
        return text.substring(start(field), end(field));
    }

    /** The verb of the line's command in upper case, or empty. */
    String verb() {
        return LogLine.verb(text, bounds);
    }

    /** The codes that the line lists in a field of their own. */
    List<Mark> codes() {
        return has(Field.CODE) ? Mark.listed(text, spanOrEnd(Field.CODE)) : List.of();
    }

    /** The line, which reports no code. */
    ScannedLine plain(Role role, @Nullable OpenSession session) {
        return new ScannedLine(format, pattern, role, List.of(), distance(session), "", ScannedLine.NONE, null);
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
                command == null ? ScannedLine.NONE : number - command.line(),
                null);
    }

    /** How many lines back the session begins. */
    int distance(@Nullable OpenSession session) {
        return session == null ? ScannedLine.NONE : number - session.start();
    }
}
