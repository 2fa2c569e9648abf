package io.github.ftploglens.format;

import io.github.ftploglens.format.LinePattern.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A place in the lines of one log where verbs of commands stand, known by what stands directly left of it. */
final class VerbSlot {
    private static final String OPENING = "\"'[(<{";
    private static final String CLOSING = "\"'])>}";
    /** How programs write out the end of what was sent. */
    private static final List<String> LINE_ENDS = List.of("\\r\\n", "\\n", "\\r", "..", ".");

    private static final String VERB = "{verb=@verbs}";
    private static final String ARGUMENT = "{?{:blank}{argument}}";

    private final String context;
    /** What stands before the verb as before other words, as in {@code [USER bob]}; and what then stands behind. */
    private final String opening;

    private final String closing;
    private final Set<String> verbs = new HashSet<>();
    private int count;
    private int closed;
    private int closedTwice;
    private int alone;
    /** How many lines end with each of the closing signs, where what it closes stands further left, as in {@code "Sent: QUIT"}. */
    private final int[] closedAround = new int[CLOSING.length()];

    /** How many end with each of the line ends. */
    private final int[] ended = new int[LINE_ENDS.size()];

    VerbSlot(String context) {
        this.context = context;
        int sign = context.isEmpty() ? -1 : OPENING.indexOf(context.charAt(context.length() - 1));
        opening = sign < 0 ? "" : OPENING.substring(sign, sign + 1);
        closing = sign < 0 ? "" : CLOSING.substring(sign, sign + 1);
    }

    /** Adds the verb that stands between the columns. */
    void add(String line, int start, int end) {
        verbs.add(line.substring(start, end).toUpperCase(Locale.ROOT));
        count++;
        closed += !closing.isEmpty() && line.indexOf(closing, end) == line.length() - 1 ? 1 : 0;
        int last = line.length() - (line.endsWith(closing) ? closing.length() : 0);
        for (int i = 0; i < ended.length; i++) {
            ended[i] +=
                    line.startsWith(LINE_ENDS.get(i), last - LINE_ENDS.get(i).length()) ? 1 : 0;
        }
        int around = CLOSING.indexOf(line.charAt(line.length() - 1));
        if (around >= 0 && line.lastIndexOf(OPENING.charAt(around), start) >= 0) {
            closedAround[around]++;
        }
        alone += end == line.length() || line.charAt(end) != ' ' ? 1 : 0;
        closedTwice += !closing.isEmpty() && line.startsWith(closing + " " + opening, end) ? 1 : 0;
    }

    String context() {
        return context;
    }

    int count() {
        return count;
    }

    Set<String> verbs() {
        return Set.copyOf(verbs);
    }

    /** Lines with a command; where replies look alike, only the content tells them from each other. */
    LearntLayout command(List<String> replies) {
        if (replies.contains(context)) {
            return new LearntLayout(Role.LINE, context, "{line}" + end());
        }
        boolean isApart = closedTwice * 2 > count;
        String argument = isApart ? LearntLayout.literal(closing + " " + opening) + "{argument}" : ARGUMENT;
        return new LearntLayout(Role.COMMAND, context, VERB + argument + lineEnd() + end());
    }

    /** Lines with a command, and behind it the code that stands in that context; none where it does not stand behind it. */
    Optional<LearntLayout> record(String code, Slot slot) {
        if (Cells.isPlace(context) && Cells.isPlace(code)) {
            boolean isAlone = alone == count;
            return Optional.ofNullable(Cells.between(context, code, isAlone))
                    .map(between -> VERB + (isAlone ? "" : ARGUMENT) + between + "{code:code}" + slot.follows())
                    .map(row -> new LearntLayout(Role.RECORD, context, row));
        }
        return Cells.isPlace(context) || Cells.isPlace(code) ? Optional.empty() : Optional.of(behind(code, slot));
    }

    private LearntLayout behind(String code, Slot slot) {
        String behind = LearntLayout.behind(code) + "{code:code}" + slot.follows();
        String close = LearntLayout.literal(closing);
        boolean isOpen = !behind.startsWith(close);
        // Within quotes a command needs no known verb: ProFTPD writes OPTS_UTF8.
        String command = isOpen ? VERB + ARGUMENT + close + "{_}" : close.isEmpty() ? VERB + ARGUMENT : "{command}";
        return new LearntLayout(Role.RECORD, context, command + behind);
    }

    /** What stands behind a verb without an argument, when the ends of lines are written out; those of others are part of it. */
    private String lineEnd() {
        for (int i = 0; i < ended.length; i++) {
            if (ended[i] * 2 > count) {
                return "{?" + LearntLayout.literal(LINE_ENDS.get(i)) + "}";
            }
        }
        return "";
    }

    private String end() {
        for (int i = 0; i < closedAround.length && closing.isEmpty(); i++) {
            if (closedAround[i] * 2 > count) {
                return "{?" + LearntLayout.literal(CLOSING.substring(i, i + 1)) + "}";
            }
        }
        boolean isEnd = closing.isEmpty() || closed * 10 >= count * 9;
        return LearntLayout.literal(closing) + (isEnd ? "" : "{_}");
    }
}
