package io.github.ftploglens.feature;

import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.Command;
import io.github.ftploglens.reply.ReplyCatalogue;
import io.github.ftploglens.reply.ReplyCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an outline shows of one session, collected from its lines one after the other. */
final class SessionOutline {
    /** A login, a transfer or a failed reply. Lines are 0-based. */
    static final class Part {
        final Symbol.Kind kind;
        final int line;
        final List<Part> failures = new ArrayList<>();
        /** The last line that belongs to it. */
        int last;

        /** The latest reply to it, or the failed reply itself. */
        @Nullable
        Mark reply;

        Part(Symbol.Kind kind, int line, @Nullable Mark reply) {
            this.kind = kind;
            this.line = line;
            this.last = line;
            this.reply = reply;
        }

        boolean isWithoutFailure() {
            return kind != Symbol.Kind.FAILURE && failures.isEmpty();
        }
    }

    private final ReplyCatalogue catalogue;
    private final int start;
    private final List<Part> parts = new ArrayList<>();
    /** The parts whose commands wait for a final reply, by the lines of the commands. */
    private final Map<Integer, Part> waiting = new HashMap<>();

    private final Set<ReplyCode> failed = new HashSet<>();
    private @Nullable Part login;
    private int last;
    private int transfers;
    private int failures;

    /**
     * A session of which no line has been read.
     *
     * @param start the line where it begins
     */
    SessionOutline(ReplyCatalogue catalogue, int start) {
        this.catalogue = catalogue;
        this.start = start;
        this.last = start;
    }

    int start() {
        return start;
    }

    int last() {
        return last;
    }

    /** How many transfers were asked for. */
    int transfers() {
        return transfers;
    }

    /** How many replies were negative. */
    int failures() {
        return failures;
    }

    /** The logins and transfers, and the failed replies to other commands, by their lines. */
    List<Part> parts() {
        return parts;
    }

    /** Takes the session's next line. */
    void read(int number, ScannedLine line) {
        last = number;
        if (line.isCommand()) {
            command(number, catalogue.canonical(line.verb()));
        }
        for (Mark mark : line.marks()) {
            if (mark.kind() != Mark.Kind.CONTINUATION) {
                reply(number, line, mark);
            }
        }
    }

    private void command(int number, String verb) {
        Part begun = login;
        if (isLogin(verb)) {
            if (begun == null || verb.equals("USER")) {
                begun = new Part(Symbol.Kind.LOGIN, number, null);
                login = begun;
                parts.add(begun);
            }
            waiting.put(number, begun);
        } else if (isTransfer(verb)) {
            Part transfer = new Part(Symbol.Kind.TRANSFER, number, null);
            transfers++;
            parts.add(transfer);
            waiting.put(number, transfer);
        }
    }

    private static boolean isLogin(String verb) {
        return verb.equals("USER") || verb.equals("PASS") || verb.equals("ACCT");
    }

    private boolean isTransfer(String verb) {
        Optional<Command> command = catalogue.command(verb);
        return command.isPresent()
                && command.get().group() == Command.Group.TRANSFER
                && !command.get().verb().equals("ABOR");
    }

    private void reply(int number, ScannedLine line, Mark mark) {
        int command = number - line.command();
        Part answered = line.command() == ScannedLine.NONE ? null : waiting.get(command);
        boolean isReply = mark.kind() == Mark.Kind.REPLY;
        if (answered != null && isReply) {
            answered.last = number;
            answered.reply = mark;
            if (mark.code().kind().isFinal()) {
                waiting.remove(command);
            }
        }
        // A cited reply counts only when the log does not have the reply itself.
        if (mark.code().kind().isNegative() && (failed.add(mark.code()) || isReply)) {
            failures++;
            (answered == null || !isReply ? parts : answered.failures).add(new Part(Symbol.Kind.FAILURE, number, mark));
        }
    }
}
