package io.github.ftploglens;

import io.github.ftploglens.feature.Findings;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.Severities;
import io.github.ftploglens.format.FormatDetector;
import io.github.ftploglens.format.Head;
import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.log.LineScanner;
import io.github.ftploglens.log.LineState;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.MatchedLines;
import io.github.ftploglens.log.ScannedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What a line of a log costs, in microseconds, in each step of its reading: {@code mvn -q -Pbenchmark -DskipTests -pl server
 * test}. Each step includes those before it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ScannerBenchmark {
    /** Every log is repeated until it has so many lines, so that its length does not matter. */
    private static final int LINES = 50_000;

    /** A log of {@code src/test/linked}. */
    @Param({"fzs-1-file", "iis-85", "lftp", "proftpd-ext-default", "pureftpd-debug", "vsftpd-file", "winscp", "zeek-json"})
    public String log = "";

    private final Knowledge knowledge = Samples.knowledge();
    private List<String> lines = List.of();
    private String text = "";
    private List<LogFormat> formats = List.of();

    /** Reads the log. */
    @Setup
    public void read() {
        List<String> once =
                Samples.text(Samples.LINKED.resolve(log + ".log")).lines().toList();
        lines = new ArrayList<>();
        while (lines.size() < LINES) {
            lines.addAll(once.subList(0, Math.min(once.size(), LINES - lines.size())));
        }
        text = String.join("\n", lines);
        formats = FormatDetector.decide(knowledge.formats(), knowledge.catalogue(), Head.of(lines))
                .formats();
    }

    /** Finds the pattern of each line. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public MatchedLines match() {
        MatchedLines matched = new MatchedLines(formats);
        matched.match(lines);
        return matched;
    }

    /** Finds the codes, the commands and the sessions. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public void scan(Blackhole lost) {
        LineScanner scanner = new LineScanner(knowledge.catalogue(), knowledge.formats(), formats, LineState.START);
        for (String line : lines) {
            lost.consume(scanner.next(line));
        }
    }

    /** Finds what has failed. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public void check(Blackhole lost) {
        LineScanner scanner = new LineScanner(knowledge.catalogue(), knowledge.formats(), formats, LineState.START);
        Findings findings = Findings.inWords(knowledge, Severities.USUAL, lost::consume);
        for (int i = 0; i < lines.size(); i++) {
            ScannedLine line = scanner.next(lines.get(i));
            findings.line(i, lines.get(i), line);
        }
        findings.end();
    }

    /** Finds the formats too, and keeps all of it for an editor. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public LogDocument open() {
        return knowledge.open(text);
    }
}
