package io.github.ftploglens.feature;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.ReplyCatalogue;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a line says of its session. */
final class SessionText {
    /** {@code Opening BINARY mode data connection for a.txt (57 bytes).} */
    private static final Pattern BYTES = Pattern.compile("(?<![\\d.,])(\\d{1,18}) bytes\\b");

    private SessionText() {}

    /** The user of the line, or empty. Logs write {@code ?}, {@code -}, {@code nobody} or {@code (not logged in)} for none. */
    static String user(ScannedLine line, LogText text) {
        if (line.verb().equals("USER") && line.isCommand()) {
            return text.command().substring("USER".length()).strip();
        }
        String user = text.field(Field.USER);
        boolean nobody = user.equals("?")
                || user.equals("-")
                || user.equals("nobody")
                || user.startsWith("(not ")
                || user.equals("<unknown>");
        return nobody ? "" : user;
    }

    /** The argument of the line's command, without a password. */
    static String argument(ReplyCatalogue catalogue, LogText text) {
        String command = Secrets.mask(catalogue, text.command());
        int blank = command.indexOf(' ');
        return blank < 0 ? "" : command.substring(blank + 1);
    }

    /** How many bytes the line says that a transfer moved, in a field of its own. */
    static OptionalLong bytes(LogText text) {
        return number(text.field(Field.BYTES));
    }

    /** The number that the text is, or empty. */
    static OptionalLong number(String text) {
        boolean isNumber =
                !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** How many bytes a reply says that a transfer moves or has moved. */
    static OptionalLong bytes(String reply) {
        Matcher bytes = BYTES.matcher(reply);
        OptionalLong last = OptionalLong.empty();
        while (bytes.find()) {
            last = OptionalLong.of(Long.parseLong(bytes.group(1)));
        }
        return last;
    }
}
