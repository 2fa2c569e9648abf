package io.github.ftploglens.cli;

import io.github.ftploglens.feature.Finding;
import io.github.ftploglens.reply.Key;
import java.io.PrintWriter;

/** Findings as compilers write them: {@code FILE:LINE:COLUMN: SEVERITY: MESSAGE}. */
record TextFindings(PrintWriter out) implements FindingWriter {
    @Override
    public void write(String log, Finding finding) {
        out.print(log + ":" + (finding.line() + 1) + ":" + (finding.span().start() + 1) + ": "
                + Key.of(finding.severity()) + ": " + finding.message() + "\n");
    }
}
