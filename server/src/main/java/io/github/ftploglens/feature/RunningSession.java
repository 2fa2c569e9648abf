package io.github.ftploglens.feature;

import io.github.ftploglens.feature.Session.State;
import io.github.ftploglens.format.Field;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.LogTime;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.ReplyCatalogue;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.reply.ReplyKind;
import io.github.ftploglens.reply.ServerSoftware;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A session that is read line by line. */
final class RunningSession {
    /** So many lines from its beginning the user and the client are looked for. */
    private static final int NAMED_WITHIN = 200;

    /** More commands than this do not wait for a reply: the log lost the replies. */
    private static final int MOST_WAITING = 64;

    private final Knowledge knowledge;
    private final ReplyCatalogue catalogue;
    private final int first;
    private final int mostParts;
    private final List<RunningPart> parts = new ArrayList<>();
    /** The parts whose commands wait for a final reply, by the lines of the commands. */
    private final Map<Integer, RunningPart> waiting = new LinkedHashMap<>();

    private final Set<ReplyCode> failed = new HashSet<>();
    private @Nullable RunningPart login;
    private @Nullable RunningPart transfer;
    private String user = "";
    private String client = "";
    private String server = "";
    /** The file whose size was asked for last. */
    private String sized = "";

    private OptionalLong size = OptionalLong.empty();
    private String startTime = "";
    private @Nullable ScannedLine lastTimed;
    private String lastTimedText = "";
    private State state = State.CONNECTED;
    private int last;
    private int read;
    private int transfers;
    private int failedTransfers;
    private int failures;
    private long bytes;

    /**
     * A session of which no line has been read.
     *
     * @param first the line where it begins, 0-based
     */
    RunningSession(Knowledge knowledge, int first, int mostParts) {
        this.knowledge = knowledge;
        this.catalogue = knowledge.catalogue();
        this.first = first;
        this.mostParts = mostParts;
        this.last = first;
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }

    /** The session as far as it was read. */
    Session soFar() {
        LogText end = lastTimed == null ? null : new LogText(lastTimed, lastTimedText);
        return new Session(
                first,
                last,
                user,
                client,
                server,
                LogTime.read(startTime),
                end == null ? Optional.empty() : LogTime.read(end.field(Field.TIME)),
                state,
                transfers,
                failedTransfers,
                failures,
                bytes,
                parts.stream().map(RunningPart::soFar).toList());
    }

    /** Takes the session's next line. */
    void read(int number, String text, ScannedLine line, boolean hasTime) {
        last = number;
        if (read++ < NAMED_WITHIN && (user.isEmpty() || client.isEmpty())) {
            name(line, new LogText(line, text));
        }
        if (hasTime) {
            startTime = startTime.isEmpty() ? new LogText(line, text).field(Field.TIME) : startTime;
            lastTimed = line;
            lastTimedText = text;
        }
        if (line.isCommand()) {
            command(number, text, line);
        }
        for (Mark mark : line.marks()) {
            if (mark.kind() != Mark.Kind.CONTINUATION) {
                reply(number, text, line, mark);
            }
        }
        RunningPart moved = transfer;
        if (line.role() == ScannedLine.Role.OTHER && moved != null) {
            // vsftpd and terminals tell of the bytes on a line of its own, near the last reply.
            long before = moved.bytesDone();
            moved.moved(SessionText.bytes(new LogText(line, text)));
            bytes += moved.bytesDone() - before;
        }
        if (line.role() == ScannedLine.Role.CLOSE && state != State.CLOSED_BY_SERVER) {
            state = state == State.LOGIN_FAILED ? state : State.ENDED;
        }
    }

    private void name(ScannedLine line, LogText text) {
        client = client.isEmpty() ? text.field(Field.CLIENT) : client;
        user = user.isEmpty() ? SessionText.user(line, text) : user;
        server = !server.isEmpty()
                ? server
                : ServerHints.serverOfFormat(knowledge, line)
                        .map(ServerSoftware::name)
                        .orElse("");
    }

