package io.github.ftploglens.feature;

import io.github.ftploglens.feature.Session.Failure;
import io.github.ftploglens.format.Field;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.reply.ReplyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A login, a transfer or a failed reply of a session that is read line by line. */
final class RunningPart {
    private final int line;
    /** The verb of a transfer, or empty. */
    private final String verb;

    private final String name;
    private final String time;
    private final @Nullable Failure alone;
    private final List<Failure> failures = new ArrayList<>();
    private int last;
    private OptionalLong bytes = OptionalLong.empty();
    private Optional<Double> seconds = Optional.empty();
    private @Nullable Mark reply;

    /**
     * What a command begins.
     *
     * @param line its line, 0-based
     * @param verb the verb of a transfer; empty for a login
     */
    RunningPart(int line, String verb, String name, LogText command) {
        this.line = line;
        this.last = line;
        this.verb = verb;
        this.name = name;
        this.time = command.field(Field.TIME);
        this.alone = null;
    }

    /** A failed reply to another command. */
    RunningPart(Failure alone) {
        this.line = alone.line();
        this.last = line;
        this.verb = "";
        this.name = "";
        this.time = "";
        this.alone = alone;
        failures.add(alone);
    }

    Session.Part soFar() {
        if (alone != null) {
            return alone;
        }
        Optional<Mark> latest = Optional.ofNullable(reply);
        return isTransfer()
                ? new Transfer(line, last, verb, name, bytes, seconds, latest, failures)
                : new Session.Login(line, last, latest, failures);
    }

    /** What is transferred. */
    String name() {
        return name;
    }

    boolean isTransfer() {
        return !verb.isEmpty();
    }

    List<Failure> failures() {
        return failures;
    }

    /** Whether it is nothing but a failed reply. */
    boolean isAlone() {
        return alone != null;
    }

    /** Whether its final reply has come, and none was negative. */
    boolean wentWell() {
        return isOver() && failures.isEmpty();
    }

    private boolean isOver() {
        return reply != null && reply.code().kind().isFinal();
    }

    void answered(int number, LogText text, Mark mark) {
        last = number;
        reply = mark;
        if (isTransfer() && isOver() && number > line) {
            seconds = Elapsed.seconds(time, text.field(Field.TIME));
        }
    }

    /** Takes what the log says of the bytes; what it says last counts. */
    void moved(OptionalLong count) {
        bytes = count.isPresent() ? count : bytes;
    }

    /** How many bytes were moved, if it went well and the log says so; else 0. */
    long bytesDone() {
        boolean done = reply != null && reply.code().kind() == ReplyKind.COMPLETION;
        return done ? bytes.orElse(0) : 0;
    }
}
