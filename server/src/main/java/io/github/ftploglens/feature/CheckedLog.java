package io.github.ftploglens.feature;

import io.github.ftploglens.log.LogReader;
import io.github.ftploglens.log.ScannedLine;
import java.util.List;

/** The findings and the report of a log that is given line by line, for it may be too large to be kept. */
public final class CheckedLog implements LogReader.Sink {
    private final Knowledge knowledge;
    private final WorstFindings found = new WorstFindings();
    private final Findings findings;
    private final Report report;

    /** A log of which no line has been given. */
    public CheckedLog(Knowledge knowledge, Severities severities) {
        this.knowledge = knowledge;
        this.findings = new Findings(knowledge, severities, found::add);
        this.report = new Report(knowledge);
    }

    @Override
    public void line(int number, String text, ScannedLine line) {
        report.line(number, text, line);
        if (Findings.isTelling(line)) {
            findings.line(number, text, line);
        }
    }

    /**
     * By their lines; the most severe ones when there are more than {@value Findings#MOST_SHOWN}. To be called behind the last
     * line.
     */
    public List<Finding> findings() {
        findings.end();
        return found.list(knowledge);
    }

    /**
     * Sums it up.
     *
     * @param name what the reader knows the log by
     */
    public Page report(String name) {
        return report.page(name);
    }
}
