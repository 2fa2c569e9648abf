package io.github.ftploglens.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {
    private static final String INTERLEAVED = """
            Fri Nov 20 05:08:30 2026 [pid 7] CONNECT: Client "192.0.2.7"
            Fri Nov 20 05:08:30 2026 [pid 7] FTP response: Client "192.0.2.7", "220 (vsFTPd 3.0.5)"
            Fri Nov 20 05:08:30 2026 [pid 7] FTP command: Client "192.0.2.7", "USER bob"
            Fri Nov 20 05:08:31 2026 [pid 8] CONNECT: Client "192.0.2.8"
            Fri Nov 20 05:08:31 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "331 Please specify the password."
            Fri Nov 20 05:08:31 2026 [pid 7] [bob] FTP command: Client "192.0.2.7", "PASS <password>"
            Fri Nov 20 05:08:32 2026 [pid 9] [bob] FTP response: Client "192.0.2.7", "230 Login successful."
            Fri Nov 20 05:08:33 2026 [pid 9] [bob] FTP command: Client "192.0.2.7", "STOR report.csv"
            Fri Nov 20 05:08:33 2026 [pid 8] FTP response: Client "192.0.2.8", "421 Too many connections."
            Fri Nov 20 05:08:33 2026 [pid 9] [bob] FTP response: Client "192.0.2.7", "150 Ok to send data."
            Fri Nov 20 05:10:43 2026 [pid 9] [bob] FTP response: Client "192.0.2.7", "426 Failure reading network stream."
            Fri Nov 20 05:10:43 2026 [pid 9] [bob] FTP command: Client "192.0.2.7", "DELE b.txt"
            Fri Nov 20 05:10:43 2026 [pid 9] [bob] FTP response: Client "192.0.2.7", "550 Delete operation failed."
            Fri Nov 20 05:10:44 2026 [pid 9] [bob] FTP command: Client "192.0.2.7", "RETR a.txt"
            Fri Nov 20 05:10:45 2026 [pid 9] [bob] FTP response: Client "192.0.2.7", "150 Opening BINARY mode data connection."
            """;

    private final Knowledge knowledge = Samples.knowledge();

    @Test
    void sessionsHaveTheirLoginsTransfersAndFailuresAlsoWhenTheyAreInterleaved() {
        assertThat(outline(INTERLEAVED))
                .containsExactly(
                        "0-14 bob (192.0.2.7 · 2 min 15 s · transfers: 2 · failed: 2)",
                        "  2-6 Login (230 User Logged In · 2 s)",
                        "  7-10 STOR report.csv (426 Connection Closed, Transfer Aborted · 2 min 10 s)",
                        "    10-10 426 Failure reading network stream. (STOR report.csv)",
                        "  12-12 550 Delete operation failed. (DELE b.txt)",
                        "  13-14 RETR a.txt (no final reply)",
                        "3-8 192.0.2.8 (2 s · failed: 1)",
                        "  8-8 421 Too many connections.");
    }

    @Test
    void aLogOfRecordsHasThemOnTheirLines() {
        assertThat(outline("""
                192.0.2.7 UNKNOWN bob [20/Nov/2026:05:08:39 +0000] "PASS (hidden)" 230 -
                192.0.2.7 UNKNOWN bob [20/Nov/2026:05:08:39 +0000] "RETR a.txt" 550 -
                """))
                .containsExactly(
                        "0-1 bob (192.0.2.7 · transfers: 1 · failed: 1)",
                        "  0-0 Login (230 User Logged In)",
                        "  1-1 RETR a.txt (550 File Unavailable)",
                        "    1-1 550 File Unavailable (RETR a.txt)");
    }

    @Test
    void aLogThatNamesNoSessionIsOne() {
        assertThat(outline("""
                ---> RETR a.txt
                <--- 150 Opening BINARY mode data connection.
                <--- 226 Transfer complete.
                """))
                .containsExactly("0-2 Session 1 (transfers: 1)", "  0-2 RETR a.txt (226 Closing Data Connection)");
        assertThat(outline("nothing of FTP\n220 bytes\n")).isEmpty();
    }

    @Test
    void whatALogSaysIsFitToBeShown() {
        assertThat(outline("""
                < 220 (vsFTPd 3.0.5)
                > USER \u202ebob\u0007
                < 331 Please specify the password.
                > PASS s3cret
                < 530 Login incorrect: 'PASS s3cret'
                > RETR ftp://bob:s3cret@example.com/
                < 550 No.
                > SITE PSWD s3cret s4cret
                < 500 No.
                """))
                .contains("    4-4 530 Login incorrect: 'PASS ***' (PASS ***)")
                .contains("  8-8 500 No. (SITE PSWD ***)")
                .anyMatch(line -> line.startsWith("0-8 \ufffdbob\ufffd"))
                .noneMatch(line -> line.contains("s3cret") || line.contains("s4cret"));
    }

    @Test
    void ofALargeLogWhatFailedIsShownAndWhatIsLeftOutIsCounted() {
        String good = """
                ---> RETR a.txt
                <--- 226 Transfer complete.
                """;
        String bad = """
                ---> RETR b.txt
                <--- 550 No such file.
                """;
        List<String> some = outline(good.repeat(5_000) + bad);
        assertThat(some)
                .containsExactly(
                        "0-10001 Session 1 (transfers: 5001 · failed: 1)",
                        "  10000-10001 RETR b.txt (550 File Unavailable)",
                        "    10001-10001 550 No such file. (RETR b.txt)",
                        "10002-10002 5000 more are not shown");
        List<String> many = outline(good + bad.repeat(5_000));
        assertThat(many).hasSize(Outline.MOST_SHOWN).last().isEqualTo("10002-10002 5003 more are not shown");
    }

    private List<String> outline(String log) {
        List<String> lines = new ArrayList<>();
        write(Outline.of(knowledge, knowledge.open(log)), "", lines);
        return lines;
    }

    private static void write(List<Symbol> symbols, String indent, List<String> lines) {
        for (Symbol symbol : symbols) {
            String place =
                    symbol.region().start().line() + "-" + symbol.region().end().line();
            String detail = symbol.detail().isEmpty() ? "" : " (" + symbol.detail() + ")";
            lines.add(indent + place + " " + symbol.name() + detail);
            write(symbol.children(), indent + "  ", lines);
        }
    }
}
