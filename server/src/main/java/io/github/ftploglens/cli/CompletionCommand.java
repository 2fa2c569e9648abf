package io.github.ftploglens.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes a script with which bash and zsh complete the command line. */
@Command(name = "completion", mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine shell =
                Objects.requireNonNull(spec, "set by picocli").root().commandLine();
        shell.getOut().print(AutoComplete.bash(Shell.TYPED, shell));
        return 0;
    }
}
