package io.github.ftploglens.cli;

import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.Markdown;
import io.github.ftploglens.feature.Report;
import picocli.CommandLine.Command;

/** Sums up logs. */
@Command(name = "report", mixinStandardHelpOptions = true)
final class ReportCommand extends LogsCommand {
    @Override
    public Integer call() {
        Knowledge knowledge = knowledgeOfFormats();
        return read((name, lines) -> {
            Report report = new Report(knowledge);
            LogStream.scan(knowledge, lines, report::line);
            out().print(Markdown.of(report.page(name), Markdown.References.PLAIN));
            out().print("\n");
        });
    }
}
