package io.github.ftploglens.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.Recognition;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs of known formats behind what loggers put before each line: they are read as if it were not there. */
class LearntPrefixTest {
    private static final String DIALOGUE = """
            ---- Connecting to 192.0.2.7 (192.0.2.7) port 21
            <--- 220-Welcome, 220 files
            <---   425 of them large
            <--- 220 ready
            ---> USER bob
            <--- 331 Password, please
            ---> PASS secret
            <--- 230-Your quota:
            <--- 550 MB
            <--- 230 Logged in
            ---> PASV
            <--- 227 Entering Passive Mode (192,0,2,7,220,21)
            ---> RETR 425.txt
            <--- 550 425.txt: no such file
            ---> QUIT
            <--- 221 Goodbye
            """;

    private final Knowledge knowledge = Samples.knowledge();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[05:0%1$d:42 DBG] ",
                "2026-11-20 05:08:3%1$d,220 [main] DEBUG c.a.FtpClient - ",
                "2026-11-20 05:08:3%1$d,220 [pool-%1$d-thread-1] INFO  c.a.FtpClient : ",
                "2026-11-20 05:08:39.220%1$d|DEBUG|Acme.Ftp|",
                "2026/11/20 05:08:3%1$d ",
                "[2026-11-20T05:08:3%1$dZ DEBUG acme::ftp] ",
                "DEBUG:ftp.client:",
                "2026-11-20T05:08:39.22%1$d+00:00 app[worker.%1$d]: ",
                "05:08:3%1$d ftp.1   | ",
                "ftp stdout | ",
                "22%1$d:",
                "I1120 05:08:39.22055%1$d     425 client.go:220] "
            })
    void aLogOfAKnownFormatIsReadBehindIt(String prefix) {
        LogDocument plain = knowledge.open(DIALOGUE);
        LogDocument behind = knowledge.open(before(prefix, DIALOGUE));
        assertThat(behind.formats()).extracting(LogFormat::id).containsExactly("lftp");
        int width = String.format(Locale.ROOT, prefix, 0).length();
        assertThat(marks(behind, width)).isEqualTo(marks(plain, 0)).hasSize(8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "05:08:3%1$d DBG \"~\"",
                "2026-11-20T05:08:3%1$dZ worker [~]",
                "DEBUG:ftp:received '~'",
                "20.11.2026 05:08:3%1$d: ~<EOL>",
                "<entry time=\"05:08:3%1$d\">~</entry>",
                "05:08:3%1$d;ftp;~;",
                "05:08:3%1$d (~)",
            })
    void andBeforeWhatEndsEachLine(String prefix, String ending) {
        LogDocument plain = knowledge.open(DIALOGUE);
        LogDocument between = knowledge.open(before(prefix, DIALOGUE.replace("\n", ending + "\n")));
        assertThat(between.formats()).extracting(LogFormat::id).containsExactly("lftp");
        int width = String.format(Locale.ROOT, prefix, 0).length();
        assertThat(marks(between, width)).isEqualTo(marks(plain, 0)).hasSize(8);
        assertThat(new LogText(between.line(11), between.text(11)).said()).endsWith("220,21)");
    }

    /** The thread is that of a connection; the numbers of the lines are not. */
    @Test
    void whatNamesTheConnectionIsLearntToo() {
        List<String> lines = new ArrayList<>();
        List<String> dialogue = DIALOGUE.lines().toList();
        for (int i = 0; i < dialogue.size(); i++) {
            lines.add("2026-11-20 05:08:39 " + (1000 + 2 * i) + " [worker-1] ftp: " + dialogue.get(i));
            lines.add("2026-11-20 05:08:39 " + (1001 + 2 * i) + " [worker-2] ftp: " + dialogue.get(i));
        }
        LogDocument log = knowledge.open(String.join("\n", lines) + "\n");
        List<Integer> starts = Stream.iterate(0, i -> i + 1)
                .limit(lines.size())
                .filter(i -> log.line(i).session() == 0)
                .toList();
        assertThat(starts).containsExactly(0, 1);
        assertThat(log.line(26).command())
                .as("550 answers RETR two lines above")
                .isEqualTo(2);
    }

    @Test
    void itIsShown() {
        String behind = before("2026-11-20 05:08:3%1$d,220 [main] DEBUG c.a.FtpClient - ", DIALOGUE);
        Recognition recognition = Recognition.of(knowledge, knowledge.open(behind));
        assertThat(recognition.titles(knowledge)).isEqualTo("… […] … … - › lftp debug log");
        assertThat(recognition.layouts())
                .containsExactly("{:iso} [{:bracketed}] {:verb} {:verb}.{:verb}.{:verb} - {inner}");
    }

    @Test
    void aLogWithoutFtpBehindItIsNone() {
        String http = "GET /index.html 200 550\nGET /a.css 304 0\nGET /b.css 404 220\n".repeat(20);
        assertThat(knowledge.open(before("[05:0%1$d:42 DBG] ", http)).formats()).isEmpty();
        String smtp = "220 mx.example.org ESMTP\nEHLO a\n250 ok\nMAIL FROM:<a>\n250 ok\nQUIT\n221 bye\n".repeat(9);
        assertThat(knowledge.open(before("[05:0%1$d:42 DBG] ", smtp)).formats()).isEmpty();
    }

    private static String before(String prefix, String text) {
        List<String> lines = text.lines().toList();
        return Stream.iterate(0, i -> i + 1)
                .limit(lines.size())
                .map(i -> String.format(Locale.ROOT, prefix, i % 10) + lines.get(i) + "\n")
                .collect(Collectors.joining());
    }

    private static List<String> marks(LogDocument log, int width) {
        List<String> marks = new ArrayList<>();
        for (int i = 0; i < log.count(); i++) {
            ScannedLine line = log.line(i);
            for (Mark mark : line.marks()) {
                marks.add(i + ":" + (mark.column() - width) + " " + mark.code() + " " + mark.kind() + " "
                        + line.command());
            }
        }
        return marks;
    }
}