    private void command(int number, String text, ScannedLine line) {
        String verb = catalogue.canonical(line.verb());
        RunningPart begun = login;
        if (isLogin(verb)) {
            if (begun == null || verb.equals("USER")) {
                begun = new RunningPart(number, "", "", new LogText(line, text));
                login = begun;
                add(begun);
                state = State.LOGGING_IN;
            }
            if (verb.equals("USER")) {
                user = SessionText.user(line, new LogText(line, text));
            }
            await(number, begun);
        } else if (SessionPlace.isTransfer(catalogue, verb)) {
            LogText said = new LogText(line, text);
            RunningPart begins = new RunningPart(number, line.verb(), SessionText.argument(catalogue, said), said);
            if (verb.equals("RETR") && begins.name().equals(sized)) {
                begins.moved(size);
            }
            transfer = begins;
            transfers++;
            add(begins);
            await(number, begins);
        } else if (verb.equals("SIZE")) {
            sized = SessionText.argument(catalogue, new LogText(line, text));
            size = OptionalLong.empty();
        }
    }

    private static boolean isLogin(String verb) {
        return verb.equals("USER") || verb.equals("PASS") || verb.equals("ACCT");
    }

    private void await(int number, RunningPart part) {
        waiting.put(number, part);
        if (waiting.size() > MOST_WAITING) {
            waiting.remove(waiting.keySet().iterator().next());
        }
    }

    /** Keeps the part; when there are too many, one that went well has to go, or else a failure outside of any transfer. */
    private void add(RunningPart part) {
        if (parts.size() >= mostParts && !dropOne(RunningPart::wentWell) && !dropOne(RunningPart::isAlone)) {
            return;
        }
        parts.add(part);
    }

    private boolean dropOne(Predicate<RunningPart> which) {
        Optional<RunningPart> dropped = parts.stream().filter(which).findFirst();
        dropped.ifPresent(parts::remove);
        return dropped.isPresent();
    }

    private void reply(int number, String text, ScannedLine line, Mark mark) {
        int command = number - line.command();
        RunningPart answered = line.command() == ScannedLine.NONE ? null : waiting.get(command);
        boolean isReply = mark.kind() == Mark.Kind.REPLY;
        if (answered != null && isReply) {
            answered(answered, number, new LogText(line, text), mark);
            if (mark.code().kind().isFinal()) {
                waiting.remove(command);
            }
        }
        if (isReply) {
            stateOf(mark.code());
            size(line, text, mark);
            ServerHints.serverOfGreeting(knowledge, text, line, mark).ifPresent(named -> server = named.name());
        }
        // A cited reply counts only when the log does not have the reply itself.
        if (mark.code().kind().isNegative() && (failed.add(mark.code()) || isReply)) {
            failures++;
            Session.Failure failure = new Session.Failure(number, mark);
            if (answered == null || !isReply) {
                add(new RunningPart(failure));
            } else if (answered.failures().size() < mostParts) {
                answered.failures().add(failure);
            }
        }
    }

    private void answered(RunningPart part, int number, LogText text, Mark mark) {
        long before = part.bytesDone();
        part.answered(number, text, mark);
        ReplyKind kind = mark.code().kind();
        if (part.isTransfer()) {
            OptionalLong said = SessionText.bytes(text);
            part.moved(said.isPresent() ? said : SessionText.bytes(text.replyText(mark)));
            bytes += part.bytesDone() - before;
            failedTransfers += kind.isNegative() ? 1 : 0;
            boolean announced = kind == ReplyKind.PRELIMINARY;
            boolean wasIn = kind == ReplyKind.COMPLETION || state == State.TRANSFERRING;
            state = announced ? State.TRANSFERRING : wasIn ? State.LOGGED_IN : state;
        } else if (kind != ReplyKind.INTERMEDIATE) {
            state = kind.isNegative() ? State.LOGIN_FAILED : State.LOGGED_IN;
        }
    }

    /** SIZE tells how long the file is that is asked for next (RFC 3659 §4). */
    private void size(ScannedLine line, String text, Mark mark) {
        if (mark.code().value() == 213 && line.verb().equals("SIZE")) {
            size = SessionText.number(new LogText(line, text).replyText(mark).strip());
        }
    }

    private void stateOf(ReplyCode code) {
        if (code.value() == 421) {
            state = State.CLOSED_BY_SERVER;
        } else if (code.value() == 221 && state != State.LOGIN_FAILED) {
            state = State.ENDED;
        }
    }
}
