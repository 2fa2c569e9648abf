package io.github.ftploglens.cli;

import io.github.ftploglens.feature.Knowledge;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists every reply code of logs. */
@Command(name = "scan", mixinStandardHelpOptions = true)
final class ScanCommand extends Subcommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "file")
    private List<String> files = List.of();

    @Mixin
    private FormatFileOption formatFiles = new FormatFileOption();

    @Override
    public Integer call() throws IOException {
        Knowledge knowledge = formatFiles.with(knowledge());
        Inputs inputs = inputs();
        inputs.read(
                files, (name, lines) -> LogStream.scan(knowledge, lines, new Scan(knowledge.catalogue(), name, out())));
        return inputs.failed() ? Shell.TROUBLE : 0;
    }
}
