package io.github.ftploglens.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
    private final Knowledge knowledge = Samples.knowledge();

    @Test
    void theMostFrequentFailureComesFirstWithItsFirstLineAndWhatToDo() {
        String report = report("""
                <--- 220 (vsFTPd 3.0.5)
                ---> USER anonymous
                <--- 530 No.
                ---> RETR a
                <--- 550 Failed to open file.
                ---> RETR b
                <--- 550 Failed to open file.
                """);
        assertThat(report).contains("Lines: 7.", "Replies: 4.", "Failed: 3.");
        assertThat(report.lines().filter(line -> line.startsWith("| 2 | **550 File Unavailable**")))
                .singleElement()
                .asString()
                .contains("| RETR | `Failed to open file.` | 5 |")
                .contains("vsftpd");
        assertThat(report.indexOf("**550 ")).isLessThan(report.indexOf("**530 "));
    }

    @Test
    void aLogWithoutFailuresHasNoTableOfThem() {
        assertThat(report("<--- 220 ready\n---> NOOP\n<--- 200 ok\n"))
                .contains("Failed: 0.")
                .doesNotContain("First line");
    }

    @Test
    void aLogOfAnotherKindHasNoReplies() {
        assertThat(report("220 grams of flour\n550 g of sugar\n")).contains("Lines: 2.", "Replies: 0.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja", "ru", "fr", "th"})
    void whatTheServerSaidIsShownAsItIsButForPasswords(String language) {
        String log = "<--- 220 ready\n---> LIST\n<--- 550 `[x](command:y) | <b>PASS secret1\n";
        assertThat(Markdown.of(of(knowledge.in(language), log), Markdown.References.PLAIN))
                .contains("`` `[x](command:y) \\| <b>PASS ")
                .doesNotContain("secret1");
    }

    @Test
    void sessionsTransfersAndSlowCommandsHaveTheirTablesTheWorstFirst() {
        String report = report("""
                Fri Nov 20 05:08:30 2026 [pid 7] CONNECT: Client "192.0.2.7"
                Fri Nov 20 05:08:30 2026 [pid 7] FTP response: Client "192.0.2.7", "220 (vsFTPd 3.0.5)"
                Fri Nov 20 05:08:30 2026 [pid 7] FTP command: Client "192.0.2.7", "USER ann"
                Fri Nov 20 05:08:30 2026 [pid 7] [ann] FTP response: Client "192.0.2.7", "331 Please specify the password."
                Fri Nov 20 05:08:30 2026 [pid 7] [ann] FTP command: Client "192.0.2.7", "PASS <password>"
                Fri Nov 20 05:08:31 2026 [pid 7] [ann] FTP response: Client "192.0.2.7", "230 Login successful."
                Fri Nov 20 05:08:31 2026 [pid 7] [ann] FTP command: Client "192.0.2.7", "RETR a.bin"
                Fri Nov 20 05:08:31 2026 [pid 7] [ann] FTP response: Client "192.0.2.7", "150 Opening BINARY mode data connection for a.bin (1234 bytes)."
                Fri Nov 20 05:10:31 2026 [pid 7] [ann] FTP response: Client "192.0.2.7", "226 Transfer complete."
                Fri Nov 20 05:10:32 2026 [pid 9] CONNECT: Client "192.0.2.9"
                Fri Nov 20 05:10:32 2026 [pid 9] [bob] FTP command: Client "192.0.2.9", "STOR b|c.bin"
                Fri Nov 20 05:10:32 2026 [pid 9] [bob] FTP response: Client "192.0.2.9", "553 Could not create file."
                """);
        assertThat(report)
                .contains("Transfers: 2. Failed: 1. Bytes moved, as far as the log says: 1234.")
                .contains(
                        "| 10 | `bob` | `192.0.2.9` | vsftpd | `2026-11-20 05:10:32` | 0 s | 1 | 1 | connected, not logged in |\n"
                                + "| 1 | `ann` | `192.0.2.7` | vsftpd | `2026-11-20 05:08:30` | 2 min 1 s | 1 | 0 | logged in |")
                .contains("| 11 | `bob` | `STOR b\\|c.bin` | failed: 553 |  | 0 s |\n"
                        + "| 7 | `ann` | `RETR a.bin` | done | 1234 | 2 min 0 s |")
                .contains("| 2 min 0 s | `RETR a.bin` | 226 | 7 |\n| 1 s | `PASS ***` | 230 | 5 |")
                .contains("a login or a transfer failed; it begins in line 10.")
                .contains("""
                        ```mermaid
                        sequenceDiagram
                            participant C as Client
                            participant S as Server
                            C->>S: STOR b｜c.bin
                            S-->>C: 553 Could not create file.
                        ```
                        """);
    }

    @Test
    void aDiagramIsOfTheFirstSessionThatFailedNotOfOneThatAskedForTooMuch() {
        String log = "---> FEAT\n<--- 500 What?\n" + "---> NOOP\n<--- 200 Fine.\n".repeat(100)
                + "---> RETR a\n<--- 550 Failed to open file.\n" + "---> NOOP\n<--- 200 Fine.\n".repeat(100);
        assertThat(report(log))
                .contains("C->>S: RETR a", "S-->>C: 550 Failed to open file.", "Messages left out: 324.")
                .doesNotContain("C->>S: FEAT");
        assertThat(report(log.substring(0, log.indexOf("---> RETR"))))
                .contains("The first session with a negative reply; it begins in line 1.", "C->>S: FEAT");
        assertThat(report("<--- 220 (vsFTPd 3.0.5)\n---> NOOP\n<--- 200 ok\n"))
                .contains("The first session; it begins in line 1.");
    }

    @Test
    void nothingInADiagramIsMermaid() {
        String evil = "; ->> x: y %%{init} <b>&lt; #35; $$x$$ `m` \"q\" [l](u) wrap: \\n {~}";
        String report = report("<--- 220 (vsFTPd 3.0.5)\n---> RETR " + evil + "\n<--- 550 " + evil + "\n");
        String diagram = report.substring(report.indexOf("sequenceDiagram"));
        assertThat(diagram.lines()
                        .filter(line -> line.contains("RETR"))
                        .findFirst()
                        .orElseThrow()
                        .substring(11))
                .matches("[\\w .,/@+=?!'()*\\uFF01-\\uFF5E-]+")
                .contains("RETR ； -＞＞ x： y ％％｛init｝ ＜b＞＆lt；");
    }

    @Test
    void aReportOfManySessionsIsBounded() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            log.append("<--- 220 (vsFTPd 3.0.5)\n---> RETR a")
                    .append(i)
                    .append("\n<--- 550 No file ")
                    .append(i)
                    .append(".\n");
        }
        String report = report(log.toString());
        assertThat(report).contains("and 250 more", "and 280 more");
        assertThat(report.lines().count()).isLessThan(200);
    }

    private String report(String log) {
        return Markdown.of(of(knowledge, log), Markdown.References.PLAIN);
    }

    private static Page of(Knowledge knowledge, String log) {
        return Report.of(knowledge, knowledge.open(log), "a.log");
    }
}
