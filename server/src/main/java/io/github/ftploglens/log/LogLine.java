package io.github.ftploglens.log;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.format.LinePattern;
import java.util.Locale;

/** Reads what a matched line says. */
final class LogLine {
    private static final int SHORTEST_VERB = 3;

    private LogLine() {}

    /** The verb of the line's command in upper case, or empty. */
    static String verb(String line, int[] bounds) {
        int start = LinePattern.start(Field.VERB, bounds);
        if (start >= 0) {
            return line.substring(start, LinePattern.end(Field.VERB, bounds)).toUpperCase(Locale.ROOT);
        }
        Field field = LinePattern.start(Field.COMMAND, bounds) >= 0 ? Field.COMMAND : Field.LINE;
        start = LinePattern.start(field, bounds);
        return start < 0
                ? ""
                : verbOf(firstWord(line, start, LinePattern.end(field, bounds))).toUpperCase(Locale.ROOT);
    }

    /** The verb in a word, behind which the line's end may be written out, and before which Telnet's signals may stand. */
    private static String verbOf(String word) {
        int from = 0;
        while (from < word.length() && word.charAt(from) > '\u007f') {
            from++;
        }
        int to = from;
        while (to < word.length() && (Character.isLetterOrDigit(word.charAt(to)) || word.charAt(to) == '-')) {
            to++;
        }
        return to - from < SHORTEST_VERB ? word : word.substring(from, to);
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
        return firstWord(text, from, text.length());
    }

    private static String firstWord(String text, int from, int end) {
        int blank = from;
        while (blank < end && text.charAt(blank) != ' ') {
            blank++;
        }
        return text.substring(from, blank);
    }

    private static String afterFirstWord(String command) {
        int blank = command.indexOf(' ');
        return blank < 0 ? "" : command.substring(blank + 1).strip();
    }
}
