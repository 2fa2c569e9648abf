package io.github.ftploglens.cli;

import io.github.ftploglens.feature.Knowledge;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The language of what is printed; {@link Shell} has read it already. */
final class LanguageOption {
    static final String NAME = "--language";

    @Option(names = NAME, paramLabel = "LANGUAGE")
    private String language = "";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Complains of a language that there is none of. */
    void check(Knowledge knowledge) {
        if (!language.isEmpty() && !knowledge.wordings().containsKey(language.toLowerCase(Locale.ROOT))) {
            String known = String.join(", ", new TreeSet<>(knowledge.wordings().keySet()));
            throw new ParameterException(
                    spec.commandLine(),
                    knowledge.words().get("cli.error.language", Map.of("language", language, "known", known)));
        }
    }
}
