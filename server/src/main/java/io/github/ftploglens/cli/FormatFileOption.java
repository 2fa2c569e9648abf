package io.github.ftploglens.cli;

import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.UserFormats;
import io.github.ftploglens.format.FormatException;
import io.github.ftploglens.format.LogFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        List<LogFormat> own = new ArrayList<>();
        try {
            files.forEach(file -> own.add(UserFormats.read(knowledge.catalogue(), file)));
        } catch (FormatException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    knowledge.words().get("formats.unusable", Map.of("problem", String.valueOf(e.getMessage()))));
        }
        return knowledge.with(own);
    }
}
