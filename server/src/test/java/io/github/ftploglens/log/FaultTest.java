package io.github.ftploglens.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import io.github.ftploglens.feature.Knowledge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is wrong with the order of commands and replies. Lines are 1-based here. */
class FaultTest {
    private static final String LOGIN = """
            [D 2026-11-20 05:08:39] 192.0.2.7:46041-[] -> 220 ready
            [D 2026-11-20 05:08:39] 192.0.2.7:46041-[] <- USER bob
            [D 2026-11-20 05:08:39] 192.0.2.7:46041-[] -> 331 Username ok, send password.
            [D 2026-11-20 05:08:39] 192.0.2.7:46041-[bob] <- PASS ******
            [D 2026-11-20 05:08:39] 192.0.2.7:46041-[bob] -> 230 Login successful.
            """;

    private final Knowledge knowledge = Samples.knowledge();

    @Test
    void aTransferThatWasAnnouncedAndNeverEndedIsKnownAtTheEndOfTheSession() {
        assertThat(faults(LOGIN, """
                <- RETR a.txt
                -> 150 About to open data connection.
                <- QUIT
                -> 221 Goodbye.
                """)).containsExactly("line 9: UNFINISHED in line 7");
    }

    @Test
    void orWhenTheNextOneIsAnnouncedWhichThenGetsItsOwnReply() {
        LogDocument log = open(LOGIN, """
                <- RETR a.txt
                -> 150 About to open data connection.
                <- RETR b.txt
                -> 150 About to open data connection.
                -> 226 Transfer complete.
                """);
        assertThat(faults(log)).containsExactly("line 9: UNFINISHED in line 7");
        assertThat(log.line(9).command()).isEqualTo(2);
    }

    @Test
    void anOpenEndOfALogIsNoEndOfTheSession() {
        assertThat(faults(LOGIN, """
                <- RETR a.txt
                -> 150 About to open data connection.
                <- NOOP
                -> 200 ok
                """)).isEmpty();
    }

    @Test
    void aTransferThatFailsHasItsFinalReply() {
        for (String end : List.of("425 no", "426 no", "451 no", "522 no", "552 no", "421 no", "550 no")) {
            assertThat(faults(LOGIN, "<- RETR a.txt\n-> 150 ok\n-> " + end + "\n<- QUIT\n-> 221 bye\n"))
                    .isEmpty();
        }
    }

    @Test
    void aPositiveReplyThatItsCommandMayNotGetIsToldOnceInASession() {
        assertThat(faults(LOGIN, """
                <- PASV
                -> 200 Switching to ASCII mode.
                <- TYPE A
                -> 227 Entering Passive Mode (192,0,2,1,36,87).
                """)).containsExactly("line 7: UNEXPECTED in line 7");
    }

    @Test
    void aNegativeReplyAndACodeOrACommandOfNoStandardAreLegal() {
        assertThat(faults(LOGIN, """
                <- PASV
                -> 550 no
                <- XFROB a
                -> 257 frobbed
                <- PWD
                -> 299 here
                <- SITE UTIME a
                -> 213 UTIME OK
                """)).isEmpty();
    }

    @Test
    void aReplyTooManyIsStray() {
        String exchanges = """
                <- SYST
                -> 215 UNIX
                <- PWD
                -> 257 "/"
                <- TYPE I
                -> 200 ok
                <- DELE a.txt
                -> 550 no such file
                """;
        assertThat(faults(LOGIN, exchanges + "-> 226 Transfer complete.\n"))
                .containsExactly("line 14: STRAY in line 14");
        assertThat(faults(LOGIN, exchanges + "-> 421 Time-out.\n")).isEmpty();
    }

    @Test
    void aLogWithoutTheGreetingOrWithoutCommandsIsTrustedInNothing() {
        String lost = "<- RETR a.txt\n-> 150 ok\n<- PASV\n-> 200 ok\n<- QUIT\n-> 221 bye\n";
        assertThat(faults(LOGIN.substring(LOGIN.indexOf('\n') + 1), lost)).isEmpty();
        assertThat(faults(LOGIN, lost.replaceAll("<- .*\n", ""))).isEmpty();
    }

    @Test
    void twoConnectionsThatNothingTellsApartAreTrustedInNothing() {
        assertThat(faults(knowledge.open("""
                <--- 220 ftp.example.com ready
                ---> USER bob
                <--- 331 Please specify the password.
                ---> QUIT
                <--- 220 ftp.example.com ready
                ---> FEAT
                <--- 221 Goodbye.
                """))).isEmpty();
    }

    /** Each of them was looked at: Pure-FTPd, pyftpdlib and WinSCP's server do that, and a client that quits too early. */
    @Test
    void recordedLogsHaveHardlyAny() {
        List<String> found = new ArrayList<>();
        Stream.of(Samples.CORPUS, Samples.LINKED)
                .flatMap(folder -> Samples.logs(folder).stream())
                .forEach(log ->
                        faults(knowledge.open(Samples.text(log))).forEach(fault -> found.add(name(log) + " " + fault)));
        assertThat(found)
                .containsExactly(
                        "pyftpdlib.log line 277: UNEXPECTED in line 277",
                        "fields--vsftpd.log line 732: UNFINISHED in line 730",
                        "winscp.log line 238: UNEXPECTED in line 238");
    }

    private static String name(Path log) {
        return log.getFileName().toString();
    }

    private LogDocument open(String login, String rest) {
        String prefix = "[D 2026-11-20 05:08:40] 192.0.2.7:46041-[bob] ";
        return knowledge.open(login + rest.replaceAll("(?m)^(?=.)", prefix));
    }

    private List<String> faults(String login, String rest) {
        return faults(open(login, rest));
    }

    private static List<String> faults(LogDocument log) {
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < log.count(); i++) {
            Fault fault = log.line(i).fault();
            if (fault != null) {
                faults.add("line " + (i + 1) + ": " + fault.kind() + " in line " + (i + 1 - fault.distance()));
            }
        }
        return faults;
    }
}
