package io.github.ftploglens.cli;

import io.github.ftploglens.feature.Finding;
import io.github.ftploglens.feature.Finding.Severity;
import io.github.ftploglens.feature.Findings;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.Severities;
import io.github.ftploglens.log.ScannedLine;
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
        json,
        sarif
    }

    @Option(names = "--format")
    private Format format = Format.text;

    @Option(names = "--min-severity", paramLabel = "SEVERITY")
    private Severity least = Severity.WARNING;

    private int found;

    @Override
    public Integer call() throws IOException {
        Knowledge knowledge = knowledgeOfFormats();
        FindingWriter writer = writer(knowledge, out());
        writer.begin();
        int read = read((name, lines) -> {
            Check check = new Check(knowledge, name, writer);
            LogStream.scan(knowledge, lines, check);
            check.end();
        });
        writer.end();
        return read == 0 && found > 0 ? 1 : read;
    }

    private FindingWriter writer(Knowledge knowledge, PrintWriter out) {
        return switch (format) {
            case text -> new TextFindings(out);
            case json -> new JsonFindings(out);
            case sarif -> new SarifFindings(knowledge, out);
        };
    }

    /** Finds the failed replies of one log. */
    private final class Check implements LogStream.Sink {
        private final String log;
        private final FindingWriter writer;
        private final Deque<Finding> pending = new ArrayDeque<>();
        private final Findings findings;

        Check(Knowledge knowledge, String log, FindingWriter writer) {
            this.log = log;
            this.writer = writer;
            this.findings = Findings.inWords(knowledge, Severities.USUAL, pending::add);
        }

        @Override
        public void line(int number, String text, ScannedLine line) throws IOException {
            findings.line(number, text, line);
            tell();
        }

        /** The log is being written: what is known of it is told, though a line to come might change it. */
        @Override
        public void pause() throws IOException {
            end();
            out().flush();
        }

        void end() throws IOException {
            findings.end();
            tell();
        }

        private void tell() throws IOException {
            for (Finding finding = pending.poll(); finding != null; finding = pending.poll()) {
                if (finding.severity().compareTo(least) <= 0) {
                    found++;
                    writer.write(log, finding);
                }
            }
        }
    }
}
