package io.github.ftploglens.feature;

import io.github.ftploglens.feature.Failure.Announcement;
import io.github.ftploglens.feature.Failure.Asked;
import io.github.ftploglens.feature.Failure.Place;
import io.github.ftploglens.feature.Finding.Severity;
import io.github.ftploglens.format.Field;
import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.log.Fault;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.reply.ReplyKind;
import io.github.ftploglens.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the failed replies of a log: 4yz warns, 5yz is an error (RFC 959 §4.2). One that a later success makes up for is one
 * level milder, many of one kind are one finding, and what is out of order is a hint. A finding is told when the lines that
 * may change it have been read.
 */
public final class Findings {
    /** More than this, VS Code does not show for a file. */
    public static final int MOST_SHOWN = 1_000;

    /** A cited reply counts as one that the log has when the reply itself stands so few lines before. */
    private static final int CITED_WITHIN = 1_000;

    /** Some programs log a reply again in the next lines: as it came, as they took it, as they pass it on. */
    private static final int COPIED_WITHIN = 5;

    private final Knowledge knowledge;
    private final Severities severities;
    private final Consumer<Failure> sink;
    /** The latest commands, by their lines. */
    private final RecentLines<Sent> commands = new RecentLines<>();
    /** The latest preliminary replies, by their lines. */
    private final RecentLines<Announcement> announcements = new RecentLines<>();

    private final SessionServers servers;
    private final Parties parties = new Parties();
    private final Recoveries recoveries = new Recoveries();
    private final Purposes purposes;
    private final Backlog backlog;

    /** The line of the latest reply with each negative code. */
    private final Map<ReplyCode, Integer> replies = new HashMap<>();
    /** The latest negative reply to a command of each session, by the session's first line. */
    private final Map<Integer, Answer> answers = new Latest<>();

    private record Answer(int line, ReplyCode code) {}

    /** @param announcement the preliminary reply that it has got last, or null */
    private record Sent(
            ScannedLine line, String text, @Nullable Announcement announcement) {
        /** The command as the client sent it. Not masked. */
        String command() {
            return new LogText(line, text).command();
        }
    }

    /** Looks for failures in lines that are given one after the other, and leaves it to the other side to put them into words. */
    Findings(Knowledge knowledge, Severities severities, Consumer<Failure> sink) {
        this.knowledge = knowledge;
        this.severities = severities;
        this.sink = sink;
        this.servers = new SessionServers(knowledge);
        this.purposes = new Purposes(knowledge.catalogue());
        this.backlog = new Backlog(knowledge.catalogue());
    }

    /** Looks for findings in lines that are given one after the other. */
    public static Findings inWords(Knowledge knowledge, Severities severities, Consumer<Finding> sink) {
        return new Findings(knowledge, severities, failure -> sink.accept(FindingWords.of(knowledge, failure)));
    }

    /**
     * The findings of a log by their lines; the most severe ones when there are more than {@value #MOST_SHOWN}, and then one
     * behind them that says what was left out.
     */
    public static List<Finding> of(Knowledge knowledge, Severities severities, LogDocument document) {
        return GrowingFindings.of(knowledge, severities, document).all();
    }

    /** One that has read the same lines, and tells another one of what it finds in the next ones. */
    Findings copy(Consumer<Failure> other) {
        Findings copy = new Findings(knowledge, severities, other);
        copy.commands.learn(commands);
        copy.announcements.learn(announcements);
        copy.servers.learn(servers);
        copy.parties.learn(parties);
        copy.recoveries.learn(recoveries);
        copy.backlog.learn(backlog);
        copy.replies.putAll(replies);
        copy.answers.putAll(answers);
        return copy;
    }

    /** Whether the line can tell anything, and has to be given. */
    static boolean isTelling(ScannedLine line) {
        return line.isCommand()
                || !line.marks().isEmpty()
                || line.role() == ScannedLine.Role.CONNECT
                || line.fault() != null;
    }

    /**
     * Takes the next line; lines that are no part of a dialogue may be left out.
     *
     * @param number its number, 0-based
     */
    public void line(int number, String text, ScannedLine line) {
        // First, so that it does not matter which lines were left out.
        backlog.settle(number, sink);
        parties.line(number, text, line);
        if (line.isCommand()) {
            commands.put(number, new Sent(line, text, null));
        }
        for (int i = 0; i < line.marks().size(); i++) {
            Mark mark = line.marks().get(i);
            servers.code(number, text, line, mark);
            if (mark.kind() != Mark.Kind.CONTINUATION) {
                reply(number, text, line, mark);
            }
        }
        Fault fault = line.fault();
        if (fault != null) {
            severities.ofSequence().ifPresent(severity -> outOfOrder(number, text, line, fault, severity));
        }
    }

    /** To be called behind the last line: tells what is left. */
    public void end() {
        backlog.end(sink);
    }

    private void reply(int number, String text, ScannedLine line, Mark mark) {
        if (mark.code().kind().isNegative()) {
            negative(number, text, line, mark);
        } else if (mark.kind() != Mark.Kind.REPLY || line.command() == ScannedLine.NONE) {
            return;
        } else if (mark.code().kind() == ReplyKind.PRELIMINARY) {
            Announcement announcement = new Announcement(number, mark, number - line.command());
            announcements.put(number, announcement);
            commands.replace(announcement.command(), command -> new Sent(command.line, command.text, announcement));
        } else {
            succeeded(number, text, line, mark);
        }
    }

