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

    /** Only the text that begins so near to a code is its text. */
    private static final int LONGEST_TEXT = 240;

    /** A number that servers send: reply codes do nearly always, other numbers of three digits one time in four. */
    private static final double KNOWN = 1.4;

    private static final double UNKNOWN = -4.3;

    /** A code with the words of that reply: most replies have them, hardly anything else does. */
    private static final double WORDED = 4.5;

    private static final double NOT_WORDED = -1.2;

    /** A code that the command before it may get (RFC 959 §5.4); by chance, one time in three. */
    private static final double LEGAL = 1.0;

    private static final double ILLEGAL = -3.0;

    /** A text that speaks of another protocol. */
    private static final double FOREIGN = -6.0;

    /** All this together for numbers to be codes: that of a thousand groups of numbers none is taken wrongly. */
    static final double ENOUGH = 10.0;

    private static final int LEAST_NUMBERS = 4;

    private int numbers;
    private int asReply;
    private final Set<Integer> unknown = new HashSet<>();
    private final Set<ReplyCode> known = new HashSet<>();
    private final Set<ReplyCode> worded = new HashSet<>();
    private final Set<ReplyCode> foreign = new HashSet<>();
    /** The codes that each verb got: that of the same line, or that of a line before. */
    private final Map<String, Set<ReplyCode>> beside = new HashMap<>();

    private final Map<String, Set<ReplyCode>> below = new HashMap<>();
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

    /** What stands between the column and the number or id left of it; with the word left of it, when that is one. */
    static String left(String line, int column) {
        int at = column;
        while (at > 0 && column - at < LONGEST && !isWord(line.charAt(at - 1))) {
            at--;
        }
        int start = at;
        while (start > 0 && column - start < LONGEST && isRun(line.charAt(start - 1))) {
            start--;
        }
        boolean isWord = line.substring(start, at).chars().noneMatch(Character::isDigit);
        return (at == 0 ? String.valueOf(START) : "") + line.substring(isWord ? start : at, column);
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
        return word == 0 || rest.isBlank() ? "" : onlyNearest(VARIABLE + rest);
    }

    /**
     * Adds a number of three digits, which is perhaps a code.
     *
     * @param beside the verb of a command left of it, or empty
     * @param before the verb of the last command on a line above, or empty
     */
    void add(ReplyCatalogue catalogue, String line, int column, String beside, String before) {
        numbers++;
        String text = line.substring(column + 3, Math.min(line.length(), column + LONGEST_TEXT));
        char next = text.isEmpty() ? START : text.charAt(0);
        behind.merge(next, 1, Integer::sum);
        asReply += next == ' ' || next == '-' || next == START ? 1 : 0;
        ReplyCode code = ReplyCode.at(line, column);
        Optional<Reply> reply =
                code == null ? Optional.empty() : catalogue.reply(code).filter(Reply::isSent);
        if (code == null || reply.isEmpty()) {
            unknown.add(Integer.valueOf(line.substring(column, column + 3)));
            return;
        }
        known.add(code);
        if (reply.get().isWordedAs(text)) {
            worded.add(code);
        }
        if (text.contains("SMTP") || text.contains("HTTP/") || text.matches("[ -]\\d\\.\\d\\.\\d.*")) {
            foreign.add(code);
        }
        this.beside.computeIfAbsent(beside, verb -> new HashSet<>()).add(code);
        this.below.computeIfAbsent(before, verb -> new HashSet<>()).add(code);
    }

    int numbers() {
        return numbers;
    }

    /**
     * How much the numbers look like reply codes: a sum of log likelihood ratios, each different number, text and pair of a
     * command and a reply counted once, for what a log repeats is no new evidence.
     */
    double evidence(ReplyCatalogue catalogue) {
        return numbers < LEAST_NUMBERS ? Double.NEGATIVE_INFINITY : Math.max(spoken(catalogue), recorded(catalogue));
    }

    static boolean isEnough(double evidence) {
        return evidence >= ENOUGH;
    }

    /** Whether the numbers are replies with their texts, or stand below the commands that they answer. */
    boolean isReply(ReplyCatalogue catalogue) {
        return isEnough(spoken(catalogue));
    }

    private double spoken(ReplyCatalogue catalogue) {
        double texts = worded.size() * WORDED + (known.size() - worded.size()) * NOT_WORDED;
        return numerals() + Math.max(texts, order(catalogue, below));
    }

    private double recorded(ReplyCatalogue catalogue) {
        return numerals() + order(catalogue, beside);
    }

    private double numerals() {
        return known.size() * KNOWN + unknown.size() * UNKNOWN + foreign.size() * FOREIGN;
    }

    private static double order(ReplyCatalogue catalogue, Map<String, Set<ReplyCode>> answers) {
        double order = 0;
        for (Map.Entry<String, Set<ReplyCode>> verb : answers.entrySet()) {
            for (ReplyCode code : verb.getValue()) {
                boolean isLegal = !verb.getKey().isEmpty() && catalogue.mayAnswer(code, verb.getKey());
                order += isLegal ? LEGAL : ILLEGAL;
            }
        }
        return order;
    }

    /** The pattern of the replies, from their codes on. */
    String reply() {
        return hasText() ? "{reply:reply}" : "{code:code}" + follows();
    }

    /** Whether blanks and hyphens follow the codes, so that the rest of the line is the text. */
    private boolean hasText() {
        return asReply * 10 >= numbers * 9;
    }

    /** The one character that follows the codes, as the sign of a pattern; or any, where several do. */
    String follows() {
        return behind.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(most -> most.getValue() * 10 >= numbers * 9)
                .map(most -> most.getKey() == START ? "" : LearntLayout.literal(String.valueOf(most.getKey())) + "{_}")
                .orElse("{_}");
    }

    static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** Times, addresses and versions are one run: {@code 05:08:39.425}, {@code 192.0.2.7:21}. */
    static boolean isRun(char c) {
        return isWord(c) || c == '.' || c == ':' || c == '-' || c == ',';
    }
}
