package io.github.ftploglens.feature;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.ReplyCode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Finds the commands that took longest to their final replies, when a log is read line by line. */
final class SlowExchanges {
    private static final int MOST_SHOWN = 10;

    /** In seconds; less is nothing to wait for. */
    private static final double LEAST = 1;

    private final Knowledge knowledge;
    private final Map<Integer, Sent> commands = new Latest<>();
    private final Ranking<Slow> slowest =
            new Ranking<>(Comparator.comparing(Slow::seconds).reversed().thenComparing(Slow::line), MOST_SHOWN);

    private record Sent(String command, String time) {}

    /**
     * An exchange.
     *
     * @param line the line of the command, 0-based
     * @param command the command without a password
     */
    record Slow(int line, String command, ReplyCode code, double seconds) {}

    SlowExchanges(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    void line(int number, String text, ScannedLine line) {
        if (line.role() == ScannedLine.Role.COMMAND) {
            LogText said = new LogText(line, text);
            String time = said.field(Field.TIME);
            if (!time.isEmpty()) {
                commands.put(number, new Sent(said.command(), time));
            }
        }
        Sent sent = line.command() > 0 ? commands.get(number - line.command()) : null;
        for (Mark mark : line.marks()) {
            if (sent != null
                    && mark.kind() == Mark.Kind.REPLY
                    && mark.code().kind().isFinal()) {
                String now = new LogText(line, text).field(Field.TIME);
                Elapsed.seconds(sent.time, now)
                        .filter(seconds -> seconds >= LEAST)
                        .ifPresent(seconds -> {
                            String command = Secrets.mask(knowledge.catalogue(), sent.command);
                            slowest.add(new Slow(number - line.command(), command, mark.code(), seconds));
                        });
            }
        }
    }

    /** The slowest first. */
    List<Slow> slowest() {
        return slowest.first();
    }
}
