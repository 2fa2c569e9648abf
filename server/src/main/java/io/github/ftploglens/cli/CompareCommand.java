package io.github.ftploglens.cli;

import io.github.ftploglens.feature.Comparisons;
import io.github.ftploglens.feature.Markdown;
import io.github.ftploglens.reply.ReplyCode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Compares reply codes. */
@Command(name = "compare", mixinStandardHelpOptions = true)
final class CompareCommand extends Subcommand {
    @Parameters(arity = "2..*", paramLabel = "CODE", descriptionKey = "codes")
    private List<String> codes = List.of();

    @Override
    public Integer call() {
        List<ReplyCode> compared = codes.stream().map(this::code).toList();
        out().print(Markdown.of(Comparisons.of(knowledge(), compared), Markdown.References.PLAIN));
        return 0;
    }
}
