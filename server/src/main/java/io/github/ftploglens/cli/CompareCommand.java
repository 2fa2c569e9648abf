package io.github.ftploglens.cli;

import io.github.ftploglens.feature.Comparisons;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.KnowledgeFiles;
import io.github.ftploglens.feature.Markdown;
import io.github.ftploglens.reply.ReplyCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares reply codes. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Compares two reply codes, or puts several side by side, as Markdown.")
final class CompareCommand implements Callable<Integer> {
    @Parameters(
            arity = "2..*",
            paramLabel = "CODE",
            converter = CodeArgument.class,
            description = "The reply codes, as in 220 421.")
    private List<ReplyCode> codes = List.of();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Knowledge knowledge = language.of(KnowledgeFiles.load());
        String markdown = Markdown.of(Comparisons.of(knowledge, codes), Markdown.References.PLAIN);
        spec.commandLine().getOut().print(markdown);
        return 0;
    }
}
