package io.github.ftploglens.feature;

import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.Command;
import io.github.ftploglens.reply.ReplyCatalogue;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the dialogue of the first session that failed, when a log is read line by line. */
final class Dialogues {
    /** What can be said of the session, the most telling last. */
    enum Fault {
        FINE,
        /** Some reply was negative. */
        REFUSED,
        /** A login or a transfer failed, or the server closed the connection. */
        FAILED
    }

    /** Of so many sessions at a time it is known what was said before one of them fails. */
    private static final int MOST_KEPT = 256;

    private final ReplyCatalogue catalogue;
    private final AnsweredSecrets secrets;
    /** The latest messages of each session, by its first line; none once the session is found that is shown. */
    private final Map<Integer, Dialogue> running = new Latest<>(MOST_KEPT);

    private @Nullable Dialogue chosen;
    private Fault fault = Fault.FINE;

    Dialogues(ReplyCatalogue catalogue, AnsweredSecrets secrets) {
        this.catalogue = catalogue;
        this.secrets = secrets;
    }

    /** Takes the next line, of which the secrets have been told. */
    void line(int number, String text, ScannedLine line) {
        boolean talks = line.isCommand() || !line.marks().isEmpty();
        if (!talks || line.session() == ScannedLine.NONE) {
            return;
        }
        int start = number - line.session();
        Dialogue shown = chosen;
        if (shown == null) {
            shown = new Dialogue(start).withEndLeftOut();
            chosen = shown;
        }
        Dialogue latest = fault == Fault.FAILED ? null : running.computeIfAbsent(start, Dialogue::new);
        if (shown.start() == start) {
            say(shown, number, text, line);
        }
        if (latest != null) {
            say(latest, number, text, line);
            line.marks().forEach(mark -> judge(latest, line, mark));
        }
    }

    private void say(Dialogue dialogue, int number, String text, ScannedLine line) {
        if (line.isCommand()) {
            String command = Secrets.mask(catalogue, new LogText(line, text).command());
            dialogue.say(Dialogue.Speaker.CLIENT, command);
        }
        for (Mark mark : line.marks()) {
            if (mark.kind() == Mark.Kind.REPLY) {
                String said = secrets.replyText(number, text, line, mark).strip();
                dialogue.say(Dialogue.Speaker.SERVER, (mark.code() + " " + said).strip());
            }
        }
    }

    /** The session that is shown, or empty when there is none. */
    Optional<Dialogue> chosen() {
        return Optional.ofNullable(chosen).filter(dialogue -> !dialogue.isEmpty());
    }

    Fault fault() {
        return fault;
    }

    private void judge(Dialogue latest, ScannedLine line, Mark mark) {
        if (mark.kind() != Mark.Kind.REPLY || !mark.code().kind().isNegative()) {
            return;
        }
        Fault found = mark.code().value() == 421 || isPurpose(line.verb()) ? Fault.FAILED : Fault.REFUSED;
        if (found.compareTo(fault) > 0) {
            fault = found;
            chosen = latest.withEndLeftOut();
            if (found == Fault.FAILED) {
                running.clear();
            }
        }
    }

    /** Whether the command is what a session is for. */
    private boolean isPurpose(String verb) {
        return catalogue
                .command(catalogue.canonical(verb))
                .map(Command::group)
                .filter(group -> group == Command.Group.LOGIN || group == Command.Group.TRANSFER)
                .isPresent();
    }
}
