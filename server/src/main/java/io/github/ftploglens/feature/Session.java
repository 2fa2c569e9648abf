package io.github.ftploglens.feature;

import io.github.ftploglens.log.LogTime;
import io.github.ftploglens.log.Mark;
import java.util.List;
import java.util.Optional;

/**
 * A control connection, as far as the log has it. Texts are as the log has them, and not fit to be shown.
 *
 * @param first its first line, 0-based
 * @param last its last line, 0-based
 * @param user the user who logged in or tried to, or empty
 * @param client the address of the client, or empty
 * @param server the name of the server software, or empty
 * @param start the time of its first line that has one
 * @param end the time of its last line that has one
 * @param state what it was at when the log ends, or when it ended
 * @param transfers how many transfers were asked for
 * @param failedTransfers how many of them got a negative final reply
 * @param failures how many replies were negative
 * @param bytes how many bytes the transfers that were done have moved, as far as the log says
 * @param parts the logins, the transfers and the failed replies to other commands, by their lines; perhaps not all of them
 */
public record Session(
        int first,
        int last,
        String user,
        String client,
        String server,
        Optional<LogTime> start,
        Optional<LogTime> end,
        State state,
        int transfers,
        int failedTransfers,
        int failures,
        long bytes,
        List<Part> parts) {
    /** How far a session has come. */
    public enum State {
        CONNECTED,
        /** A user name was sent. */
        LOGGING_IN,
        LOGIN_FAILED,
        LOGGED_IN,
        /** A transfer was announced, and no reply ends it. */
        TRANSFERRING,
        /** The client took its leave, or the log tells of the end. */
        ENDED,
        /** The server has closed the connection: 421 (RFC 959 §5.4). */
        CLOSED_BY_SERVER
    }

    /** A part of a session. */
    public sealed interface Part permits Login, Transfer, Failure {
        /** Its first line, 0-based. */
        int line();

        /** Its last line, 0-based. */
        int last();

        /** The latest reply in it, or empty. */
        Optional<Mark> reply();

        /** The negative replies in it. */
        List<Failure> failures();
    }

    /** A user name and what followed. */
    public record Login(int line, int last, Optional<Mark> reply, List<Failure> failures) implements Part {
        public Login {
            failures = List.copyOf(failures);
        }
    }

    /** A negative reply. */
    public record Failure(int line, Mark mark) implements Part {
        @Override
        public int last() {
            return line;
        }

        @Override
        public Optional<Mark> reply() {
            return Optional.of(mark);
        }

        @Override
        public List<Failure> failures() {
            return List.of(this);
        }
    }

    public Session {
        parts = List.copyOf(parts);
    }

    /** The seconds from its first time to its last, or empty when the log does not tell. */
    public Optional<Double> seconds() {
        return start.flatMap(begun -> end.flatMap(begun::secondsTo));
    }

    /** Whether what the session was for failed: the login, a transfer, or the connection itself. */
    public boolean isFailed() {
        return state == State.LOGIN_FAILED || state == State.CLOSED_BY_SERVER || failedTransfers > 0;
    }
}
