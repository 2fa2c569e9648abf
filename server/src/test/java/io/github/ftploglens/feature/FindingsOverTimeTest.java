package io.github.ftploglens.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import io.github.ftploglens.feature.Finding.Kind;
import io.github.ftploglens.feature.Finding.Related.Role;
import io.github.ftploglens.log.LogDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What lines further down make of a failure: nothing, something milder, or one of many. Lines are 1-based here. */
class FindingsOverTimeTest {
    private final Knowledge knowledge = Samples.knowledge();

    @Test
    void theSameCommandMakesUpForItsFailure() {
        assertThat(told(session("192.0.2.7", "bob", """
                > STOR a.txt
                < 150 Ok to send data.
                < 426 Failure reading network stream.
                > STOR b.txt
                < 150 Ok to send data.
                < 226 Transfer complete.
                > STOR a.txt
                < 150 Ok to send data.
                < 226 Transfer complete.
                """)))
                .containsExactly("line 8: information 426, recovered in line 14");
    }

    @Test
    void soDoesALoginAnotherWayToADataConnectionAndAnotherListing() {
        assertThat(told("""
                < 220 ready
                > USER bob
                < 331 Please specify the password.
                > PASS wrong
                < 530 Login incorrect.
                > USER bob
                < 331 Please specify the password.
                > PASS right
                < 230 Login successful.
                > EPSV
                < 500 Unknown command.
                > PASV
                < 227 Entering Passive Mode (192,0,2,1,117,48).
                > MLSD pub
                < 500 Unknown command.
                > LIST -la pub
                < 150 Here comes the directory listing.
                < 226 Directory send OK.
                """))
                .containsExactly(
                        "line 5: warning 530, recovered in line 9",
                        "line 11: warning 500, recovered in line 13",
                        "line 15: warning 500, recovered in line 18");
    }

    @Test
    void theMessageSaysSoInEveryLanguage() {
        String log = "< 220 ready\n> DELE a\n< 550 no\n> DELE a\n< 250 ok\n"
                .replace("< ", "<--- ")
                .replace("> ", "---> ");
        LogDocument document = knowledge.open(log);
        for (String language : knowledge.wordings().keySet()) {
            Finding finding = Findings.of(knowledge.in(language), Severities.USUAL, document)
                    .get(0);
            assertThat(finding.message()).contains("5");
            assertThat(finding.related()).hasSize(2);
        }
        assertThat(Findings.of(knowledge, Severities.USUAL, document).get(0).message())
                .endsWith("Recovered in line 5: the same command succeeded.");
    }

    @Test
    void anotherSessionOfTheSameUserMakesUpForItNotThatOfAnother() {
        String failure = session("192.0.2.7", "bob", "> RETR a.txt\n< 425 Failed to establish connection.\n");
        String success = session("192.0.2.7", "bob", "> RETR a.txt\n< 150 Opening.\n< 226 Transfer complete.\n");
        assertThat(told(failure + success.replace("pid 7", "pid 8")))
                .containsExactly("line 7: information 425, recovered in line 15");
        assertThat(told(failure + success.replace("pid 7", "pid 8").replace("bob", "eve")))
                .containsExactly("line 7: warning 425");
        assertThat(told(failure + success.replace("pid 7", "pid 8").replace("192.0.2.7", "192.0.2.8")))
                .containsExactly("line 7: warning 425");
    }

    @Test
    void aSuccessThatComesTooLateMakesUpForNothing() {
        String between = record("192.0.2.9", "STAT", "211").repeat(Recoveries.WITHIN);
        String failure = record("192.0.2.7", "DELE a", "550");
        String success = record("192.0.2.7", "DELE a", "250");
        assertThat(told(failure + between.substring(0, between.length() / 2) + success))
                .containsExactly("line 1: warning 550, recovered in line 5002");
        assertThat(told(failure + between + success)).containsExactly("line 1: error 550");
    }

