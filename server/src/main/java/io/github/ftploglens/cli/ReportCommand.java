package io.github.ftploglens.cli;

import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.Markdown;
import io.github.ftploglens.feature.Report;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sums up logs. */
@Command(name = "report", mixinStandardHelpOptions = true)
final class ReportCommand extends Subcommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "file")
    private List<String> files = List.of();

    @Mixin
    private FormatFileOption formatFiles = new FormatFileOption();

    @Override
    public Integer call() throws IOException {
        Knowledge knowledge = formatFiles.with(knowledge());
        Inputs inputs = inputs();
        inputs.read(files, (name, lines) -> {
            Report report = new Report(knowledge);
            LogStream.scan(knowledge, lines, report::line);
            out().print(Markdown.of(report.page(name), Markdown.References.PLAIN));
            out().print("\n");
        });
        return inputs.failed() ? Shell.TROUBLE : 0;
    }
}
