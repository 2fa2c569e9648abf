package io.github.ftploglens.feature;

import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.ReplyCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The exchanges of a session, as two sessions can be compared by them: without times and arguments. */
final class SessionSteps {
    /**
     * A command and the last reply to it, or a reply to none.
     *
     * @param line the line of the command, or else of the reply, 0-based
     * @param replyLine the line of the last reply, 0-based; the line itself when there is none
     * @param verb the verb in upper case, X commands by the verb that they became; empty for a reply to no command
     * @param command the command without a password, or empty
     * @param code the code of the last reply, or null when the log has none
     */
    record Step(
            int line,
            int replyLine,
            String verb,
            String command,
            @Nullable ReplyCode code) {
        /** Whether the two are alike but for times and arguments. */
        boolean isLike(Step other) {
            return verb.equals(other.verb) && Objects.equals(code, other.code);
        }

        Optional<ReplyCode> reply() {
            return Optional.ofNullable(code);
        }
    }

    private SessionSteps() {}

    /**
     * The steps of a session.
     *
     * @param first the line where it begins, 0-based
     * @param last its last line, 0-based
     * @param most how many are read at most
     */
    static List<Step> of(Knowledge knowledge, LogDocument document, int first, int last, int most) {
        List<Step> steps = new ArrayList<>();
        /* Where the step of a command is, by the command's line. */
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = first; i <= last && steps.size() < most; i++) {
            ScannedLine line = document.line(i);
            if (line.session() == ScannedLine.NONE || i - line.session() != first) {
                continue;
            }
            if (line.isCommand()) {
                String command = new LogText(line, document.text(i)).command();
                String verb = knowledge.catalogue().canonical(line.verb());
                places.put(i, steps.size());
                steps.add(new Step(i, i, verb, Secrets.mask(knowledge.catalogue(), command), null));
            }
            for (Mark mark : line.marks()) {
                if (mark.kind() == Mark.Kind.REPLY) {
                    Integer place = line.command() == ScannedLine.NONE ? null : places.get(i - line.command());
                    if (place == null) {
                        steps.add(new Step(i, i, "", "", mark.code()));
                    } else {
                        Step sent = steps.get(place);
                        steps.set(place, new Step(sent.line, i, sent.verb, sent.command, mark.code()));
                    }
                }
            }
        }
        return steps;
    }
}
