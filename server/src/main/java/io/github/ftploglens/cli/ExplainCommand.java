package io.github.ftploglens.cli;

import io.github.ftploglens.feature.Explanations;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.KnowledgeFiles;
import io.github.ftploglens.feature.Markdown;
import io.github.ftploglens.reply.ReplyCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains a reply code. */
@Command(name = "explain", mixinStandardHelpOptions = true, description = "Explains a reply code, as Markdown.")
final class ExplainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CODE", converter = CodeArgument.class, description = "The reply code, as in 425.")
    private ReplyCode code = new ReplyCode(220);

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
        String markdown = Markdown.of(Explanations.of(knowledge, code, command), Markdown.References.PLAIN);
        spec.commandLine().getOut().print(markdown);
        return 0;
    }
}
