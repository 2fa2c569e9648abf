package io.github.ftploglens.format;

import io.github.ftploglens.reply.Reply;
import io.github.ftploglens.reply.ReplyCatalogue;
import io.github.ftploglens.reply.ReplyCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A place in the lines of one log where numbers of three digits stand, known by what stands directly left of it, and the
 * evidence that these numbers are reply codes.
 */
final class Slot {
    /** Stands for numbers, addresses and ids, which differ from line to line. */
    static final char VARIABLE = '\u0001';

    /** Stands for the beginning of the line. */
    static final char START = '\u0002';

    /** A context of more characters says no more. */
    private static final int LONGEST = 48;

    private int numbers;
    private int codes;
    private int legal;
    private int foreign;
    private int asReply;
    private int wordings;
    private final Set<ReplyCode> different = new HashSet<>();
    private final Set<ReplyCode> worded = new HashSet<>();
    private final Set<String> verbs = new HashSet<>();
    private final Map<Character, Integer> behind = new HashMap<>();

    /** The context of the column: punctuation and at most one word, with {@link #VARIABLE} and {@link #START}. */
    static String context(String line, int column) {
        StringBuilder reversed = new StringBuilder();
        int at = column - 1;
        while (at >= 0 && reversed.length() < LONGEST) {
            char c = line.charAt(at);
            if (!isWord(c)) {
                reversed.append(c);
                at--;
                continue;
            }
            int start = at;
            while (start > 0 && isRun(line.charAt(start - 1))) {
                start--;
            }
            String run = line.substring(start, at + 1);
            at = start - 1;
            if (run.chars().anyMatch(Character::isDigit)) {
                reversed.append(VARIABLE);
            } else {
                return reversed.append(new StringBuilder(run).reverse())
                        .reverse()
                        .toString();
            }
        }
        if (at < 0) {
            reversed.append(START);
        }
        return onlyNearest(reversed.reverse().toString());
    }

    /**
     * Without any word, what stands behind the last of the times and ids is enough; but where that is blank, what stands
     * before the first of them tells WinSCP's {@code < 2026-11-20 220 ready} from {@code . 2026-11-20 220 bytes}.
     */
    private static String onlyNearest(String context) {
        int last = context.lastIndexOf(VARIABLE);
        if (last < 0 || !context.substring(last + 1).isBlank()) {
            return last < 0 ? context : context.substring(last);
        }
        int first = context.indexOf(VARIABLE);
        return context.substring(0, first) + context.substring(last);
    }

    /** The context without its word, for logs whose word is the user; empty when nothing but blanks would be left. */
    static String withoutWord(String context) {
        int word = 0;
        while (word < context.length() && Character.isLetter(context.charAt(word))) {
            word++;
        }
        String rest = context.substring(word);
        return word == 0 || rest.isBlank() ? "" : VARIABLE + rest;
    }

    /** Adds a number of three digits, which is perhaps a code, and the verb of a command left of it, or empty. */
    void add(ReplyCatalogue catalogue, String line, int column, String verb) {
        numbers++;
        String text = line.substring(column + 3);
        char next = text.isEmpty() ? START : text.charAt(0);
        behind.merge(next, 1, Integer::sum);
        asReply += next == ' ' || next == '-' || next == START ? 1 : 0;
        ReplyCode code = ReplyCode.at(line, column);
        Optional<Reply> reply =
                code == null ? Optional.empty() : catalogue.reply(code).filter(Reply::isSent);
        if (code == null || reply.isEmpty()) {
            return;
        }
        codes++;
        different.add(code);
        foreign += text.contains("SMTP") || text.contains("HTTP/") || text.matches("[ -]\\d\\.\\d\\.\\d.*") ? 1 : 0;
        if (reply.get().isWordedAs(text)) {
            worded.add(code);
            wordings++;
        }
        if (!verb.isEmpty() && catalogue.mayAnswer(code, verb)) {
            legal++;
            verbs.add(verb);
        }
    }

    int numbers() {
        return numbers;
    }

    /** How much the numbers look like replies with their texts: how many different ones say what only FTP says. */
    int evidence() {
        return worded.size();
    }

    /** Whether the numbers are replies with their texts. */
    boolean isReply() {
        // A log of uploads alone may have two codes, 150 and 226, but then most of its texts are theirs.
        boolean areWorded = worded.size() >= 3 || (worded.size() == 2 && wordings * 2 >= numbers);
        return numbers >= 4 && codes * 10 >= numbers * 9 && areWorded && foreign * 2 < worded.size();
    }

    /** Whether the numbers are bare codes on the lines of their commands (RFC 959 §5.4). */
    boolean isRecord() {
        return numbers >= 6
                && codes * 20 >= numbers * 19
                && legal * 10 >= numbers * 9
                && different.size() >= 4
                && verbs.size() >= 4
                && foreign == 0;
    }

    /** Whether blanks and hyphens follow the codes, so that the rest of the line is the text. */
    boolean hasText() {
        return asReply * 10 >= numbers * 9;
    }

    /** The one character that follows the codes, as the sign of a pattern; or any, where several do. */
    String follows() {
        return behind.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(most -> most.getValue() * 10 >= numbers * 9)
                .map(most -> most.getKey() == START ? "" : LayoutLearner.literal(String.valueOf(most.getKey())) + "{_}")
                .orElse("{_}");
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** Times, addresses and versions are one run: {@code 05:08:39.425}, {@code 192.0.2.7:21}. */
    private static boolean isRun(char c) {
        return isWord(c) || c == '.' || c == ':' || c == '-' || c == ',';
    }
}
