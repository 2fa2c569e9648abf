package io.github.ftploglens.feature;

import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Something in a log that a reader should know of: a failed reply, many of them, or a reply out of order.
 *
 * @param kind what it is
 * @param line its line, 0-based; of several replies that of the first
 * @param span the code in the line
 * @param severity how bad it is
 * @param code the code
 * @param message what failed, why, and what to do
 * @param address where the code is defined
 * @param count how many replies it stands for, at least 1
 * @param related other places that belong to it, by what they are
 */
public record Finding(
        Kind kind,
        int line,
        Span span,
        Severity severity,
        ReplyCode code,
        String message,
        String address,
        int count,
        List<Related> related) {
    /** What is found. */
    public enum Kind {
        FAILURE,
        /** Many failures of one kind. */
        BURST,
        /** A preliminary reply without its final one. */
        UNFINISHED,
        /** A positive reply that the command may not get. */
        UNEXPECTED,
        /** A reply for which no command waits. */
        STRAY,
        /** What is not shown. */
        MORE
    }

    /** How bad a finding is, the worst first. */
    public enum Severity {
        ERROR,
        WARNING,
        INFORMATION,
        HINT;

        /** The next one that is less bad, if there is one. */
        Severity milder() {
            return switch (this) {
                case ERROR -> WARNING;
                case WARNING -> INFORMATION;
                case INFORMATION, HINT -> HINT;
            };
        }
    }

    /**
     * Another place of the log.
     *
     * @param line its line, 0-based
     * @param span what of the line is meant
     * @param message what it is, for a reader
     */
    public record Related(Role role, int line, Span span, String message) {
        /** What a place has to do with a finding. */
        public enum Role {
            /** The command that failed. */
            COMMAND,
            /** The success that makes up for the failure. */
            RECOVERY,
            /** The last of several replies. */
            LAST,
            /** Where the log shows what is wrong. */
            SIGN
        }
    }

    public Finding {
        related = List.copyOf(related);
    }

    /** The place that has this to do with the finding, if the log has it. */
    public Optional<Related> related(Related.Role role) {
        return related.stream().filter(place -> place.role() == role).findFirst();
    }
}
