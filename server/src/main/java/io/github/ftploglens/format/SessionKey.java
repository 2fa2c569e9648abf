package io.github.ftploglens.format;

import io.github.ftploglens.reply.ReplyCatalogue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in the lines of a log where the name of their control connection may stand: a pid, a number, a session id, the
 * client's address.
 *
 * @param word which word of the line it is, from 0; -1 when only what stands left of it tells
 * @param left what stands directly left of it: {@code [pid }, {@code "uid":"}, {@code @}
 */
record SessionKey(int word, String left) {
    private static final int MOST_WORDS = 6;

    /** What stands further right in a line is not looked at. */
    private static final int FURTHEST = 400;

    /** A place that explains the order of the lines better than none must do so by more than chance. */
    private static final double LEAST_GAIN = 3.0;

    /** What the line has at each such place before the column. */
    static Map<SessionKey, String> of(String line, int column) {
        Map<SessionKey, String> keys = new HashMap<>();
        int end = Math.min(column, FURTHEST);
        int word = 0;
        for (int at = 0; at < end && word < MOST_WORDS; word++) {
            int blank = line.indexOf(' ', at);
            if (blank < 0 || blank >= end || blank == at) {
                break;
            }
            keys.put(new SessionKey(word, ""), line.substring(at, blank));
            at = blank + 1;
        }
        int at = 0;
        while (at < end) {
            int behind = FieldType.ID.end(line, at);
            if (behind < 0) {
                at++;
                continue;
            }
            if (behind <= end) {
                String id = line.substring(at, behind);
                String left = Slot.left(line, at);
                keys.putIfAbsent(new SessionKey(-1, left), id);
                if (at > 0 && left.length() > 1 && line.charAt(at - 1) > ' ') {
                    keys.putIfAbsent(new SessionKey(-1, line.substring(at - 1, at)), id);
                }
            }
            at = behind;
        }
        return keys;
    }

    /**
     * The place that explains best why the lines stand in this order: with it, replies follow commands that may get them; or
     * null when none does so much better than to take all lines for those of one connection.
     */
    static @Nullable SessionKey best(ReplyCatalogue catalogue, List<Dialogue.Said> lines) {
        Map<SessionKey, Set<String>> values = new HashMap<>();
        Map<SessionKey, Integer> counts = new HashMap<>();
        for (Dialogue.Said line : lines) {
            line.keys().forEach((key, value) -> {
                values.computeIfAbsent(key, any -> new HashSet<>()).add(value);
                counts.merge(key, 1, Integer::sum);
            });
        }
        SessionKey best = null;
        double most = Dialogue.score(catalogue, lines, null) + LEAST_GAIN;
        for (Map.Entry<SessionKey, Set<String>> candidate : values.entrySet()) {
            int different = candidate.getValue().size();
            boolean isOften = counts.getOrDefault(candidate.getKey(), 0) * 5 >= lines.size() * 4;
            if (isOften && different > 1 && different * 2 <= lines.size()) {
                double score = Dialogue.score(catalogue, lines, candidate.getKey());
                if (score > most
                        || (score == most && best != null && candidate.getKey().isPlainerThan(best))) {
                    most = score;
                    best = candidate.getKey();
                }
            }
        }
        return best;
    }

    /** Words around a place tell it better than its number; of two such, the order only has to be always the same. */
    private boolean isPlainerThan(SessionKey other) {
        return word != other.word
                ? word < other.word
                : left.length() != other.left.length()
                        ? left.length() > other.left.length()
                        : left.compareTo(other.left) < 0;
    }

    /** The beginning of a pattern, up to and with the name of the connection. */
    String pattern() {
        if (word >= 0) {
            return "{:word} ".repeat(word) + "{session:word}";
        }
        boolean starts = left.charAt(0) == Slot.START;
        return (starts ? "" : "{_}") + LearntLayout.literal(starts ? left.substring(1) : left) + "{session:id}";
    }
}
