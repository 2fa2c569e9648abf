package io.github.ftploglens.cli;

import io.github.ftploglens.feature.Inline;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.Recognition;
import io.github.ftploglens.format.FormatDetector;
import io.github.ftploglens.format.Head;
import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.log.LineSource;
import io.github.ftploglens.reply.Wording;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the log formats, or says which of them logs have, and why. */
@Command(name = "formats", mixinStandardHelpOptions = true)
final class FormatsCommand extends Subcommand {
    @Parameters(arity = "0..*", paramLabel = "FILE", descriptionKey = "file")
    private List<String> files = List.of();

    @Mixin
    private FormatFileOption formatFiles = new FormatFileOption();

    @Mixin
    private EncodingOption encoding = new EncodingOption();

    @Option(names = "--draft")
    private boolean draft;

    @Override
    public Integer call() throws IOException {
        Knowledge knowledge = formatFiles.with(knowledge());
        PrintWriter out = out();
        if (files.isEmpty()) {
            for (LogFormat format : knowledge.formats()) {
                out.print(format.id() + "\t" + format.title() + "\t" + format.producer() + "\n");
            }
            return 0;
        }
        Inputs inputs = inputs(encoding);
        inputs.read(files, (name, lines) -> say(knowledge, name, lines, out));
        return inputs.failed() ? Shell.TROUBLE : 0;
    }

    private void say(Knowledge knowledge, String name, LineSource lines, PrintWriter out) throws IOException {
        List<String> head = new ArrayList<>();
        int most = FormatDetector.heads().get(FormatDetector.heads().size() - 1);
        for (String line = lines.next(); line != null && head.size() < most; line = lines.next()) {
            head.add(line);
        }
        Recognition recognition = Recognition.of(knowledge, Head.of(head));
        if (draft) {
            draft(knowledge, name, recognition.learnt(), head);
            return;
        }
        Wording words = knowledge.words();
        out.print(words.get("formats.of", Map.of("file", name, "formats", recognition.titles(knowledge))) + "\n");
        for (String layout : recognition.layouts()) {
            out.print("  " + words.get("formats.learnt", Map.of("pattern", layout)) + "\n");
        }
        for (List<Inline> reason : recognition.reasons(words)) {
            out.print("  " + reason.stream().map(Inline::words).collect(Collectors.joining()) + "\n");
        }
    }

    private void draft(Knowledge knowledge, String name, List<LogFormat> learnt, List<String> head) throws IOException {
        if (learnt.isEmpty()) {
            complain(knowledge.words().get("formats.undrafted", Map.of("file", name)));
        }
        for (LogFormat format : learnt) {
            new FormatDraft(format, head, out()).write(knowledge);
            out().print("\n");
        }
    }
}