    private void negative(int number, String text, ScannedLine line, Mark mark) {
        Integer cited = replies.get(mark.code());
        boolean isCited = mark.kind() == Mark.Kind.MENTION && cited != null && number - cited <= CITED_WITHIN;
        if (!isCited && !isCopy(number, line, mark)) {
            severities.of(mark.code()).ifPresent(severity -> failed(number, text, line, mark, severity));
        }
        if (mark.kind() == Mark.Kind.REPLY) {
            replies.put(mark.code(), number);
        }
    }

    /** Whether the reply answers nothing, and the one before it in its session was the same and did. */
    private boolean isCopy(int number, ScannedLine line, Mark mark) {
        if (mark.kind() != Mark.Kind.REPLY || line.session() == ScannedLine.NONE) {
            return false;
        }
        int session = number - line.session();
        if (line.command() != ScannedLine.NONE) {
            answers.put(session, new Answer(number, mark.code()));
            return false;
        }
        Answer answer = answers.get(session);
        return answer != null && answer.code.equals(mark.code()) && number - answer.line <= COPIED_WITHIN;
    }

    private void failed(int number, String text, ScannedLine line, Mark mark, Severity severity) {
        LogText said = new LogText(line, text);
        Party party = parties.of(number, line, said);
        Asked asked = asked(number, line, party);
        Failure failure = new Failure(
                Finding.Kind.FAILURE,
                number,
                mark,
                severity,
                asked,
                said.replyText(mark),
                servers.server(number, line),
                party,
                said.field(Field.TIME),
                null,
                null,
                null);
        long key = backlog.addSimilar(failure);
        if (!asked.purpose().equals(Purpose.UNKNOWN)) {
            recoveries.failed(key, number, asked.purpose(), session(number, line), owner(line, party));
        }
    }

    /** The command that the line answers. */
    private Asked asked(int number, ScannedLine line, Party party) {
        int at = number - line.command();
        Sent sent = line.command() == ScannedLine.NONE ? null : commands.get(at);
        if (sent == null) {
            return new Asked(ScannedLine.NONE, 0, line.verb(), line.verb(), Purpose.UNKNOWN, null);
        }
        String command = sent.command();
        return new Asked(
                at,
                sent.text.length(),
                line.verb(),
                command,
                purposes.of(line.verb(), () -> command, party.user()),
                sent.announcement);
    }

    private void succeeded(int number, String text, ScannedLine line, Mark mark) {
        Party party = parties.of(number, line, text);
        Optional<Integer> session = session(number, line);
        Optional<Party> owner = owner(line, party);
        Sent sent = recoveries.isAwaited(session, owner) ? commands.get(number - line.command()) : null;
        if (sent == null) {
            return;
        }
        Purpose purpose = purposes.of(line.verb(), sent::command, party.user());
        if (purpose.isFulfilledBy(mark.code())) {
            Place success = new Place(number, mark.span());
            recoveries.succeeded(number, purpose, session, owner).forEach(key -> backlog.recovered(key, success));
        }
    }

    private static Optional<Integer> session(int number, ScannedLine line) {
        return line.session() == ScannedLine.NONE ? Optional.empty() : Optional.of(number - line.session());
    }

    /** Whose the line is, where no one else would look alike: by the client, or because the log is that of one client. */
    private static Optional<Party> owner(ScannedLine line, Party party) {
        LogFormat format = line.format();
        boolean isOneClient = format != null && format.sessionFields().isEmpty();
        return isOneClient || !party.client().isEmpty() ? Optional.of(party) : Optional.empty();
    }

    private void outOfOrder(int number, String text, ScannedLine line, Fault fault, Severity severity) {
        switch (fault.kind()) {
            case UNFINISHED -> {
                Announcement announcement = announcements.get(number - fault.distance());
                Sent sent = announcement == null ? null : commands.get(announcement.command());
                if (announcement != null && sent != null) {
                    Place sign = new Place(number, new Span(0, text.length()));
                    backlog.add(unfinished(announcement, sent, sign, severity));
                }
            }
            case UNEXPECTED -> backlog.add(misplaced(Finding.Kind.UNEXPECTED, number, text, line, severity));
            case STRAY -> backlog.add(misplaced(Finding.Kind.STRAY, number, text, line, severity));
        }
    }

    private Failure unfinished(Announcement announcement, Sent sent, Place sign, Severity severity) {
        Asked asked = new Asked(
                announcement.command(), sent.text.length(), sent.line.verb(), sent.command(), Purpose.UNKNOWN, null);
        return hint(Finding.Kind.UNFINISHED, announcement.line(), announcement.mark(), severity, asked, sign);
    }

    private Failure misplaced(Finding.Kind kind, int number, String text, ScannedLine line, Severity severity) {
        Party party = parties.of(number, line, new LogText(line, text));
        Mark mark = line.marks().get(line.marks().size() - 1);
        return hint(kind, number, mark, severity, asked(number, line, party), null);
    }

    private static Failure hint(
            Finding.Kind kind, int line, Mark mark, Severity severity, Asked asked, @Nullable Place sign) {
        return new Failure(
                kind, line, mark, severity, asked, "", Optional.empty(), Party.UNKNOWN, "", sign, null, null);
    }
}
