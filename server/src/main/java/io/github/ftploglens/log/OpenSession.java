package io.github.ftploglens.log;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.reply.Reply;
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

    private static final int GOODBYE = 221;
    private static final int CLOSES = 421;

    private final int start;
    private int lastSeen;
    private String client = "";
    private String user = "";
    private final List<Sent> waiting = new ArrayList<>();
    private @Nullable ReplyCode openReply;
    /** The command that was answered last, also by the first line of a reply. */
    private @Nullable Sent answered;
    /** Whether that command may get the reply (RFC 959 §5.4). */
    private boolean legal;

    private boolean transferring;
    private boolean talked;
    private boolean closed;
    /** The code of the reply that was read last, or null. */
    private @Nullable ReplyCode latest;

    private Sequence sequence = Sequence.UNKNOWN;
    /** What the line that is being read shows to be wrong; no part of what is left open behind it. */
    private @Nullable Fault fault;

    private final KeptSession kept = new KeptSession();

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

    /** How states keep the session as it is now. */
    KeptSession kept() {
        return kept;
    }

    void seen(MatchedLine line) {
        kept.forget();
        lastSeen = line.number();
        client = latest(line, Field.CLIENT, client);
        user = latest(line, Field.USER, user);
    }

    /** What the line says of the field, or what was known when it says nothing or nothing else. */
    private static String latest(MatchedLine line, Field field, String known) {
        if (!line.has(field) || line.says(field, known)) {
            return known;
        }
        String said = line.field(field);
        return said.isEmpty() ? known : said;
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

    /** Whether the server has said that it closes the connection. */
    boolean isClosed() {
        return closed;
    }

    /** Gives up to tell what is out of order: other sessions may be mixed with this one. */
    void distrust() {
        sequence = sequence.broke();
    }

    /** What the line that was read last shows to be wrong, or null; asked once. */
    @Nullable
    Fault takeFault() {
        Fault taken = fault;
        fault = null;
        return taken;
    }

    /** The line shows that what was announced will not come to its end. */
    void giveUp(int line) {
        if (sequence.isTrusted()) {
            waiting.stream()
                    .filter(Sent::isAnnounced)
                    .forEach(command -> fault = new Fault(Fault.Kind.UNFINISHED, line - command.announced()));
            waiting.removeIf(Sent::isAnnounced);
        }
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
        return !waiting.isEmpty()
                && client.equals(from)
                && user.equals(as)
                && waiting.stream()
                        .anyMatch(command ->
                                command.verb().equals("PASS") || command.verb().equals("USER"));
    }

    void command(int line, String verb) {
        openReply = null;
        if (waiting.size() == MOST_WAITING) {
            waiting.remove(0);
            distrust();
        }
        waiting.add(new Sent(line, verb));
    }

    /** A line {@code NNN-text} of a reply: the command that it answers, or null. */
    @Nullable
    Sent beginReply(ReplyCode code, ReplyCatalogue catalogue, int line) {
        if (openReply == null) {
            openReply = code;
            answered = answering(code, catalogue, line);
        }
        talked = true;
        return answered;
    }

    /** The last or only line of a reply: the command that it answers, or null. */
    @Nullable
    Sent endReply(ReplyCode code, ReplyCatalogue catalogue, int line) {
        if (openReply == null) {
            answered = answering(code, catalogue, line);
        }
        judge(code, catalogue);
        latest = code;
        openReply = null;
        talked = true;
        transferring = announces(code) || (transferring && !code.kind().isFinal());
        Sent command = answered;
        if (command != null && waiting.remove(command) && !code.kind().isFinal()) {
            answered = new Sent(command.line(), command.verb(), line);
            waiting.add(0, answered);
        }
        if (code.value() == GOODBYE || code.value() == CLOSES) {
            closed = true;
            giveUp(line);
        }
        return command;
    }

    /** Whether the reply is in its place. A negative one always is: it says itself that something is wrong. */
    private void judge(ReplyCode code, ReplyCatalogue catalogue) {
        if (answered == null) {
            judgeUnasked(code, catalogue.reply(code).map(Reply::place).orElse(Reply.Place.ANY));
        } else if (!legal && !code.kind().isNegative()) {
            if (sequence.isTrusted() && waiting.size() == 1) {
                fault = new Fault(Fault.Kind.UNEXPECTED, 0);
            }
            distrust();
        } else {
            sequence = sequence.answered();
        }
    }

    private void judgeUnasked(ReplyCode code, Reply.Place place) {
        if (place == Reply.Place.GREETING) {
            sequence = sequence.begun();
        } else if (!code.kind().isNegative() && code.value() != GOODBYE) {
            // A capture has some packets twice, and some logs show one reply as two.
            if (place == Reply.Place.TRANSFER && sequence.isComplete() && !code.equals(latest)) {
                fault = new Fault(Fault.Kind.STRAY, 0);
            }
            distrust();
        }
    }

    /**
     * The command that a reply answers: the oldest that waits, unless only a later one may get this reply (RFC 959 §5.4).
     * Then the log has lost the replies to those before it; an announced transfer goes on waiting for its end.
     */
    private @Nullable Sent answering(ReplyCode code, ReplyCatalogue catalogue, int line) {
        giveUpUnfinished(code, catalogue, line);
        for (int i = 0; i < waiting.size(); i++) {
            Sent command = waiting.get(i);
            if (catalogue.mayAnswer(code, command.verb())) {
                if (i > 0 && waiting.subList(0, i).removeIf(lost -> !lost.isAnnounced())) {
                    distrust();
                }
                legal = true;
                return command;
            }
        }
        legal = false;
        return waiting();
    }

    /** Where the next transfer is announced, the one before has ended without a word. */
    private void giveUpUnfinished(ReplyCode code, ReplyCatalogue catalogue, int line) {
        boolean isNext = announces(code)
                && sequence.isTrusted()
                && waiting.size() > 1
                && waiting.stream()
                        .anyMatch(command -> !command.isAnnounced() && catalogue.mayAnswer(code, command.verb()));
        if (isNext) {
            giveUp(line);
        }
    }

    private static boolean announces(ReplyCode code) {
        return code.value() == 125 || code.value() == 150;
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
        copy.closed = closed;
        copy.latest = latest;
        copy.legal = legal;
        copy.sequence = sequence;
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
                && talked == session.talked
                && closed == session.closed
                && Objects.equals(latest, session.latest)
                && legal == session.legal
                && sequence.equals(session.sequence);
    }

    @Override
    public int hashCode() {
        return Objects.hash(start, lastSeen, client, user, waiting);
    }
}
