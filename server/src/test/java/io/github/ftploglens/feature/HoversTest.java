package io.github.ftploglens.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.MarkedLog;
import io.github.ftploglens.Samples;
import org.junit.jupiter.api.Test;

class HoversTest {
    private final Knowledge knowledge = Samples.knowledge();

    @Test
    void aReplyNamesItsCommandAcrossOtherSessions() {
        String hover = hover("""
                Fri Nov 20 05:08:30 2026 [pid 7] [bob] FTP command: Client "192.0.2.7", "STOR report.csv"
                Fri Nov 20 05:08:31 2026 [pid 9] [amy] FTP command: Client "192.0.2.9", "RETR other.csv"
                Fri Nov 20 05:08:31 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "150 Ok to send data."
                Fri Nov 20 05:08:32 2026 [pid 9] [amy] FTP response: Client "192.0.2.9", "550 Failed to open file."
                Fri Nov 20 05:08:34 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "4‸25 Failed to establish connection."
                """);
        assertThat(hover)
                .contains("### 425 · Can't Open Data Connection")
                .contains("**Transient negative** (4yz: the command failed for now; the same command may work later)")
                .contains("Reply to `STOR report.csv` (line 1), 4 s after it.")
                .contains("The server says: `Failed to establish connection.`")
                .contains("Session of `bob` from `192.0.2.7`, since line 1.")
                .contains("Line 3 (150) had announced the transfer; this reply ends it.")
                .contains("| 150 | 425 |")
                .contains("**How to Fix**")
                .contains("**When You See It**")
                .contains("**Try Again?** · Later")
                .contains("(https://www.rfc-editor.org/rfc/rfc959#section-4.2.2)")
                .contains("Compare with 150 · ");
    }

    @Test
    void aPreliminaryReplySaysWhatEndsIt() {
        String log = """
                Connected to 192.0.2.7.
                220 (vsFTPd 3.0.5)
                ---> RETR a.txt
                1‸50 Opening BINARY mode data connection.
                """;
        assertThat(hover(log)).contains("No reply that ends it stands in this log.");
        assertThat(hover(log + "426 Failure writing network stream.\n"))
                .contains("Line 5 (426) ends what this reply announces.")
                .contains("| 150 | 426 |");
    }

    @Test
    void aCodeWithSeveralMeaningsHasThatOfItsCommand() {
        assertThat(record("EPSV", "522")).contains("Network Protocol Not Supported");
        assertThat(record("RETR a.txt", "522")).contains("Data Connection TLS Not Acceptable");
        assertThat(record("MKD new", "521")).isNotEqualTo(record("RETR new", "521"));
    }

    @Test
    void aCodeOfNoStandardIsExplainedByItsDigits() {
        assertThat(record("RETR a.txt", "459"))
                .contains("### 459 · Non-standard Reply")
                .contains("transient negative reply")
                .contains("file system");
    }

    @Test
    void aReplyThatTheCommandMayNotGetIsCalledSo() {
        assertThat(record("PASV", "150")).contains("RFC 959 §5.4 does not list 150 among the replies to PASV.");
    }

    @Test
    void aCommandIsExplainedWithItsReplies() {
        assertThat(hover("""
                192.0.2.7 UNKNOWN bob [20/Nov/2026:05:08:39 +0000] "RE‸TR a.txt" 550 -
                """)).startsWith("### RETR: ").contains("- 150 File Status Okay");
    }

    @Test
    void theNumbersOfIisAreExplained() {
        assertThat(hover("""
                #Fields: date time c-ip cs-username cs-method cs-uri-stem sc-status sc-win32-status sc-substatus x-session
                2026-11-20 05:08:39 192.0.2.7 - USER bob 331 0 0 s1
                2026-11-20 05:08:40 192.0.2.7 - PASS *** 53‸0 1326 41 s1
                """))
                .contains("- `sc-substatus 41` · ")
                .contains("- `sc-win32-status 1326 ERROR_LOGON_FAILURE` · ");
    }

    @Test
    void thereIsNothingToSayBesideTheCodes() {
        String line = "192.0.2.7 UNKNOWN bob [20/Nov/2026:05:08:39 +0000] \"RETR 425.txt\" 550 226\n";
        String before = line.repeat(3);
        assertThat(hoverOrNothing(before + line.replace("425.txt", "4‸25.txt"))).isEmpty();
        assertThat(hoverOrNothing(before + line.replace(" 226", " 22‸6"))).isEmpty();
        assertThat(hoverOrNothing("GET / HTTP/1.1\" 4‸25 17\n")).isEmpty();
    }

    @Test
    void whatALogSaysIsNeverMarkup() {
        String hover = hover("""
                Fri Nov 20 05:08:30 2026 [pid 7] [b*o*b] FTP command: Client "192.0.2.7", "RETR `x` [a](command:evil) <img src=x>"
                Fri Nov 20 05:08:30 2026 [pid 7] [b*o*b] FTP response: Client "192.0.2.7", "55‸0 ``` [a](http://evil.example.com) \u202e\u0007 <b>"
                """);
        assertThat(hover)
                .contains("``RETR `x` [a](command:evil) <img src=x>``")
                .contains("```` ``` [a](http://evil.example.com) \ufffd\ufffd <b> ````")
                .doesNotContain("\u202e")
                .doesNotContain("\u0007");
    }

    @Test
    void aPasswordIsNeverShown() {
        assertThat(hover("""
                < 220 (vsFTPd 3.0.5)
                > USER bob
                < 331 Please specify the password.
                > PASS s3cret
                < 53‸0 Login incorrect: 'PASS s3cret'
                """)).contains("PASS ***").doesNotContain("s3cret");
    }

    private String record(String command, String code) {
        return hover("192.0.2.7 UNKNOWN bob [20/Nov/2026:05:08:39 +0000] \"" + command + "\" " + code + "‸ -\n");
    }

    private String hover(String marked) {
        String hover = hoverOrNothing(marked);
        assertThat(hover).isNotEmpty();
        return hover;
    }

    private String hoverOrNothing(String marked) {
        MarkedLog log = MarkedLog.of(knowledge, marked);
        return Hovers.at(knowledge, log.document(), log.cursor())
                .map(hover -> Markdown.of(hover.page(), Markdown.References.PLAIN))
                .orElse("");
    }
}
