package io.github.ftploglens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the packaged jar prints for other programs and for readers: {@code scan}, {@code explain} and {@code compare}. */
final class CliPrintIT {
    private static final String LOG = """
            Fri Nov 20 05:08:39 2026 [pid 7] CONNECT: Client "192.0.2.7"
            Fri Nov 20 05:08:39 2026 [pid 7] FTP response: Client "192.0.2.7", "220-Welcome"
            Fri Nov 20 05:08:39 2026 [pid 7] FTP response: Client "192.0.2.7", "220 to 331 😀 \\ files"
            Fri Nov 20 05:08:40 2026 [pid 7] [bob] FTP command: Client "192.0.2.7", "CWD 😀 550 in"
            Fri Nov 20 05:08:40 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "550 Failed to change directory."
            Fri Nov 20 05:08:41 2026 [pid 8] FTP response: Client "198.51.100.9", "421 There are too many connections."
            """;

    @TempDir
    private Path folder;

    @Test
    void scanWritesAnObjectForEveryReplyCode() throws IOException {
        Path log = Files.writeString(folder.resolve("a log.txt"), LOG);
        List<JsonObject> found = objects(Cli.run("scan", log).ended(0));
        assertThat(found).hasSize(4).allSatisfy(object -> {
            assertThat(object.keySet())
                    .containsExactly("file", "line", "column", "code", "kind", "format", "session", "command", "text");
            assertThat(object.get("file").getAsString()).isEqualTo(log.toString());
            assertThat(object.get("format").getAsString()).isEqualTo("vsftpd");
        });
        assertThat(found.stream().map(CliPrintIT::mark))
                .containsExactly(
                        "2:69 \"220\" continuation null \"Welcome\"",
                        "3:69 \"220\" reply null \"to 331 😀 \\\\ files\"",
                        "5:75 \"550\" reply {\"line\":4,\"verb\":\"CWD\"} \"Failed to change directory.\"",
                        "6:72 \"421\" reply null \"There are too many connections.\"");
        List<String> sessions = found.stream()
                .map(object -> object.get("session").getAsString())
                .toList();
        assertThat(sessions.subList(0, 3)).containsOnly(sessions.get(0)).doesNotContain(sessions.get(3));
    }

    /** In a log of one-line records the command stands beside the code. */
    @Test
    void scanKnowsTheCommandOfARecord() {
        String log = """
                192.0.2.7 UNKNOWN bob [20/Nov/2026:05:08:39 +0000] "CWD in" 550 -
                192.0.2.7 UNKNOWN bob [20/Nov/2026:05:08:40 +0000] "PASV" 227 -
                192.0.2.7 UNKNOWN bob [20/Nov/2026:05:08:41 +0000] "RETR 421" 226 421
                """;
        List<JsonObject> found =
                objects(Cli.feed(log.getBytes(UTF_8), "scan", "-").ended(0));
        assertThat(found.stream().map(CliPrintIT::mark))
                .containsExactly(
                        "1:61 \"550\" reply {\"line\":1,\"verb\":\"CWD\"} \"\"",
                        "2:59 \"227\" reply {\"line\":2,\"verb\":\"PASV\"} \"\"",
                        "3:63 \"226\" reply {\"line\":3,\"verb\":\"RETR\"} \"\"");
        assertThat(found)
                .allSatisfy(
                        object -> assertThat(object.get("file").getAsString()).isEqualTo("-"));
    }

    @Test
    void redactWritesLogsWithOneNameForOneThing() throws IOException {
        Path log = Files.writeString(folder.resolve("a.log"), LOG);
        String redacted = Cli.run("redact", log, log).ended(0);
        List<String> lines = redacted.lines().toList();
        assertThat(lines).hasSize(12);
        assertThat(lines.subList(0, 6)).isEqualTo(lines.subList(6, 12));
        assertThat(lines.get(3))
                .isEqualTo("Fri Nov 20 05:08:40 2026 [pid 7] [user1] FTP command: Client \"192.0.2.1\", \"CWD dir1\"");
        assertThat(Cli.feed(LOG.getBytes(UTF_8), "redact", "-").ended(0))
                .isEqualTo(redacted.substring(0, redacted.length() / 2));
        assertThat(objects(Cli.feed(redacted.getBytes(UTF_8), "scan", "-").ended(0)))
                .hasSize(8);
    }

