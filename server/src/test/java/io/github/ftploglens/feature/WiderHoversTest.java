package io.github.ftploglens.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.MarkedLog;
import io.github.ftploglens.Samples;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Hovers beside the codes: on reply texts, commands and their addresses, and on what tells whose session it is. */
class WiderHoversTest {
    private static final String SESSIONS = """
            Fri Nov 20 05:08:29 2026 [pid 7] CONNECT: Client "192.0.2.7"
            Fri Nov 20 05:08:29 2026 [pid 9] CONNECT: Client "192.0.2.9"
            Fri Nov 20 05:08:29 2026 [pid 7] FTP response: Client "192.0.2.7", "220 (vsFTPd 3.0.5)"
            Fri Nov 20 05:08:30 2026 [pid 7] [bob] FTP command: Client "192.0.2.7", "RETR a.csv"
            Fri Nov 20 05:08:30 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "550 Failed to open file."
            Fri Nov 20 05:08:31 2026 [pid 9] [amy] FTP command: Client "192.0.2.9", "PORT 192,0,2,9,42,120"
            Fri Nov 20 05:08:32 2026 [pid 7] [bob] FTP command: Client "192.0.2.7", "STOR report.csv"
            Fri Nov 20 05:08:33 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "150 Ok to send data."
            Fri Nov 20 05:09:34 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "426 Failure reading network stream."
            """;

    private final Knowledge knowledge = Samples.knowledge();

    @Test
    void aReplyTextSaysWhatItsCodeSays() {
        assertThat(at("Failed to ‸open file")).isEqualTo(at("\"55‸0 Failed")).startsWith("### 550 · ");
        Hover hover =
                hover(SESSIONS.replace("Failed to open", "Failed to ‸open")).orElseThrow();
        assertThat(
                        hover.span()
                                .of(
                                        "Fri Nov 20 05:08:30 2026 [pid 7] [bob] FTP response: Client \"192.0.2.7\", \"550 Failed to open file.\""))
                .isEqualTo("Failed to open file.");
    }

    @Test
    void aLineWithoutACodeSaysWhatTheReplySaysThatItBelongsTo() {
        String listed = """
                Fri Nov 20 05:08:30 2026 [pid 7] [bob] FTP command: Client "192.0.2.7", "FEAT"
                Fri Nov 20 05:08:30 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "211-Features:"
                Fri Nov 20 05:08:30 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", " SI‸ZE"
                Fri Nov 20 05:08:30 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "211 End"
                """;
        assertThat(markdown(listed)).startsWith("### 211 · ").contains("Reply to `FEAT` (line 1).", "Features: `SIZE`");
    }

    @Test
    void aCommandTellsWhatBecameOfIt() {
        assertThat(at("\"ST‸OR report.csv"))
                .contains("- Line 8, 1 s later: 150 File Status Okay · `Ok to send data.`")
                .contains("- Line 9, 1 min 2 s later: 426 ")
                .contains("Session of `bob` from `192.0.2.7`, since line 1. Transfer 2 of the session.");
        assertThat(at("\"PO‸RT ")).contains("- No reply to it stands in this log.");
        String unfinished = SESSIONS.substring(0, SESSIONS.lastIndexOf("Fri Nov"));
        assertThat(markdown(unfinished.replace("\"STOR", "\"ST‸OR")))
                .contains("- No reply that ends it stands in this log.");
    }

    @Test
    void aCommandThatNobodyKnowsIsCalledSoAndNotRepeated() {
        assertThat(markdown(SESSIONS.replace("\"RETR a.csv", "\"XX‸[a](b) a.csv")))
                .startsWith("### Unknown command")
                .contains("- Line 5: 550 ")
                .doesNotContain("[a](b)");
    }

    @Test
    void theAddressOfADataConnectionIsDecodedAndNoOtherArgumentIs() {
        assertThat(at("PORT 192,‸0,2,9"))
                .startsWith("### PORT: ")
                .contains("The data connection goes to `192.0.2.9:10872`.");
        assertThat(at("RETR a.‸csv")).isEmpty();
    }

    @Test
    void aReplyToATransferTellsWhichOneItIs() {
        assertThat(at("\"42‸6 Failure")).contains("Transfer 2 of the session.");
        assertThat(at("\"22‸0 (vsFTPd")).doesNotContain("Transfer");
    }

