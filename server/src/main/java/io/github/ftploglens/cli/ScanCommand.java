package io.github.ftploglens.cli;

import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.KnowledgeFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists every reply code of logs. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = "Writes a JSON object for every reply code that the logs report, one on a line.")
final class ScanCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Logs, folders of logs, or - for stdin.")
    private List<String> files = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Knowledge knowledge = KnowledgeFiles.load();
        PrintWriter out = spec.commandLine().getOut();
        Inputs inputs = new Inputs(spec.commandLine().getErr());
        inputs.read(files, (name, lines) -> LogStream.scan(knowledge, lines, new Scan(name, out)));
        return inputs.failed() ? Shell.TROUBLE : 0;
    }
}