    @Test
    void compareSessionsPutsTwoSessionsSideBySide() throws IOException {
        String good = LOG.replace("550 Failed to change directory.", "250 Directory successfully changed.")
                .replace("[pid 7]", "[pid 9]");
        Path log = Files.writeString(
                folder.resolve("a.log"), LOG + good.lines().limit(5).reduce("", (all, line) -> all + line + "\n"));
        String named = Cli.run("compare-sessions", log, "5", "11").ended(0);
        assertThat(named)
                .startsWith("# Two sessions: `" + log + "`\n")
                .contains("got 550 in line 5, `CWD 😀 550 in` got 250 in line 11.");
        assertThat(Cli.run("compare-sessions", log, "1").ended(0))
                .startsWith("# Two sessions")
                .contains("from line 7 ");
        assertThat(Cli.run("compare-sessions", log, "99").trouble()).contains("a.log", "line 99 belongs to no session");
        assertThat(Cli.run("compare-sessions", folder.resolve("b.log")).trouble())
                .contains("no such file");
    }

    @Test
    void aPasswordIsNotPrinted() {
        String log = """
                Fri Nov 20 05:08:39 2026 [pid 7] [bob] FTP command: Client "192.0.2.7", "PASS sw0rdfish"
                Fri Nov 20 05:08:39 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "530 Login incorrect."
                Fri Nov 20 05:08:40 2026 [pid 7] [bob] FTP command: Client "192.0.2.7", "PASS  sw0rdfish"
                Fri Nov 20 05:08:40 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "500 'PASS sw0rdfish': ?"
                """;
        byte[] stdin = log.getBytes(UTF_8);
        assertThat(Cli.feed(stdin, "scan", "-").ended(0))
                .contains("'PASS ***': ?")
                .doesNotContain("sw0rdfish");
        assertThat(Cli.feed(stdin, "check", "-").ended(1))
                .contains("\"PASS ***\"")
                .doesNotContain("sw0rdfish");
        assertThat(Cli.feed(stdin, "check", "--format", "json", "-").ended(1)).doesNotContain("sw0rdfish");
    }

    @Test
    void scanFindsNothingInWhatIsNoFtpLog() {
        String mail =
                "220 mail.example.com ESMTP\nEHLO example.com\n250 OK\nMAIL FROM:<a@example.com>\n550 no\n421 x\n";
        assertThat(Cli.feed(mail.getBytes(UTF_8), "scan", "-").ended(0)).isEmpty();
    }

    /** The headings that readers of the reference know: description, when, how to fix, differences, which, more. */
    static List<List<String>> headings() {
        return List.of(
                List.of(
                        "en",
                        "Description",
                        "When You See It",
                        "How to Fix",
                        "Key Differences",
                        "When to Use Which",
                        "Learn More"),
                List.of("ja", "説明", "このコードが表示される場合", "解決方法", "主な違い", "どちらをいつ使うか", "詳しく見る"),
                List.of(
                        "ru",
                        "Описание",
                        "Когда вы это видите",
                        "Как исправить",
                        "Ключевые различия",
                        "Когда что использовать",
                        "Узнать больше"),
                List.of(
                        "fr",
                        "Description",
                        "Quand vous le voyez",
                        "Comment résoudre",
                        "Différences clés",
                        "Quand utiliser lequel",
                        "En savoir plus"),
                List.of(
                        "th",
                        "คำอธิบาย",
                        "เมื่อคุณพบเห็น",
                        "วิธีแก้ไข",
                        "ความแตกต่างหลัก",
                        "ควรใช้อันไหนเมื่อไร",
                        "เรียนรู้เพิ่มเติม"));
    }