    @Test
    void whatNamesASessionSumsItUp() {
        String summary = """
                ### Session of `bob` from `192.0.2.7`

                Lines 1 to 9, 1 min 5 s. Replies: 4; failed: 2; transfers: 2.

                Server software: `vsftpd`, as far as the greeting tells.

                - Failed in line 5: 550 File Unavailable
                - Failed in line 9: 426 Connection Closed, Transfer Aborted
                - Last reply, in line 9: 426 Connection Closed, Transfer Aborted
                """;
        assertThat(at("pid ‸7] CONNECT")).isEqualTo(summary);
        assertThat(at("7] CONN‸ECT: Client \"192.0.2.7")).isEqualTo(summary);
        assertThat(markdown(SESSIONS.replace(
                        "[pid 7] [bob] FTP command: Client \"192.0.2.7\", \"RETR",
                        "[pid 7] [b‸ob] FTP command: Client \"192.0.2.7\", \"RETR")))
                .isEqualTo(summary);
        assertThat(markdown(SESSIONS.replace("Client \"192.0.2.9\", \"PORT", "Client \"192.‸0.2.9\", \"PORT")))
                .startsWith(
                        "### Session of `amy` from `192.0.2.9`\n\nLines 2 to 6, 2 s. Replies: 0; failed: 0; transfers: 0.");
    }

    @Test
    void ofALongSessionOnlyTheBeginningIsRead() {
        String exchange = SESSIONS.substring(
                SESSIONS.indexOf("Fri Nov 20 05:08:30 2026 [pid 7]"), SESSIONS.indexOf("Fri Nov 20 05:08:31"));
        String log = SESSIONS.replaceFirst("pid 7", "pid ‸7") + exchange.repeat(6_000);
        assertThat(markdown(log))
                .contains("Lines 1 to 10000, ", "Only the first 10000 lines from its beginning on were read.");
        String left = exchange.replace("550 Failed to open file.", "221 Goodbye.");
        assertThat(markdown(SESSIONS.replaceFirst("pid 7", "pid ‸7")
                        + left
                        + exchange.replace("pid 7", "pid 8").repeat(6_000)))
                .startsWith("### Session of `bob` from `192.0.2.7`\n\nLines 1 to 11, ")
                .contains("- Last reply, in line 11: 221 ")
                .doesNotContain("Only the first");
    }

    @Test
    void theNumbersThatIisLogsBesideACodeLeadToIt() {
        assertThat(markdown("""
                #Fields: date time c-ip cs-username cs-method cs-uri-stem sc-status sc-win32-status sc-substatus x-session
                2026-11-20 05:08:39 192.0.2.7 - USER bob 331 0 0 s1
                2026-11-20 05:08:40 192.0.2.7 - PASS *** 530 13‸26 41 s1
                """)).startsWith("### 530 · ").contains("`sc-win32-status 1326 ERROR_LOGON_FAILURE`");
    }

    @Test
    void noPasswordIsShownOfASession() {
        String hover = markdown("""
                Fri Nov 20 05:08:29 2026 [pid ‸7] CONNECT: Client "192.0.2.7"
                Fri Nov 20 05:08:30 2026 [pid 7] FTP command: Client "192.0.2.7", "USER ftp://bob:s3cret@example.com"
                Fri Nov 20 05:08:30 2026 [pid 7] FTP response: Client "192.0.2.7", "331 Please specify the password."
                """);
        assertThat(hover).contains("Session of `ftp://bob:***@example.com`").doesNotContain("s3cret");
    }

    /** The hover where the piece of {@link #SESSIONS} with the cursor in it stands first. */
    private String at(String marked) {
        String piece = marked.replace("‸", "");
        assertThat(SESSIONS).contains(piece);
        int from = SESSIONS.indexOf(piece);
        return markdown(SESSIONS.substring(0, from) + marked + SESSIONS.substring(from + piece.length()));
    }

    private String markdown(String marked) {
        return hover(marked)
                .map(hover -> Markdown.of(hover.page(), Markdown.References.PLAIN))
                .orElse("");
    }

    private Optional<Hover> hover(String marked) {
        MarkedLog log = MarkedLog.of(knowledge, marked);
        return Hovers.at(knowledge, log.document(), log.cursor());
    }
}
