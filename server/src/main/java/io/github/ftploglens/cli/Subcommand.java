package io.github.ftploglens.cli;

import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.reply.Wording;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What every command of the command line has. */
abstract class Subcommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable Shell shell;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private LanguageOption language = new LanguageOption();

    /** What the product knows, in the language that is wanted. */
    final Knowledge knowledge() {
        Knowledge knowledge = Objects.requireNonNull(shell, "set by picocli").knowledge();
        language.check(knowledge);
        return knowledge;
    }

    final PrintWriter out() {
        return spec().commandLine().getOut();
    }

    /** The inputs of the command, which complain on stderr. */
    final Inputs inputs(EncodingOption encoding) {
        Wording words = knowledge().words();
        return new Inputs(words, spec().commandLine().getErr(), encoding.charset(words));
    }

    /** Says something on stderr. */
    final void complain(String message) {
        spec().commandLine().getErr().println(Shell.TYPED + ": " + message);
    }

    /** The code that the user typed. */
    final ReplyCode code(String text) {
        ReplyCode code = ReplyCode.parse(text);
        if (code == null) {
            throw noCode(text);
        }
        return code;
    }

    final ParameterException noCode(String text) {
        return new ParameterException(
                spec().commandLine(), knowledge().words().get("cli.error.code", Map.of("code", text)));
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec, "set by picocli");
    }
}
