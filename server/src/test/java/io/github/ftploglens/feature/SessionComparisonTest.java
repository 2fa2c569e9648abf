package io.github.ftploglens.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ftploglens.Samples;
import io.github.ftploglens.feature.SessionComparison.Incomparable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionComparisonTest {
    private static final String GOOD = session(1, "ann", "RETR a.txt", "150 Here.", "226 Transfer complete.");
    private static final String BAD =
            session(2, "bob", "RETR b.txt", "150 Here.", "425 Failed to establish connection.");
    private static final String OTHER = session(3, "eve", "DELE c.txt", "250 Delete operation successful.");
    private static final String LOCKED = """
            Fri Nov 20 05:09:30 2026 [pid 4] CONNECT: Client "192.0.2.4"
            Fri Nov 20 05:09:30 2026 [pid 4] FTP response: Client "192.0.2.4", "220 (vsFTPd 3.0.5)"
            Fri Nov 20 05:09:30 2026 [pid 4] FTP command: Client "192.0.2.4", "USER sam"
            Fri Nov 20 05:09:30 2026 [pid 4] [sam] FTP response: Client "192.0.2.4", "331 Please specify the password."
            Fri Nov 20 05:09:30 2026 [pid 4] [sam] FTP command: Client "192.0.2.4", "PASS <password>"
            Fri Nov 20 05:09:33 2026 [pid 4] [sam] FTP response: Client "192.0.2.4", "530 Login incorrect."
            """;

    private final Knowledge knowledge = Samples.knowledge();

    @Test
    void theFirstFailedSessionIsComparedWithTheOneMostLikeIt() throws Incomparable {
        assertThat(compare(OTHER + GOOD + BAD))
                .contains("# Two sessions: `a.log`")
                .contains("- **First session** · from line 22 · `bob` · `192.0.2.2` · logged in · negative replies: 1")
                .contains("- **Second session** · from line 11 · `ann` · `192.0.2.1` · logged in · negative replies: 0")
                .contains("`RETR b.txt` got 425 in line 32, `RETR a.txt` got 226 in line 21.")
                .contains("- **425 Can't Open Data Connection** · ", "**How to Fix** · ", "FTP 425 vs 226")
                .contains("| = | 26 | `PASS ***` → 230 | 15 | `PASS ***` → 230 |\n")
                .contains("| ≠ | 30 | `RETR b.txt` → **425** | 19 | `RETR a.txt` → **226** |\n");
    }

    @Test
    void oneLineNamesASessionAndTwoLinesNameBoth() throws Incomparable {
        assertThat(compare(OTHER + GOOD + BAD, 12))
                .contains("**First session** · from line 11", "**Second session** · from line 22");
        assertThat(compare(GOOD + BAD + LOCKED, 25, 2))
                .contains("**First session** · from line 23", "**Second session** · from line 1 ")
                .contains("`PASS ***` got 530 in line 28, `PASS ***` got 230 in line 6.")
                .contains("| ≠ |  |  | 7 | `TYPE I` → **200** |\n");
        assertThat(compare(GOOD + BAD.replace("425 Failed to establish connection.", "226 Fine."), 1, 12))
                .contains("Both sessions have the same commands and the same reply codes");
        assertThat(compare(OTHER + GOOD, 1, 12))
                .contains("Only the first session has this: `DELE c.txt 250`, in line 9.");
    }

    @Test
    void whatCannotBeComparedSaysWhatToDo() {
        assertThatThrownBy(() -> compare(GOOD + OTHER))
                .isInstanceOf(Incomparable.class)
                .hasMessageContaining("no session of this log failed");
        assertThatThrownBy(() -> compare(BAD)).hasMessageContaining("there is no other session");
        assertThatThrownBy(() -> compare(BAD + GOOD, 1, 3)).hasMessageContaining("both lines belong to one session");
        assertThatThrownBy(() -> compare(BAD + GOOD, 99)).hasMessageContaining("line 100 belongs to no session");
        assertThatThrownBy(() -> compare("220 bytes\n")).hasMessageContaining("no session of this log failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja", "ru", "fr", "th"})
    void whatTheLogSaysStaysText(String language) throws Incomparable {
        String evil = "`[x](command:y) | <b>";
        String log = GOOD + BAD.replace("b.txt", evil).replace("bob", "b|o[b](x)");
        String page = Markdown.of(
                SessionComparison.of(knowledge.in(language), knowledge.open(log), "a.log", List.of()),
                Markdown.References.PLAIN);
        assertThat(page)
                .contains("``RETR `[x](command:y) \\| <b>``", "`b|o[b](x)`")
                .doesNotContain("{");
    }

    /** Sessions of any length are compared in bounded time; the table shows what differs. */
    @Test
    void longSessionsAreCompared() throws Incomparable {
        String many = "NOOP\n200 Fine.\n".repeat(3_000);
        String good = session(1, "ann", many.split("\n", 0)) + "";
        String bad = session(
                2,
                "bob",
                ("RETR x\n550 Failed to open file.\n" + many + "RETR y\n226 Transfer complete.").split("\n", 0));
        String page = compare(good + bad);
        assertThat(page).contains("the same in both: ").contains("≠");
        assertThat(page.lines().count()).isLessThan(150);
    }

    private String compare(String log, Integer... lines) throws Incomparable {
        Page page = SessionComparison.of(knowledge, knowledge.open(log), "a.log", List.of(lines));
        return Markdown.of(page, Markdown.References.PLAIN);
    }

    /** What begins with a digit is a reply. */
    private static String session(int pid, String user, String... said) {
        List<String> all = new ArrayList<>(List.of(
                "220 (vsFTPd 3.0.5)",
                "USER " + user,
                "331 Please specify the password.",
                "PASS <password>",
                "230 Login successful.",
                "TYPE I",
                "200 Switching to Binary mode."));
        all.addAll(List.of(said));
        String client = "Client \"192.0.2." + pid + "\"";
        StringBuilder log = new StringBuilder("Fri Nov 20 05:08:30 2026 [pid " + pid + "] CONNECT: " + client + "\n");
        for (String line : all) {
            String direction = Character.isDigit(line.charAt(0)) ? "response" : "command";
            log.append("Fri Nov 20 05:08:3" + pid + " 2026 [pid " + pid + "] FTP " + direction + ": " + client + ", \""
                    + line + "\"\n");
        }
        return log.toString();
    }
}
