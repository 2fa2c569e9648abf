package io.github.ftploglens.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
    private final Knowledge knowledge = Samples.knowledge();

    @Test
    void anExcerptHasTheBeginningOfTheSessionAndWhatIsAroundTheLine() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            String said = i == 0
                    ? "command: Client \"10.1.2.3\", \"USER bob\""
                    : "response: Client \"10.1.2.3\", \"250 Ok.\"";
            log.append("Fri Nov 20 05:08:30 2026 [pid 7] FTP " + said + "\n");
            log.append("Fri Nov 20 05:08:30 2026 [pid 8] FTP response: Client \"10.9.9.9\", \"200 NOOP ok.\"\n");
        }
        LogDocument document = knowledge.open(log.toString());
        List<String> excerpt = excerpt(document, 1_000);
        assertThat(excerpt).hasSize(100 + 1 + 200).noneMatch(line -> line.contains("NOOP") || line.contains("bob"));
        assertThat(excerpt.get(0)).contains("\"USER ");
        assertThat(excerpt.get(100)).isEqualTo("…");
        assertThat(excerpt(document, 0)).hasSize(101);
        assertThat(excerpt(document, 198)).hasSize(200).doesNotContain("…");
        assertThat(excerpt(document, 5_000)).isEmpty();
        assertThat(excerpt(knowledge.open("no log\n"), 0)).isEmpty();
    }

    /** The lines between the fences. */
    private List<String> excerpt(LogDocument document, int line) {
        return Markdown.of(Redaction.excerpt(knowledge, document, line), Markdown.References.PLAIN)
                .lines()
                .filter(each -> !each.isEmpty() && !each.startsWith("```"))
                .toList();
    }

    @Test
    void whatTellsOfSomebodyIsReplacedAlwaysByTheSame() {
        assertThat(redacted("""
                Fri Nov 20 05:08:30 2026 [pid 7] CONNECT: Client "10.1.2.3"
                Fri Nov 20 05:08:30 2026 [pid 7] FTP response: Client "10.1.2.3", "220 (vsFTPd 3.0.5)"
                Fri Nov 20 05:08:30 2026 [pid 7] FTP command: Client "10.1.2.3", "USER bob"
                Fri Nov 20 05:08:30 2026 [pid 7] [bob] FTP response: Client "10.1.2.3", "331 Please specify the password."
                Fri Nov 20 05:08:30 2026 [pid 7] [bob] FTP command: Client "10.1.2.3", "PASS sw0rdfish"
                Fri Nov 20 05:08:31 2026 [pid 7] [bob] FTP response: Client "10.1.2.3", "230 Hello bob, sw0rdfish."
                Fri Nov 20 05:08:31 2026 [pid 7] [bob] FTP response: Client "10.1.2.3", "227 Entering Passive Mode (10,1,2,4,42,120)."
                Fri Nov 20 05:08:31 2026 [pid 7] [bob] FTP command: Client "10.1.2.3", "CWD /srv/in box"
                Fri Nov 20 05:08:31 2026 [pid 7] [bob] FTP response: Client "10.1.2.3", "250 Directory changed to /srv/in box/."
                Fri Nov 20 05:08:32 2026 [pid 7] [bob] FTP command: Client "10.1.2.3", "RETR 550 Jane Doe.pdf"
                Fri Nov 20 05:08:32 2026 [pid 7] [bob] FTP response: Client "10.1.2.3", "550 550 Jane Doe.pdf: No such file"
                nightly job for bob from 10.1.2.4 lost 550 Jane Doe.pdf
                """)).isEqualTo("""
                Fri Nov 20 05:08:30 2026 [pid 7] CONNECT: Client "192.0.2.1"
                Fri Nov 20 05:08:30 2026 [pid 7] FTP response: Client "192.0.2.1", "220 (vsFTPd 3.0.5)"
                Fri Nov 20 05:08:30 2026 [pid 7] FTP command: Client "192.0.2.1", "USER user1"
                Fri Nov 20 05:08:30 2026 [pid 7] [user1] FTP response: Client "192.0.2.1", "331 Please specify the password."
                Fri Nov 20 05:08:30 2026 [pid 7] [user1] FTP command: Client "192.0.2.1", "PASS ***"
                Fri Nov 20 05:08:31 2026 [pid 7] [user1] FTP response: Client "192.0.2.1", "230 Hello user1, ***."
                Fri Nov 20 05:08:31 2026 [pid 7] [user1] FTP response: Client "192.0.2.1", "227 Entering Passive Mode (192,0,2,2,42,120)."
                Fri Nov 20 05:08:31 2026 [pid 7] [user1] FTP command: Client "192.0.2.1", "CWD /dir1/dir2"
                Fri Nov 20 05:08:31 2026 [pid 7] [user1] FTP response: Client "192.0.2.1", "250 Directory changed to /dir1/dir2/."
                Fri Nov 20 05:08:32 2026 [pid 7] [user1] FTP command: Client "192.0.2.1", "RETR file1.pdf"
                Fri Nov 20 05:08:32 2026 [pid 7] [user1] FTP response: Client "192.0.2.1", "550 file1.pdf: No such file"
                nightly job for user1 from 192.0.2.2 lost file1.pdf
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "---> PORT 10,1,2,3,42,120 => ---> PORT 192,0,2,1,42,120",
                "---> EPRT |2|2a00::7|5282| => ---> EPRT |2|2001:db8::1|5282|",
                "---> LPRT 4,4,10,1,2,3,2,42,120 => ---> LPRT 4,4,192,0,2,1,2,42,120",
                "---> LIST -la => ---> LIST -la",
                "---> LIST -la secret plans => ---> LIST -la dir1",
                "---> MFMT 20261120050839 my.txt => ---> MFMT 20261120050839 file1.txt",
                "---> SITE CHMOD 755 my.cgi => ---> SITE CHMOD 755 file1.cgi",
                "---> SITE PSWD one1 two2 => ---> SITE PSWD ***",
                "---> TYPE I => ---> TYPE I",
                "---> STOR ../a b/c.tar.gz => ---> STOR ../dir1/file1.gz",
                "---> HOST ftp.acme.example => ---> HOST host1.example.com",
                "---> USER anonymous => ---> USER anonymous",
                "---> USER ann@acme.example => ---> USER user1@example.com",
                "<--- 250-drwxr-xr-x 2 ann staff 4096 Nov 20 05:06 my plans => <--- 250-drwxr-xr-x 2 user1 user2 4096 Nov 20 05:06 dir1",
                "<--- 250-modify=20261120050839;type=file; my plan.txt => <--- 250-modify=20261120050839;type=file; file1.txt",
                "<--- 550 ftp://ann:pw@ftp.acme.example:2121/a/b.txt failed => <--- 550 ftp://user1:***@host1.example.com:2121/dir1/file1.txt failed",
                "<--- 221 Goodbye at 05:08:39, 1.5 MB/s => <--- 221 Goodbye at 05:08:39, 1.5 MB/s",
                "connected to ::ffff:10.1.2.3 at 05:08:39 => connected to ::ffff:192.0.2.1 at 05:08:39",
                "connected to [2a00:1450:4001:81b::200e]:21 => connected to [2001:db8::1]:21",
                "mail to ann.doe@acme.example, PASS hidden1 => mail to user1@example.com, PASS ***"
            })
    void eachPartOfALineIsWhatItMeans(String line, String hidden) {
        String log = "<--- 220 (vsFTPd 3.0.5)\n---> NOOP\n<--- 331 Please specify the password.\n" + line + "\n";
        assertThat(redacted(log).lines().skip(3)).containsExactly(hidden);
    }

    @Test
    void aHexDumpHidesItsColumnsToo() {
        String row = "0000: 52 45 54 52 20 61 20 6c 6f 6e 67 20 35 35 30 2e RETR a long 550.";
        String log = "05:08:39.425226 == Info: x\n05:08:39.425226 => Send header, 14 bytes (0xe)\n" + row + "\n"
                + "05:08:39.425226 <= Recv header, 27 bytes (0x1b)\n"
                + "0000: 32 32 30 20 72 65 61 64 79 0d 0a                220 ready..\n"
                + "05:08:39.425226 => Send header, 6 bytes (0x6)\n"
                + "0000: 50 41 53 56 0d 0a                               PASV..\n";
        assertThat(redacted(log.repeat(3)))
                .contains("0000: 52 45 54 52 20 78 20 78 78 78 78 20 78 78 78 2e RETR x xxxx xxx.\n")
                .contains("0000: 32 32 30 20 78 78 78 78 78 0d 0a                220 xxxxx..\n");
    }

    @Test
    void aWrappedLogKeepsItsWrapping() {
        String log = """
                {"log":"Fri Nov 20 05:08:30 2026 [pid 7] CONNECT: Client \\"10.1.2.3\\"\\n","stream":"stdout","time":"2026-11-20T05:08:30.1Z"}
                {"log":"Fri Nov 20 05:08:30 2026 [pid 7] FTP response: Client \\"10.1.2.3\\", \\"220 (vsFTPd 3.0.5)\\"\\n","stream":"stdout","time":"2026-11-20T05:08:30.1Z"}
                {"log":"Fri Nov 20 05:08:30 2026 [pid 7] FTP command: Client \\"10.1.2.3\\", \\"USER bob\\"\\n","stream":"stdout","time":"2026-11-20T05:08:30.1Z"}
                {"log":"Fri Nov 20 05:08:30 2026 [pid 7] [bob] FTP response: Client \\"10.1.2.3\\", \\"331 PASS sw0rd, bob\\"\\n","stream":"stdout","time":"2026-11-20T05:08:30.1Z"}
                """;
        assertThat(redacted(log).lines().skip(2))
                .containsExactly(
                        "{\"log\":\"Fri Nov 20 05:08:30 2026 [pid 7] FTP command: Client \\\"192.0.2.1\\\", \\\"USER user1\\\"\\n\",\"stream\":\"stdout\",\"time\":\"2026-11-20T05:08:30.1Z\"}",
                        "{\"log\":\"Fri Nov 20 05:08:30 2026 [pid 7] [user1] FTP response: Client \\\"192.0.2.1\\\", \\\"331 PASS ***, user1\\\"\\n\",\"stream\":\"stdout\",\"time\":\"2026-11-20T05:08:30.1Z\"}");
    }

    @Test
    void anExcerptHidesWhatTheLinesBeforeHaveTold() {
        String log = """
                <--- 220 (vsFTPd 3.0.5)
                ---> USER bob
                <--- 331 Please specify the password.
                ---> PASS sw0rdfish
                <--- 530 bob may not: sw0rdfish
                """;
        assertThat(Markdown.of(Redaction.of(knowledge, knowledge.open(log), 4, 4), Markdown.References.PLAIN))
                .isEqualTo("```\n<--- 530 user1 may not: ***\n```\n");
    }

    /** The redacted log has the same codes, sessions and commands in the same lines, and is redacted once and for all. */
    @TestFactory
    Stream<DynamicTest> everyRecordedLogIsReadAsBefore() {
        return Stream.of(Samples.CORPUS, Samples.LINKED)
                .flatMap(folder -> Samples.logs(folder).stream())
                .map(log -> DynamicTest.dynamicTest(log.getFileName().toString(), () -> isReadAsBefore(log)));
    }

    private void isReadAsBefore(Path log) {
        LogDocument before = knowledge.open(Samples.text(log));
        LogDocument after = knowledge.open(redacted(Samples.text(log)));
        for (int i = 0; i < before.count(); i++) {
            assertThat(read(after.line(i)))
                    .as("line %d: %s\nwas: %s", i + 1, after.text(i), before.text(i))
                    .isEqualTo(read(before.line(i)));
        }
    }

    private static List<Object> read(ScannedLine line) {
        return List.of(
                line.marks().stream().map(Mark::code).toList(),
                line.marks().stream().map(Mark::kind).toList(),
                line.marks().isEmpty() ? 0 : line.session(),
                line.marks().isEmpty() ? "" : line.verb(),
                line.marks().isEmpty() ? 0 : line.command());
    }

    private String redacted(String log) {
        LogDocument document = knowledge.open(log);
        Redaction redaction = new Redaction(knowledge);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < document.count(); i++) {
            text.append(redaction.line(document.text(i), document.line(i)));
            text.append(i + 1 < document.count() ? "\n" : "");
        }
        return text.toString();
    }
}
