package io.github.ftploglens.cli;

import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.UserFormats;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Formats of the user's own. */
final class FormatFileOption {
    @Option(names = "--format-file", paramLabel = "FILE", descriptionKey = "format-file")
    private List<String> files = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** What the product knows and these formats. */
    Knowledge with(Knowledge knowledge) {
        return UserFormats.into(knowledge, files, problem -> {
            throw new ParameterException(spec.commandLine(), problem);
        });
    }
}
