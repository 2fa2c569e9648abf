package io.github.ftploglens.feature;

import io.github.ftploglens.reply.Command;
import io.github.ftploglens.reply.ReplyCatalogue;
import java.util.regex.Pattern;

/** Keeps passwords out of everything that is shown: the arguments of commands that are secret, and passwords in addresses. */
public final class Secrets {
    private static final String MASK = "***";

    /** {@code ftp://user:password@host}; bounded, so that no line makes it slow. */
    private static final Pattern IN_ADDRESS = Pattern.compile("(://[^\\s:/@]{0,256}+:)[^\\s/]{1,256}@");

    /** A command that a reply or an error text repeats. */
    private static final Pattern REPEATED = Pattern.compile("(?i)\\b(PASS|ACCT|ADAT)(\\s++)(?!\\*)([^'\":]++)");

    private static final Pattern SECRET_VERB = Pattern.compile("(?i)\\b(?:PASS|ACCT|ADAT)\\b");

    private Secrets() {}

    /** Whether a line of a log may have a password in it, whatever its layout. */
    public static boolean mayHold(String line) {
        return SECRET_VERB.matcher(line).find() || !mask(line).equals(line);
    }

    /**
     * A command as it may be shown.
     *
     * @param command a verb in upper case, and perhaps a space and an argument
     */
    public static String mask(ReplyCatalogue catalogue, String command) {
        int blank = command.indexOf(' ');
        if (blank < 0) {
            return command;
        }
        int secret = startOfSecret(catalogue, command);
        return secret < 0 ? mask(command) : command.substring(0, secret) + MASK;
    }

    /**
     * Where in a command the argument begins that must never be shown, or -1 when there is none; {@code SITE PSWD} and the
     * like have a verb of two words.
     */
    static int startOfSecret(ReplyCatalogue catalogue, String command) {
        int first = command.indexOf(' ');
        int second = first < 0 ? -1 : command.indexOf(' ', first + 1);
        for (int blank : new int[] {first, second}) {
            if (blank > 0 && isSecret(catalogue, command.substring(0, blank))) {
                return blank + 1;
            }
        }
        return -1;
    }

    private static boolean isSecret(ReplyCatalogue catalogue, String verb) {
        return catalogue.command(verb).map(Command::isSecret).orElse(false);
    }

    /**
     * A text that answers a command, as it may be shown: without the command's argument when that is secret.
     *
     * @param command the command as the log has it
     */
    public static String mask(ReplyCatalogue catalogue, String command, String text) {
        int secret = startOfSecret(catalogue, command);
        String argument = secret < 0 ? "" : command.substring(secret);
        return mask(argument.length() < 3 ? text : text.replace(argument, MASK));
    }

    /** A text of a log as it may be shown. */
    public static String mask(String text) {
        String masked = text;
        if (text.contains("://")) {
            masked = IN_ADDRESS.matcher(masked).replaceAll("$1" + MASK + "@");
        }
        return mayRepeat(masked) ? REPEATED.matcher(masked).replaceAll("$1$2" + MASK) : masked;
    }

    /** Whether the text may hold a secret verb: the expression takes ten times as long to find none in most texts. */
    private static boolean mayRepeat(String text) {
        for (int i = 0; i + 4 <= text.length(); i++) {
            char c = text.charAt(i);
            boolean mayBegin = c == 'P' || c == 'p' || c == 'A' || c == 'a';
            if (mayBegin
                    && (text.regionMatches(true, i, "PASS", 0, 4)
                            || text.regionMatches(true, i, "ACCT", 0, 4)
                            || text.regionMatches(true, i, "ADAT", 0, 4))) {
                return true;
            }
        }
        return false;
    }
}
