package io.github.ftploglens.feature;

import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.Command;
import io.github.ftploglens.reply.ReplyCatalogue;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps passwords out of what servers say to the commands that had them, when a log is read line by line. */
public final class AnsweredSecrets {
    private final ReplyCatalogue catalogue;
    /** {@code PASS}; also {@code SITE}, for {@code SITE PSWD}. */
    private final Set<String> verbs;

    private final Map<Integer, String> commands = new Latest<>();

    /** Secrets of a log of which no line has been read. */
    public AnsweredSecrets(ReplyCatalogue catalogue) {
        this.catalogue = catalogue;
        this.verbs = catalogue.commands().stream()
                .filter(Command::isSecret)
                .map(command -> command.verb().split(" ", 2)[0])
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Takes the next line.
     *
     * @param number its number, 0-based
     */
    public void line(int number, String text, ScannedLine line) {
        if (line.isCommand() && verbs.contains(line.verb())) {
            commands.put(number, new LogText(line, text).command());
        }
    }

    /** What the server says behind the code, as it may be shown. */
    public String replyText(int number, String text, ScannedLine line, Mark mark) {
        String command = commands.getOrDefault(number - Math.max(0, line.command()), "");
        return Secrets.mask(catalogue, command, new LogText(line, text).replyText(mark));
    }
}
