package io.github.ftploglens.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ftploglens.Samples;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.text.Edit;
import io.github.ftploglens.text.Position;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A log that grows has the findings that it would have if it were read at once, for the price of what is new. */
final class GrowingFindingsTest {
    private static final String SESSION = """
            <--- 220 (vsFTPd 3.0.5)
            ---> USER bob
            <--- 530 This FTP server is anonymous only.
            ---> RETR 550.txt
            <--- 550 Failed to open file.
            ---> STOR a
            <--- 425 Failed to establish connection.
            """;

    private final Knowledge knowledge = Samples.knowledge();

    @Test
    void anyEditGivesTheFindingsOfTheEditedLog() {
        Random random = new Random(959);
        LogDocument log = knowledge.open(records(random, 200));
        GrowingFindings findings = GrowingFindings.of(knowledge, Severities.USUAL, log);
        for (int i = 0; i < 60; i++) {
            boolean appends = random.nextInt(3) > 0;
            int line = appends ? log.count() : random.nextInt(log.count());
            Position at = new Position(line, 0);
            log = log.edit(new Edit(at, at, records(random, random.nextInt(300))));
            findings = findings.in(knowledge, Severities.USUAL, log);
            assertThat(findings.all()).isEqualTo(Findings.of(knowledge, Severities.USUAL, log));
        }
        assertThat(findings.all()).hasSize(Findings.MOST_SHOWN);
        assertThat(findings.all()).extracting(Finding::kind).contains(Finding.Kind.BURST);
        assertThat(findings.all()).extracting(Finding::related).anyMatch(places -> !places.isEmpty());
    }

    /** Commands of one client that fails often, and of many others. */
    private static String records(Random random, int count) {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String client = random.nextInt(4) == 0 ? "192.0.2.7" : "198.51.100." + random.nextInt(250);
            String verb = List.of("RETR", "STOR", "DELE").get(random.nextInt(3));
            String code = List.of("226", "425", "550", "553").get(random.nextInt(4));
            records.append(client).append(" UNKNOWN bob [20/Nov/2026:05:08:39 +0000] \"");
            records.append(verb).append(" a.txt\" ").append(code).append(" -\n");
        }
        return records.toString();
    }

    @Test
    void appendedLinesCostNoMoreThanThemselves() {
        LogDocument log = knowledge.open(SESSION.repeat(2_000));
        GrowingFindings findings = GrowingFindings.of(knowledge, Severities.USUAL, log);
        Position end = new Position(log.count(), 0);
        AtomicInteger taken = new AtomicInteger();
        LogDocument longer = log.edit(new Edit(end, end, SESSION)).withCheckpoint(taken::incrementAndGet);
        assertThat(findings.in(knowledge, Severities.USUAL, longer).all()).isNotEmpty();
        assertThat(taken.get()).as("lines read, of 14,008").isLessThan(1_000);
    }

    @Test
    void otherWordsOrSeveritiesAreOtherFindings() {
        LogDocument log = knowledge.open(SESSION.repeat(100));
        GrowingFindings findings = GrowingFindings.of(knowledge, Severities.USUAL, log);
        Severities fewer = Severities.of(Map.of("5xx", "off"));
        assertThat(findings.in(knowledge, fewer, log).all()).isEqualTo(Findings.of(knowledge, fewer, log));
        Knowledge russian = knowledge.in("ru");
        assertThat(findings.in(russian, Severities.USUAL, log).all())
                .isEqualTo(Findings.of(russian, Severities.USUAL, log))
                .isNotEqualTo(findings.all());
    }

    @Test
    void workThatNobodyWaitsForEndsAtTheNextLine() {
        AtomicInteger taken = new AtomicInteger();
        LogDocument log = knowledge.open(SESSION.repeat(100)).withCheckpoint(() -> {
            if (taken.incrementAndGet() > 9) {
                throw new CancellationException();
            }
        });
        assertThatThrownBy(() -> Findings.of(knowledge, Severities.USUAL, log))
                .isInstanceOf(CancellationException.class);
        assertThat(taken).hasValue(10);
    }
}
