package io.github.ftploglens.feature;

import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides the rows of hex dumps. A row does not tell where a name begins that goes on in the next one, so that nothing stays but
 * codes, verbs and what is neither letter nor digit.
 */
final class HexRow {
    private static final Pattern ROW = Pattern.compile(
            "(?<before>.*?\\b[0-9A-Fa-f]{4,8} ?: )(?<hex>[0-9A-Fa-f]{2}[ -][0-9A-Fa-f -]{45})(?<text>.*)",
            Pattern.DOTALL);

    private HexRow() {}

    static boolean is(String line) {
        // Most lines are short of it at once.
        return line.length() > 50
                && line.indexOf(": ") >= 0
                && ROW.matcher(line).matches();
    }

    /** The row with an {@code x} for each letter and digit that may tell, in the text and in the hex columns. */
    static String hidden(String line, ScannedLine scanned) {
        Matcher row = ROW.matcher(line);
        if (!row.matches()) {
            return line;
        }
        StringBuilder text = new StringBuilder(row.group("text"));
        StringBuilder hex = new StringBuilder(row.group("hex"));
        int textStart = row.start("text");
        int first = firstByte(row.group("text"));
        int kept = kept(line, scanned, textStart + first) - textStart;
        for (int i = Math.max(first, kept); i < text.length(); i++) {
            int column = 3 * (i - first);
            if (Character.isLetterOrDigit(text.charAt(i))) {
                text.setCharAt(i, 'x');
                if (column + 1 < hex.length() && hex.charAt(column) != ' ') {
                    hex.replace(column, column + 2, "78");
                }
            }
        }
        return row.group("before") + hex + text;
    }

    /** Behind the hex columns stand blanks, or as .NET writes it a colon. */
    private static int firstByte(String text) {
        return text.startsWith(": ") ? 2 : text.startsWith(" : ") ? 3 : 0;
    }

    /** The column behind the code or the verb, which stay. */
    private static int kept(String line, ScannedLine scanned, int first) {
        List<Mark> marks = scanned.marks();
        if (!marks.isEmpty()) {
            return marks.get(marks.size() - 1).column() + 4;
        }
        boolean isCommand = scanned.isCommand() && line.toUpperCase(Locale.ROOT).startsWith(scanned.verb(), first);
        return isCommand ? first + scanned.verb().length() : first;
    }
}