    @Test
    void manyFailuresOfOneKindAreOne() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 412; i++) {
            log.append(session(i, "203.0.113.7", i % 2 == 0 ? "root" : "admin"));
        }
        List<Finding> findings = findings(log.toString());
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.BURST);
            assertThat(finding.count()).isEqualTo(412);
            assertThat(finding.line()).isEqualTo(5);
            assertThat(finding.related(Role.LAST))
                    .hasValueSatisfying(last -> assertThat(last.line()).isEqualTo(412 * 6 - 1));
            assertThat(finding.message())
                    .startsWith(
                            "530 × 412, from 203.0.113.7, lines 6–2472, 05:08–11:59: several users: password guessing.");
        });
    }

    @Test
    void aLoginAfterGuessingIsNoRecovery() {
        String login = session(900, "203.0.113.7", "root").replace("530 Login incorrect.", "230 Login successful.");
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            log.append(session(i, "203.0.113.7", "root"));
        }
        assertThat(findings(log + login)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
            assertThat(finding.message()).endsWith("A login succeeded in line 126: make sure that it was the user.");
        });
    }

    @Test
    void guessingFromManyPlacesIsOne() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            log.append(session(i, "203.0.113." + i % 30, "root"));
        }
        assertThat(findings(log.toString()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .startsWith(
                                "530 × 60, from 30 clients, lines 6–360, 05:08–06:07: password guessing from many"));
    }

    @Test
    void loginsThatFewClientsFailAtNowAndThenAreNotOne() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            log.append(session(i, "203.0.113." + i % (Backlog.BURST - 1), "root"));
        }
        assertThat(findings(log.toString())).hasSize(40);
        StringBuilder sparse = new StringBuilder();
        String between = record("192.0.2.9", "STAT", "211").repeat(Backlog.CROWDED / 5);
        for (int i = 0; i < 40; i++) {
            sparse.append(session(i, "203.0.113." + i, "root")).append(between);
        }
        assertThat(findings(sparse.toString())).hasSize(40);
        StringBuilder mistyped = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            String failed = session(i, "203.0.113." + i, "user" + i);
            mistyped.append(failed).append(failed.replace("530 Login incorrect.", "230 Login successful."));
        }
        assertThat(findings(mistyped.toString()))
                .hasSize(40)
                .allMatch(finding -> finding.severity() == Finding.Severity.WARNING);
    }

    @Test
    void guessingFromOnePlaceLongAfterThatFromManyIsOneOfItsOwn() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < Backlog.BURST; i++) {
            log.append(session(i, "203.0.113." + i, "root"));
        }
        log.append(record("192.0.2.9", "STAT", "211").repeat(Backlog.NEAR));
        for (int i = 0; i < Backlog.BURST; i++) {
            log.append(session(i, "203.0.113.77", "root"));
        }
        assertThat(findings(log.toString())).hasSize(2);
    }

    @Test
    void ofAServerThatIsFullTheClientsAreCounted() {
        StringBuilder log = new StringBuilder();
        for (int i = 1; i <= 57; i++) {
            log.append("Fri Nov 20 05:08:39 2026 [pid " + i + "] CONNECT: Client \"198.51.100." + i + "\"\n");
            log.append("Fri Nov 20 05:08:39 2026 [pid " + i + "] FTP response: Client \"198.51.100." + i
                    + "\", \"421 There are too many connected users, please try later.\"\n");
        }
        assertThat(findings(log.toString()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .startsWith("421 × 57, from 57 clients, lines 2–114, 05:08:39: ")
                        .contains("max_clients"));
    }

    @Test
    void fewerOrOtherOrFarApartFailuresAreNotOne() {
        String failure = record("192.0.2.7", "DELE a", "550");
        assertThat(findings(failure.repeat(Backlog.BURST - 1))).hasSize(Backlog.BURST - 1);
        assertThat(findings(failure.repeat(Backlog.BURST))).hasSize(1);
        String other = failure + record("192.0.2.8", "DELE a", "550") + record("192.0.2.7", "DELE a", "553");
        assertThat(findings(other.repeat(Backlog.BURST - 1))).hasSize(3 * (Backlog.BURST - 1));
        String between = record("192.0.2.9", "STAT", "211").repeat(Backlog.NEAR);
        assertThat(findings((failure + between).repeat(Backlog.BURST))).hasSize(Backlog.BURST);
    }

    @Test
    void whatIsOutOfOrderIsAHint() {
        String log = session("192.0.2.7", "bob", "> RETR a.txt\n< 150 Opening.\n> QUIT\n< 221 Goodbye.\n");
        assertThat(findings(log)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.UNFINISHED);
            assertThat(finding.severity()).isEqualTo(Finding.Severity.HINT);
            assertThat(finding.line()).isEqualTo(6);
            assertThat(finding.message())
                    .startsWith("150 to \"RETR a.txt\": no final reply followed, as line 9 shows.");
        });
        assertThat(Findings.of(knowledge, Severities.of(Map.of("sequence", "off")), knowledge.open(log)))
                .isEmpty();
    }

    @Test
    void lineByLineAllIsFoundThatIsFoundInTheWhole() {
        for (java.nio.file.Path log : Samples.logs(Samples.LINKED)) {
            LogDocument document = knowledge.open(Samples.text(log));
            List<Finding> found = new ArrayList<>();
            Findings findings = Findings.inWords(knowledge, Severities.USUAL, found::add);
            for (int i = 0; i < document.count(); i++) {
                findings.line(i, document.text(i), document.line(i));
            }
            findings.end();
            assertThat(found).isEqualTo(Findings.of(knowledge, Severities.USUAL, document));
        }
    }

    /** Findings of a log, as {@code line 5: warning 530, recovered in line 9}. */
    private List<String> told(String log) {
        String marked = log.startsWith("< ") ? log.replaceAll("(?m)^<", "<---").replaceAll("(?m)^>", "--->") : log;
        return findings(marked).stream()
                .map(finding -> "line " + (finding.line() + 1) + ": "
                        + finding.severity().name().toLowerCase(java.util.Locale.ROOT) + " " + finding.code()
                        + finding.related(Role.RECOVERY)
                                .map(place -> ", recovered in line " + (place.line() + 1))
                                .orElse(""))
                .toList();
    }

    private List<Finding> findings(String log) {
        return Findings.of(knowledge, Severities.USUAL, knowledge.open(log));
    }

    /** A session of vsftpd in which the user logs in, and says {@code >} and is told {@code <} what follows. */
    private static String session(String client, String user, String rest) {
        String prefix = "Fri Nov 20 05:08:39 2026 [pid 7] [" + user + "] FTP ";
        String login = "< 220 (vsFTPd 3.0.3)\n> USER " + user + "\n< 331 Please specify the password.\n> PASS x\n"
                + "< 230 Login successful.\n";
        return (login + rest)
                .replaceAll("(?m)^> (.*)$", prefix + "command: Client \"" + client + "\", \"$1\"")
                .replaceAll("(?m)^< (.*)$", prefix + "response: Client \"" + client + "\", \"$1\"");
    }

    /** A session of vsftpd in which a login fails, a minute after the one before. */
    private static String session(int number, String client, String user) {
        String time = String.format(Locale.ROOT, "%02d:%02d:39", (5 * 60 + 8 + number) / 60, (8 + number) % 60);
        String prefix = "Fri Nov 20 " + time + " 2026 [pid " + (1000 + number) + "] ";
        String by = ": Client \"" + client + "\"";
        return prefix + "CONNECT" + by + "\n"
                + prefix + "FTP response" + by + ", \"220 (vsFTPd 3.0.3)\"\n"
                + prefix + "FTP command" + by + ", \"USER " + user + "\"\n"
                + prefix + "[" + user + "] FTP response" + by + ", \"331 Please specify the password.\"\n"
                + prefix + "[" + user + "] FTP command" + by + ", \"PASS <password>\"\n"
                + prefix + "[" + user + "] FTP response" + by + ", \"530 Login incorrect.\"\n";
    }

    private static String record(String client, String command, String code) {
        return client + " UNKNOWN bob [20/Nov/2026:05:08:39 +0000] \"" + command + "\" " + code + " -\n";
    }
}
