package io.github.ftploglens.cli;

import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.KnowledgeFiles;
import io.github.ftploglens.format.FormatDetector;
import io.github.ftploglens.format.FormatDetector.Score;
import io.github.ftploglens.format.LinePattern;
import io.github.ftploglens.format.LogFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the log formats, or says which of them logs have, and why. */
@Command(
        name = "formats",
        mixinStandardHelpOptions = true,
        description = "Lists the log formats; or says which ones the logs have, and why.")
final class FormatsCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Logs, folders of logs, or - for stdin.")
    private List<String> files = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Knowledge knowledge = KnowledgeFiles.load();
        PrintWriter out = spec.commandLine().getOut();
        if (files.isEmpty()) {
            for (LogFormat format : knowledge.formats()) {
                out.print(format.id() + "\t" + format.title() + "\t" + format.producer() + "\n");
            }
            return 0;
        }
        Inputs inputs = new Inputs(spec.commandLine().getErr());
        inputs.read(files, (name, lines) -> say(knowledge, name, lines, out));
        return inputs.failed() ? Shell.TROUBLE : 0;
    }

    private static void say(Knowledge knowledge, String name, LineSource lines, PrintWriter out) throws IOException {
        List<String> head = new ArrayList<>();
        int most = FormatDetector.heads().get(FormatDetector.heads().size() - 1);
        for (String line = lines.next(); line != null && head.size() < most; line = lines.next()) {
            head.add(line);
        }
        FormatDetector.Head read = FormatDetector.Head.of(head);
        List<LogFormat> found = FormatDetector.detect(knowledge.formats(), knowledge.catalogue(), read);
        out.print(name + ": " + (found.isEmpty() ? "no FTP log" : titles(found)) + "\n");
        for (LogFormat format : found) {
            if (!knowledge.formats().contains(format)) {
                for (LinePattern pattern : format.patterns()) {
                    out.print("  learnt " + pattern.role() + ": " + pattern.text() + "\n");
                }
            }
        }
        int looked = FormatDetector.headOf(head.size());
        for (Score score : FormatDetector.scores(knowledge.formats(), knowledge.catalogue(), read, looked)) {
            out.print("  " + (score.isEnough() ? "enough" : "not enough") + ": "
                    + score.format().id() + ", "
                    + score.lines() + " of " + score.head() + " lines, " + score.replies() + " replies, "
                    + score.mentions() + " citations, " + score.ftp() + " signs of FTP, " + score.foreign()
                    + " of other protocols\n");
        }
    }

    private static String titles(List<LogFormat> formats) {
        return String.join(", ", formats.stream().map(LogFormat::title).toList());
    }
}
