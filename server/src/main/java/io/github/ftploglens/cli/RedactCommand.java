package io.github.ftploglens.cli;

import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.Redaction;
import picocli.CommandLine.Command;

/** Writes logs without their secrets. */
@Command(name = "redact", mixinStandardHelpOptions = true)
final class RedactCommand extends LogsCommand {
    @Override
    public Integer call() {
        Knowledge knowledge = knowledgeOfFormats();
        // One for all logs: what has a name in one of them has it in the others.
        Redaction redaction = new Redaction(knowledge);
        return read((name, lines) -> LogStream.scan(knowledge, lines, (number, text, line) -> {
            out().print(redaction.line(text, line));
            out().print('\n');
        }));
    }
}
