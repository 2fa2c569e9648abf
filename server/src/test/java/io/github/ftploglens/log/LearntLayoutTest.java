package io.github.ftploglens.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.text.Edit;
import io.github.ftploglens.text.RandomText;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A log whose layout nobody has described shows by itself where its reply codes stand. */
class LearntLayoutTest {
    private final Knowledge knowledge = Samples.knowledge();

    @Test
    void repliesAndCommandsOfAnUnknownLayoutAreFoundAndLinked() {
        LogDocument log = learn("""
                ## 11:20:05.425 conn#331 srv=> |220 Acme FTP ready
                ## 11:20:05.550 conn#331 cli=> |USER bob
                ## 11:20:05.601 conn#331 srv=> |331 Password required
                ## 11:20:05.702 conn#331 cli=> |PASS ***
                ## 11:20:05.803 conn#331 srv=> |230 User logged in
                ## 11:20:06.001 conn#331 cli=> |PASV
                ## 11:20:06.002 conn#331 srv=> |227 Entering Passive Mode (192,0,2,7,19,137)
                ## 11:20:06.003 conn#331 cli=> |RETR 550.txt
                ## 11:20:06.101 conn#331 srv=> |150 Opening data connection (226 bytes)
                ## 11:20:07.200 conn#331 srv=> |426 Connection closed, transfer aborted
                ## 11:20:07.300 conn#331 note: 425 bytes lost
                """);
        assertThat(marks(log)).containsExactly("1:220", "3:331", "5:230", "7:227", "9:150", "10:426");
        assertThat(log.line(9).verb()).isEqualTo("RETR");
        assertThat(9 - log.line(9).command()).isEqualTo(7);
    }

    @Test
    void bareCodesBesideTheirCommandsAreFound() {
        StringBuilder text = new StringBuilder();
        for (String record : List.of(
                "USER bob|331",
                "PASS ***|230",
                "PWD |257",
                "CWD /550|250",
                "PASV |227",
                "RETR 226.txt|226",
                "SIZE 530|213",
                "QUIT |221")) {
            String[] parts = record.split("\\|", -1);
            text.append("2026-11-20 bob@192.0.2.7 did=")
                    .append(parts[0])
                    .append(" result=(")
                    .append(parts[1]);
            text.append(") bytes=425\n");
        }
        LogDocument log = learn(text.toString());
        assertThat(marks(log)).containsExactly("1:331", "2:230", "3:257", "4:250", "5:227", "6:226", "7:213", "8:221");
        assertThat(log.line(5).verb()).isEqualTo("RETR");
    }

    @Test
    void whatIsNoFtpLogShowsNothing() {
        assertThat(learn("192.0.2.7 - - [20/Nov/2026] \"GET /a HTTP/1.1\" 200 425\n".repeat(50))
                        .formats())
                .isEmpty();
        assertThat(learn("S: 220 mail.example.com ESMTP\nC: EHLO a\nS: 250 ok\nC: MAIL FROM:<a>\nS: 354 go\nC: QUIT\n"
                                .repeat(20))
                        .formats())
                .isEmpty();
        assertThat(learn("The year 220 saw 331 men, 230 women and 227 children.\n".repeat(20))
                        .formats())
                .isEmpty();
        assertThat(learn("-rw-r--r-- 1 500 500 541 Jul 01 09:20 fstab\n".repeat(20))
                        .formats())
                .isEmpty();
    }

    /** Measured without any known format: precision 0.98, recall 0.92 on the average of the logs. */
    @Test
    void mostRecordedLogsNeedNoKnownFormat() {
        double precision = 0;
        double recall = 0;
        List<Path> logs = Samples.logs(Samples.CORPUS).stream()
                .filter(log -> !Samples.text(Samples.labels(log)).isEmpty())
                .toList();
        for (Path log : logs) {
            LogDocument document = learn(Samples.text(log).replace("\r\n", "\n").replace('\r', '\u0001'));
            Set<String> found = new HashSet<>(marks(document));
            Set<String> expected = new HashSet<>();
            Set<String> cited = new HashSet<>();
            Samples.text(Samples.labels(log)).lines().forEach(row -> {
                String[] cells = row.split("\t", -1);
                (cells[3].equals("mention") ? cited : expected).add(cells[0] + ":" + cells[2]);
            });
            found.removeAll(cited);
            long right = found.stream().filter(expected::contains).count();
            precision += found.isEmpty() ? 1 : right / (double) found.size();
            recall += right / (double) expected.size();
        }
        assertThat(precision / logs.size()).isGreaterThan(0.95);
        assertThat(recall / logs.size()).isGreaterThan(0.80);
    }

    @Test
    void theLawOfEditingHoldsForALearntLayoutToo() {
        for (Path log : Samples.logs(Samples.LINKED)) {
            Random random = new Random(331);
            String text = Samples.text(log);
            LogDocument document = learn(text);
            for (int i = 0; i < 8; i++) {
                Edit edit = RandomText.edit(random, document.lines(), RandomText.of(random, 20));
                text = RandomText.apply(document.lines(), edit);
                document = document.edit(edit);
                assertThat(marks(document)).isEqualTo(marks(learn(text)));
            }
        }
    }

    private LogDocument learn(String text) {
        return LogDocument.open(knowledge.catalogue(), List.of(), text);
    }

    private static List<String> marks(LogDocument log) {
        return java.util.stream.IntStream.range(0, log.count())
                .boxed()
                .flatMap(line -> log.line(line).marks().stream().map(mark -> (line + 1) + ":" + mark.code()))
                .toList();
    }
}
