package io.github.ftploglens.cli;

import io.github.ftploglens.feature.Knowledge;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What every command has that reads logs from one end to the other. */
abstract class LogsCommand extends Subcommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "file")
    private List<String> files = List.of();

    @Mixin
    private FormatFileOption formatFiles = new FormatFileOption();

    @Mixin
    private EncodingOption encoding = new EncodingOption();

    /** What the product knows, and the user's formats; to be asked before anything is printed, for it may complain. */
    final Knowledge knowledgeOfFormats() {
        return formatFiles.with(knowledge());
    }

    /** Reads all logs; returns the exit code, which tells whether that was possible. */
    final int read(Inputs.Reader reader) {
        Inputs inputs = inputs(encoding);
        inputs.read(files, reader);
        return inputs.failed() ? Shell.TROUBLE : 0;
    }
}
