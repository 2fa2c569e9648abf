package io.github.ftploglens.feature;

import io.github.ftploglens.log.Mark;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file or a listing that a client asked for.
 *
 * @param line the line of the command, 0-based
 * @param last the last line that belongs to it, 0-based
 * @param verb the verb of the command in upper case
 * @param name the argument of the command, without passwords but not fit to be shown otherwise; or empty
 * @param bytes how many bytes were moved, or were to be, as far as the log says
 * @param seconds how long it took, as far as the log says
 * @param reply the latest reply to it, or empty
 * @param failures the negative replies to it
 */
public record Transfer(
        int line,
        int last,
        String verb,
        String name,
        OptionalLong bytes,
        Optional<Double> seconds,
        Optional<Mark> reply,
        List<Session.Failure> failures)
        implements Session.Part {
    /** What became of a transfer, the worst first. */
    public enum Outcome {
        FAILED,
        /** It was announced, and no reply ends it. */
        UNFINISHED,
        /** The log has no reply to it. */
        UNKNOWN,
        DONE
    }

    public Transfer {
        failures = List.copyOf(failures);
    }

    public Outcome outcome() {
        if (reply.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        return switch (reply.get().code().kind()) {
            case TRANSIENT_NEGATIVE, PERMANENT_NEGATIVE -> Outcome.FAILED;
            case COMPLETION -> Outcome.DONE;
            default -> Outcome.UNFINISHED;
        };
    }
}