    @ParameterizedTest
    @MethodSource("headings")
    void explainAndCompareHaveTheHeadingsOfTheLanguage(List<String> headings) {
        String language = headings.get(0);
        List<String> sections = headings.subList(1, 4);
        String explained = Cli.run("explain", "425", "--language", language).ended(0);
        assertThat(explained).startsWith("# FTP 425").endsWith("\n");
        assertThat(titles(explained, "## ")).containsSubsequence(sections).contains(headings.get(6));
        String compared =
                Cli.run("compare", "220", "421", "--language", language).ended(0);
        assertThat(compared.lines().findFirst().orElse(""))
                .startsWith("# FTP 220")
                .contains("421");
        assertThat(titles(compared, "### ")).isEqualTo(twice(sections));
        assertThat(titles(compared, "## ")).containsSubsequence(headings.subList(4, 7));
    }

    @Test
    void explainSaysWhatTheCodeMeansToACommand() {
        assertThat(Cli.run("explain", "522", "--command", "PROT").ended(0))
                .isNotEqualTo(Cli.run("explain", "522", "--command", "EPRT").ended(0));
    }

    @Test
    void reportSumsUpEveryLogThatCanBeRead() throws IOException {
        Path log = Files.writeString(folder.resolve("a.log"), "<--- 220 ready\n---> RETR a\n<--- 550 No such file\n");
        Cli.Run run = Cli.run("report", log, "absent.log", log);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("absent.log");
        assertThat(run.out().lines())
                .filteredOn(line -> line.startsWith("| 1 | **550 "))
                .hasSize(2);
    }

    @Test
    void aCodeThatNoStandardDefinesIsExplainedByItsDigits() {
        assertThat(Cli.run("explain", "459").ended(0)).startsWith("# FTP 459 ").contains("Transient negative");
    }

    @Test
    void compareTakesMoreThanTwoCodes() {
        assertThat(Cli.run("compare", "425", "426", "421").ended(0)).contains("| 425 | 426 | 421 |");
    }

    @ParameterizedTest
    @CsvSource({"--help, explain", "-h, compare", "check --help, --min-severity", "--version, ftp-log-server 0"})
    void helpIsPrinted(String arguments, String said) {
        assertThat(Cli.run((Object[]) arguments.split(" ")).ended(0)).contains(said);
    }

    @Test
    void aReaderThatGoesAwayMakesNoNoise() throws IOException {
        assumeThat(Path.of("/bin/sh")).isExecutable();
        Path log = Files.writeString(folder.resolve("large.log"), LOG.repeat(2_000));
        for (String command : List.of("scan", "check", "check --format json")) {
            String pipe = "\"$0\" \"$@\" " + command + " '" + log + "' | head -n 1";
            List<String> shell = new ArrayList<>(List.of("/bin/sh", "-c", pipe));
            shell.addAll(Cli.english());
            Cli.Run run = Cli.run(new byte[0], shell);
            assertThat(run.err()).as(command).isEmpty();
            assertThat(run.out().lines()).as(command).hasSize(1);
        }
    }

    /** As in {@code tail -f vsftpd.log | java -jar … scan - | head}, which would go on for ever. */
    @Test
    void aReaderThatGoesAwayEndsTheScan() throws Exception {
        List<String> scan = new ArrayList<>(Cli.english());
        scan.addAll(List.of("scan", "-"));
        Process process = new ProcessBuilder(scan).start();
        process.getInputStream().close();
        byte[] bytes = LOG.repeat(1_000).getBytes(UTF_8);
        boolean ended = false;
        try (OutputStream stdin = process.getOutputStream()) {
            for (int written = 0; written < 10_000_000; written += bytes.length) {
                stdin.write(bytes);
            }
        } catch (IOException e) {
            ended = true;
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(ended).as("the scan ended before its input").isTrue();
    }

    private static List<JsonObject> objects(String lines) {
        return lines.lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }

    private static String mark(JsonObject object) {
        return object.get("line") + ":" + object.get("column") + " " + object.get("code") + " "
                + object.get("kind").getAsString() + " " + object.get("command") + " " + object.get("text");
    }

    private static List<String> titles(String markdown, String level) {
        return markdown.lines()
                .filter(line -> line.startsWith(level))
                .map(line -> line.substring(level.length()))
                .toList();
    }

    private static List<String> twice(List<String> sections) {
        List<String> twice = new ArrayList<>(sections);
        twice.addAll(sections);
        return twice;
    }
}
