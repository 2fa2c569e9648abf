package io.github.ftploglens.log;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.format.LinePattern;
import java.util.Locale;

/** Reads what a matched line says. */
final class LogLine {
    private LogLine() {}

    /** The verb of the line's command in upper case, or empty. */
    static String verb(String line, int[] bounds) {
        return LinePattern.text(Field.VERB, line, bounds)
                .or(() -> LinePattern.span(Field.COMMAND, bounds)
                        .or(() -> LinePattern.span(Field.LINE, bounds))
                        .map(span -> firstWord(span.of(line), 0)))
                .orElse("")
                .toUpperCase(Locale.ROOT);
    }

    /** The command as the client sent it: the verb in upper case, a space and the argument; or empty. */
    static String command(String line, int[] bounds) {
        String verb = verb(line, bounds);
        String argument = LinePattern.text(Field.ARGUMENT, line, bounds)
                .or(() -> LinePattern.text(Field.COMMAND, line, bounds).map(LogLine::afterFirstWord))
                .or(() -> LinePattern.text(Field.LINE, line, bounds).map(LogLine::afterFirstWord))
                .orElse("");
        return argument.isEmpty() ? verb : verb + " " + argument;
    }

    /** The characters from the column up to the next blank. */
    static String firstWord(String text, int from) {
        int end = text.indexOf(' ', from);
        return text.substring(from, end < 0 ? text.length() : end);
    }

    private static String afterFirstWord(String command) {
        int blank = command.indexOf(' ');
        return blank < 0 ? "" : command.substring(blank + 1).strip();
    }
}
