package io.github.ftploglens.cli;

import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.Markdown;
import io.github.ftploglens.feature.SessionComparison;
import io.github.ftploglens.feature.SessionComparison.Incomparable;
import io.github.ftploglens.log.LineSource;
import io.github.ftploglens.log.LogDocument;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts a good and a bad session of a log side by side. */
@Command(name = "compare-sessions", mixinStandardHelpOptions = true)
final class CompareSessionsCommand extends Subcommand {
    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "session-file")
    private String file = "";

    @Parameters(index = "1..2", arity = "0..2", paramLabel = "LINE", descriptionKey = "session-lines")
    private List<Integer> lines = List.of();

    @Mixin
    private FormatFileOption formatFiles = new FormatFileOption();

    @Mixin
    private EncodingOption encoding = new EncodingOption();

    private boolean isIncomparable;

    @Override
    public Integer call() {
        Knowledge knowledge = formatFiles.with(knowledge());
        Inputs inputs = inputs(encoding);
        inputs.read(List.of(file), (name, source) -> compare(knowledge, name, source));
        return inputs.failed() || isIncomparable ? Shell.TROUBLE : 0;
    }

    private void compare(Knowledge knowledge, String name, LineSource source) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = source.next(); line != null; line = source.next()) {
            text.append(line).append('\n');
        }
        LogDocument log = knowledge.open(text.toString());
        List<Integer> chosen = lines.stream().map(line -> line - 1).toList();
        try {
            out().print(Markdown.of(SessionComparison.of(knowledge, log, name, chosen), Markdown.References.PLAIN));
        } catch (Incomparable e) {
            isIncomparable = true;
            String problem = String.valueOf(e.getMessage());
            complain(knowledge.words().get("sessions.problem", Map.of("file", name, "problem", problem)));
        }
    }
}
