package io.github.ftploglens.log;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.format.LinePattern;
import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.text.Span;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a scanned line says, read from its text when it is asked for. */
public final class LogText {
    private final String text;
    private final @Nullable LinePattern pattern;
    private final int[] bounds = LinePattern.newBounds();

    /**
     * @param line what the line is
     * @param text its text
     */
    public LogText(ScannedLine line, String text) {
        this.text = text;
        pattern = line.pattern();
        LogFormat format = line.format();
        if (pattern == null || format == null || !format.matches(pattern, text, bounds)) {
            Arrays.fill(bounds, -1);
        }
    }

    /** The text of the field, or empty when the line has none. */
    public String field(Field field) {
        return LinePattern.text(field, text, bounds).orElse("");
    }

    /** The command as the client sent it: the verb in upper case, a space and the argument; or empty. Not masked. */
    public String command() {
        return LogLine.command(text, bounds);
    }

    /** Where the verb of the line's command stands, or empty. */
    public Optional<Span> verbSpan() {
        return LinePattern.span(Field.VERB, bounds)
                .or(() -> LinePattern.span(Field.COMMAND, bounds)
                        .or(() -> LinePattern.span(Field.LINE, bounds))
                        .map(span -> new Span(
                                span.start(),
                                span.start()
                                        + LogLine.firstWord(span.of(text), 0).length())));
    }

    /** The whole text that the server or the client sent, with its code or verb; or empty. Not masked. */
    public String said() {
        return LinePattern.text(Field.REPLY, text, bounds)
                .or(() -> LinePattern.text(Field.LINE, text, bounds))
                .or(() -> LinePattern.text(Field.TEXT, text, bounds))
                .orElse("");
    }

    /** Where the field stands, or empty when the line has none. */
    public Optional<Span> span(Field field) {
        return LinePattern.span(field, bounds);
    }

    /** Where the argument of the line's command stands, or empty when it has none. */
    public Optional<Span> argumentSpan() {
        return span(Field.ARGUMENT)
                .or(() -> span(Field.COMMAND).or(() -> span(Field.LINE)).map(this::behindFirstWord))
                .filter(span -> !span.isEmpty());
    }

    private Span behindFirstWord(Span command) {
        int start = command.start() + LogLine.firstWord(command.of(text), 0).length();
        int end = command.end();
        while (start < end && text.charAt(start) == ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        return new Span(start, end);
    }

    /** What the server says behind the code, without the blank or hyphen between; or empty. Not masked. */
    public String replyText(Mark mark) {
        return replySpan(mark).map(span -> span.of(text)).orElse("");
    }

    /** Where that stands what the server says behind the code, or empty. */
    public Optional<Span> replySpan(Mark mark) {
        Optional<Span> own = span(Field.TEXT);
        if (own.isPresent()) {
            return own;
        }
        Optional<Span> reply = span(Field.REPLY).or(() -> span(Field.LINE));
        if (pattern == null || reply.isEmpty()) {
            return Optional.empty();
        }
        Span said = reply.get();
        // A code that stands beside the reply is a copy of the one with which the reply begins.
        int code = said.touches(mark.column()) ? mark.column() : said.start();
        int from = code + 4;
        int end = pattern.endOfReplyLine(text, code, said.end());
        return from <= end ? Optional.of(new Span(from, end)) : Optional.empty();
    }
}
