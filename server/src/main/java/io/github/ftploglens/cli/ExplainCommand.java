package io.github.ftploglens.cli;

import io.github.ftploglens.feature.Explanations;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.KnowledgeFiles;
import io.github.ftploglens.feature.Markdown;
import io.github.ftploglens.feature.Page;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains a reply code. */
@Command(name = "explain", mixinStandardHelpOptions = true, description = "Explains a reply code, as Markdown.")
final class ExplainCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "CODE",
            description = "The reply code, as in 425; or a number that FTP logs hold, as 10060.")
    private String code = "";

    @Option(
            names = "--command",
            paramLabel = "COMMAND",
            description = "The FTP command that it answers: some codes mean different things to different commands.")
    private String command = "";

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Knowledge knowledge = language.of(KnowledgeFiles.load());
        Page page = Explanations.of(knowledge, code, command)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), CodeArgument.complaint(code)));
        spec.commandLine().getOut().print(Markdown.of(page, Markdown.References.PLAIN));
        return 0;
    }
}
