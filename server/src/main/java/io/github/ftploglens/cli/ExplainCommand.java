package io.github.ftploglens.cli;

import io.github.ftploglens.feature.Explanations;
import io.github.ftploglens.feature.Markdown;
import io.github.ftploglens.feature.Page;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains a reply code, or a number that FTP logs hold. */
@Command(name = "explain", mixinStandardHelpOptions = true)
final class ExplainCommand extends Subcommand {
    @Parameters(paramLabel = "CODE", descriptionKey = "code")
    private String code = "";

    @Option(names = "--command", paramLabel = "COMMAND")
    private String command = "";

    @Override
    public Integer call() {
        Page page = Explanations.of(knowledge(), code, command).orElseThrow(() -> noCode(code));
        out().print(Markdown.of(page, Markdown.References.PLAIN));
        return 0;
    }
}
