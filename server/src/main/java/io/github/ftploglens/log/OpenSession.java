package io.github.ftploglens.log;

import io.github.ftploglens.reply.ReplyCatalogue;
import io.github.ftploglens.reply.ReplyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A control connection as far as a scan has read it: which commands wait for a reply, and which multi-line reply is open.
 * Line numbers are those of the scan, negative for lines before it; {@link #copy} moves them.
 */
final class OpenSession {
    /** More unanswered commands than this are a log that lost the replies; the oldest are given up. */
    private static final int MOST_WAITING = 64;

    /**
     * A command.
     *
     * @param line its line
     * @param verb its verb in upper case
     * @param announced whether a preliminary reply to it has come
     */
    record Sent(int line, String verb, boolean announced) {
        private Sent earlierBy(int lines) {
            return new Sent(line - lines, verb, announced);
        }
    }

    private final int start;
    private int lastSeen;
    private String client = "";
    private String user = "";
    private final List<Sent> waiting = new ArrayList<>();
    private @Nullable ReplyCode openReply;
    /** The command that was answered last, also by the first line of a reply. */
    private @Nullable Sent answered;

    private boolean transferring;
    private boolean talked;

    OpenSession(int start) {
        this.start = start;
        this.lastSeen = start;
    }

    int start() {
        return start;
    }

    int lastSeen() {
        return lastSeen;
    }

    void seen(int line, String by, String as) {
        lastSeen = line;
        if (!by.isEmpty()) {
            client = by;
        }
        if (!as.isEmpty()) {
            user = as;
        }
    }

    /** The code of the multi-line reply that has begun and not ended, or null. */
    @Nullable
    ReplyCode openReply() {
        return openReply;
    }

    /** Whether a reply has been read. */
    boolean hasTalked() {
        return talked;
    }

    /** Whether the server has announced a transfer that it has not reported the end of. */
    boolean isTransferring() {
        return transferring;
    }

    /** The command that the next reply is expected to answer, or null. */
    @Nullable
    Sent waiting() {
        return waiting.isEmpty() ? null : waiting.get(0);
    }

    /** The command that was answered last, or null. */
    @Nullable
    Sent answered() {
        return answered;
    }

    /** Whether this is the client's connection on which the user has sent a name or a password that is not answered yet. */
    boolean isLoggingIn(String from, String as) {
        return client.equals(from)
                && user.equals(as)
                && waiting.stream().anyMatch(command -> command.verb.equals("PASS") || command.verb.equals("USER"));
    }

    void command(int line, String verb) {
        openReply = null;
        if (waiting.size() == MOST_WAITING) {
            waiting.remove(0);
        }
        waiting.add(new Sent(line, verb, false));
    }

    /** A line {@code NNN-text} of a reply: the command that it answers, or null. */
    @Nullable
    Sent beginReply(ReplyCode code, ReplyCatalogue catalogue) {
        if (openReply == null) {
            openReply = code;
            answered = answering(code, catalogue);
        }
        talked = true;
        return answered;
    }

    /** The last or only line of a reply: the command that it answers, or null. */
    @Nullable
    Sent endReply(ReplyCode code, ReplyCatalogue catalogue) {
        if (openReply == null) {
            answered = answering(code, catalogue);
        }
        openReply = null;
        talked = true;
        transferring = code.value() == 125
                || code.value() == 150
                || (transferring && !code.kind().isFinal());
        Sent command = answered;
        if (command != null && waiting.remove(command) && !code.kind().isFinal()) {
            answered = new Sent(command.line, command.verb, true);
            waiting.add(0, answered);
        }
        return command;
    }

    /**
     * The command that a reply answers: the oldest that waits, unless only a later one may get this reply (RFC 959 §5.4).
     * Then the log has lost the replies to those before it; an announced transfer goes on waiting for its end.
     */
    private @Nullable Sent answering(ReplyCode code, ReplyCatalogue catalogue) {
        for (int i = 0; i < waiting.size(); i++) {
            Sent command = waiting.get(i);
            if (catalogue.mayAnswer(code, command.verb)) {
                waiting.subList(0, i).removeIf(lost -> !lost.announced);
                return command;
            }
        }
        return waiting();
    }

    /** A copy whose line numbers are smaller by so many. */
    OpenSession copy(int lines) {
        OpenSession copy = new OpenSession(start - lines);
        copy.lastSeen = lastSeen - lines;
        copy.client = client;
        copy.user = user;
        waiting.forEach(command -> copy.waiting.add(command.earlierBy(lines)));
        copy.openReply = openReply;
        copy.answered = answered == null ? null : answered.earlierBy(lines);
        copy.transferring = transferring;
        copy.talked = talked;
        return copy;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OpenSession session
                && start == session.start
                && lastSeen == session.lastSeen
                && client.equals(session.client)
                && user.equals(session.user)
                && waiting.equals(session.waiting)
                && Objects.equals(openReply, session.openReply)
                && Objects.equals(answered, session.answered)
                && transferring == session.transferring
                && talked == session.talked;
    }

    @Override
    public int hashCode() {
        return Objects.hash(start, lastSeen, client, user, waiting);
    }
}
