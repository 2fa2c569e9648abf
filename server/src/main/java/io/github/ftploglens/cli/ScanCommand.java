package io.github.ftploglens.cli;

import io.github.ftploglens.feature.Knowledge;
import picocli.CommandLine.Command;

/** Lists every reply code of logs. */
@Command(name = "scan", mixinStandardHelpOptions = true)
final class ScanCommand extends LogsCommand {
    @Override
    public Integer call() {
        Knowledge knowledge = knowledgeOfFormats();
        return read((name, lines) -> LogStream.scan(knowledge, lines, new Scan(knowledge.catalogue(), name, out())));
    }
}
