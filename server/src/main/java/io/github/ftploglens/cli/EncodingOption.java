package io.github.ftploglens.cli;

import io.github.ftploglens.reply.Wording;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The encoding of logs that do not show it. */
final class EncodingOption {
    @Option(names = "--encoding", paramLabel = "NAME", descriptionKey = "encoding")
    private @Nullable String name;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** The encoding that the user has named, or null when the logs show it. */
    @Nullable
    Charset charset(Wording words) {
        if (name == null) {
            return null;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new ParameterException(spec.commandLine(), words.get("cli.error.encoding", Map.of("encoding", name)));
        }
    }
}
