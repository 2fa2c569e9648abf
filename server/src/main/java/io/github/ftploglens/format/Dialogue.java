package io.github.ftploglens.format;

import io.github.ftploglens.reply.ReplyCatalogue;
import io.github.ftploglens.reply.ReplyCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much what the lines of a log say, read in a certain way, is an FTP dialogue: a sum of log likelihood ratios, each the
 * logarithm of how much likelier something is when the log is read rightly than when it is not.
 */
final class Dialogue {
    /** A command gets a reply that it may get (RFC 959 §5.4) nearly always; by chance, one time in three. */
    private static final double LEGAL = 1.0;

    private static final double ILLEGAL = -3.0;

    /** A reply that answers no command, or a command that no reply answers: the log may have lost a line. */
    private static final double STRAY = -1.5;

    /** PASS comes behind USER, and RNTO behind RNFR (RFC 959 §5.4). */
    private static final double IN_ORDER = 1.0;

    /** A connection begins with a greeting or a login; the log of one may begin later. */
    private static final double BEGUN_LATE = -1.0;

    private static final Map<String, String> FOLLOWS = Map.of("PASS", "USER", "RNTO", "RNFR");

    private static final Set<String> OPENING = Set.of("USER", "AUTH", "HOST", "FEAT");

    private static final int GREETING = 220;

    /**
     * What a line says.
     *
     * @param keys what the line has at the places where the name of its control connection may stand
     * @param verb the verb of its command, in upper case, or empty
     * @param code the code of its reply, or null
     * @param isLast whether the line ends the reply
     */
    record Said(
            Map<SessionKey, String> keys,
            String verb,
            @Nullable ReplyCode code,
            boolean isLast) {}

    private final ReplyCatalogue catalogue;
    private double score;
    private String last = "";
    private String waiting = "";
    private @Nullable ReplyCode open;
    private boolean begun;

    private Dialogue(ReplyCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * How much these lines are FTP dialogues, one for each control connection.
     *
     * @param key where the name of the connection stands, or null when all lines are of one
     */
    static double score(ReplyCatalogue catalogue, List<Said> lines, @Nullable SessionKey key) {
        Map<String, Dialogue> connections = new HashMap<>();
        for (Said line : lines) {
            String name = key == null ? "" : line.keys.getOrDefault(key, "");
            connections.computeIfAbsent(name, any -> new Dialogue(catalogue)).read(line);
        }
        return connections.values().stream()
                .mapToDouble(dialogue -> dialogue.score)
                .sum();
    }

    private void read(Said line) {
        ReplyCode code = line.code;
        if (!line.verb.isEmpty()) {
            command(line.verb);
        }
        if (code != null) {
            reply(code, line.isLast);
        }
        begun = true;
    }

    private void command(String verb) {
        score += waiting.isEmpty() ? 0 : STRAY;
        score += begun || OPENING.contains(verb) ? 0 : BEGUN_LATE;
        String before = FOLLOWS.get(verb);
        score += before == null ? 0 : before.equals(last) ? IN_ORDER : STRAY;
        last = verb;
        waiting = verb;
        open = null;
    }

    private void reply(ReplyCode code, boolean isLast) {
        if (!code.equals(open)) {
            score += answer(code);
        }
        open = isLast ? null : code;
        waiting = isLast && code.kind().isFinal() ? "" : waiting;
    }

    private double answer(ReplyCode code) {
        if (!waiting.isEmpty()) {
            boolean isLegal = catalogue.command(waiting).isPresent() && catalogue.mayAnswer(code, waiting);
            return isLegal ? LEGAL : ILLEGAL;
        }
        return code.value() == GREETING && (!begun || last.equals("QUIT")) ? 0 : STRAY;
    }
}
