package io.github.ftploglens.cli;

import io.github.ftploglens.feature.Knowledge;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The language of what is printed. */
final class LanguageOption {
    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "The language of the text: en, fr, ja, ru or th (default: that of the system, else English).")
    private String language = "";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** The knowledge in the language that is wanted. */
    Knowledge of(Knowledge knowledge) {
        if (language.isEmpty()) {
            return knowledge.in(Locale.getDefault().getLanguage());
        }
        if (!knowledge.wordings().containsKey(language.toLowerCase(Locale.ROOT))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no language \"" + language + "\"; use one of "
                            + String.join(
                                    ", ",
                                    knowledge.wordings().keySet().stream()
                                            .sorted()
                                            .toList()));
        }
        return knowledge.in(language);
    }
}
