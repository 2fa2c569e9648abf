package io.github.ftploglens.cli;

import com.google.gson.stream.JsonWriter;
import io.github.ftploglens.feature.Finding;
import io.github.ftploglens.feature.Finding.Severity;
import io.github.ftploglens.feature.Findings;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.Severities;
import io.github.ftploglens.reply.Key;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the failed replies of logs. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand extends LogsCommand {
    /** How findings are written. */
    enum Format {
        text,
        json
    }

    @Option(names = "--format")
    private Format format = Format.text;

    @Option(names = "--min-severity", paramLabel = "SEVERITY")
    private Severity least = Severity.WARNING;

    private int found;

    @Override
    public Integer call() throws IOException {
        Knowledge knowledge = knowledgeOfFormats();
        int read = format == Format.text ? text(knowledge, out()) : json(knowledge, out());
        return read == 0 && found > 0 ? 1 : read;
    }

    private interface Writer {
        void write(Finding finding) throws IOException;
    }

    private void check(Knowledge knowledge, LineSource lines, Writer writer) throws IOException {
        Deque<Finding> pending = new ArrayDeque<>();
        Findings findings = new Findings(knowledge, Severities.USUAL, pending::add);
        LogStream.scan(knowledge, lines, (number, text, line) -> {
            findings.line(number, text, line);
            for (Finding finding = pending.poll(); finding != null; finding = pending.poll()) {
                if (finding.severity().compareTo(least) <= 0) {
                    found++;
                    writer.write(finding);
                }
            }
        });
    }

    private int text(Knowledge knowledge, PrintWriter out) {
        return read((name, lines) -> check(knowledge, lines, finding -> {
            out.print(name + ":" + (finding.line() + 1) + ":" + (finding.span().start() + 1) + ": ");
            out.print(Key.of(finding.severity()) + ": " + finding.message() + "\n");
        }));
    }

    private int json(Knowledge knowledge, PrintWriter out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.setIndent("  ");
        json.setHtmlSafe(false);
        json.beginArray();
        int read = read((name, lines) -> check(knowledge, lines, finding -> {
            json.beginObject();
            json.name("file").value(name);
            json.name("line").value(finding.line() + 1);
            json.name("column").value(finding.span().start() + 1);
            json.name("severity").value(Key.of(finding.severity()));
            json.name("code").value(finding.code().toString());
            json.name("message").value(finding.message());
            json.name("commandLine");
            if (finding.cause().isPresent()) {
                json.value(finding.cause().get().line() + 1);
            } else {
                json.nullValue();
            }
            json.name("reference").value(finding.address());
            json.endObject();
        }));
        json.endArray();
        json.flush();
        out.print("\n");
        return read;
    }
}
