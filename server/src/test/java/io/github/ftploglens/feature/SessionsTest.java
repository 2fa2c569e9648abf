package io.github.ftploglens.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import io.github.ftploglens.log.LogDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SessionsTest {
    private final Knowledge knowledge = Samples.knowledge();

    @Test
    void interleavedSessionsHaveTheirUsersTimesAndTransfers() {
        assertThat(sessions("""
                Fri Nov 20 05:08:30 2026 [pid 7] CONNECT: Client "192.0.2.7"
                Fri Nov 20 05:08:30 2026 [pid 7] FTP response: Client "192.0.2.7", "220 (vsFTPd 3.0.5)"
                Fri Nov 20 05:08:30 2026 [pid 7] FTP command: Client "192.0.2.7", "USER bob"
                Fri Nov 20 05:08:31 2026 [pid 8] CONNECT: Client "192.0.2.8"
                Fri Nov 20 05:08:31 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "331 Please specify the password."
                Fri Nov 20 05:08:31 2026 [pid 7] [bob] FTP command: Client "192.0.2.7", "PASS <password>"
                Fri Nov 20 05:08:32 2026 [pid 9] [bob] FTP response: Client "192.0.2.7", "230 Login successful."
                Fri Nov 20 05:08:33 2026 [pid 9] [bob] FTP command: Client "192.0.2.7", "RETR a.bin"
                Fri Nov 20 05:08:33 2026 [pid 8] FTP response: Client "192.0.2.8", "421 Too many connections."
                Fri Nov 20 05:08:33 2026 [pid 9] [bob] FTP response: Client "192.0.2.7", "150 Opening BINARY mode data connection for a.bin (1234 bytes)."
                Fri Nov 20 05:08:34 2026 [pid 9] [bob] OK DOWNLOAD: Client "192.0.2.7", "/a.bin", 1200 bytes, 4.25Kbyte/sec
                Fri Nov 20 05:08:35 2026 [pid 9] [bob] FTP response: Client "192.0.2.7", "226 Transfer complete."
                Fri Nov 20 05:10:43 2026 [pid 9] [bob] FTP command: Client "192.0.2.7", "STOR b c.txt"
                Fri Nov 20 05:10:43 2026 [pid 9] [bob] FTP response: Client "192.0.2.7", "150 Ok to send data."
                Fri Nov 20 05:10:45 2026 [pid 9] [bob] FTP response: Client "192.0.2.7", "426 Failure reading network stream."
                Fri Nov 20 05:10:45 2026 [pid 9] [bob] FTP command: Client "192.0.2.7", "RETR c.txt"
                Fri Nov 20 05:10:45 2026 [pid 9] [bob] FTP response: Client "192.0.2.7", "150 Opening BINARY mode data connection for c.txt (5 bytes)."
                """))
                .containsExactly(
                        "0-16 bob from 192.0.2.7 on vsftpd at 2026-11-20 05:08:30 for 135.0 s: TRANSFERRING, 1200 bytes",
                        "  login 230",
                        "  RETR a.bin DONE 1200 bytes 2.0 s",
                        "  STOR b c.txt FAILED 2.0 s",
                        "  RETR c.txt UNFINISHED 5 bytes",
                        "3-8  from 192.0.2.8 on vsftpd at 2026-11-20 05:08:31 for 2.0 s: CLOSED_BY_SERVER, 0 bytes",
                        "  421");
    }

    @Test
    void whatTheLogDoesNotTellStaysUnknown() {
        assertThat(sessions("""
                ---> USER bob
                <--- 530 No.
                ---> RETR a.txt
                <--- 530 Log in first.
                ---> SIZE b.txt
                <--- 213 42
                ---> RETR b.txt
                """))
                .containsExactly(
                        "0-6 bob from  on : LOGIN_FAILED, 0 bytes",
                        "  login 530",
                        "  RETR a.txt FAILED",
                        "  RETR b.txt UNKNOWN 42 bytes");
    }

    @Test
    void aRecordTellsTheBytesItself() {
        assertThat(sessions("""
                192.0.2.7 UNKNOWN bob [20/Nov/2026:05:08:39 +0000] "PASS (hidden)" 230 -
                192.0.2.7 UNKNOWN bob [20/Nov/2026:05:08:41 +0000] "STOR a.txt" 226 7495
                192.0.2.7 UNKNOWN bob [20/Nov/2026:05:08:42 +0000] "QUIT" 221 -
                192.0.2.7 UNKNOWN ann [20/Nov/2026:05:09:39 +0000] "RETR a.txt" 550 -
                """))
                .containsExactly(
                        "0-2 bob from 192.0.2.7 on ProFTPD at 2026-11-20 05:08:39Z for 3.0 s: ENDED, 7495 bytes",
                        "  login 230",
                        "  STOR a.txt DONE 7495 bytes",
                        "3-3 ann from 192.0.2.7 on ProFTPD at 2026-11-20 05:09:39Z for 0.0 s: CONNECTED, 0 bytes",
                        "  RETR a.txt FAILED");
    }

    @Test
    void ofManyPartsTheFailedOnesAreKept() {
        StringBuilder log =
                new StringBuilder("<--- 220 (vsFTPd 3.0.5)\n---> RETR bad\n<--- 550 Failed to open file.\n");
        log.append("---> RETR good\n<--- 226 Transfer complete.\n".repeat(100));
        log.append("---> RETR worse\n<--- 550 Failed to open file.\n");
        List<Session> found = new ArrayList<>();
        Sessions sessions = new Sessions(knowledge, 5, found::add);
        LogDocument document = knowledge.open(log.toString());
        for (int i = 0; i < document.count(); i++) {
            sessions.line(i, document.text(i), document.line(i));
        }
        sessions.end();
        Session session = found.get(0);
        assertThat(session.transfers()).isEqualTo(102);
        assertThat(session.failures()).isEqualTo(2);
        assertThat(session.parts()).hasSize(5);
        assertThat(session.parts().stream().filter(part -> !part.failures().isEmpty()))
                .hasSize(2);
    }

    /** Every line of a session lies in it, and none is lost. */
    @TestFactory
    Stream<DynamicTest> everyRecordedLogHasItsSessions() {
        return Stream.of(Samples.CORPUS, Samples.LINKED)
                .flatMap(folder -> Samples.logs(folder).stream())
                .map(log -> DynamicTest.dynamicTest(log.getFileName().toString(), () -> {
                    LogDocument document = knowledge.open(Samples.text(log));
                    List<Session> sessions = Sessions.of(knowledge, document);
                    List<Integer> starts = new ArrayList<>();
                    for (int i = 0; i < document.count(); i++) {
                        if (document.line(i).session() >= 0) {
                            starts.add(i - document.line(i).session());
                        }
                    }
                    assertThat(sessions.stream().map(Session::first).toList())
                            .isEqualTo(starts.stream().distinct().sorted().toList());
                    for (Session session : sessions) {
                        assertThat(session.parts())
                                .isSortedAccordingTo(Comparator.comparingInt(Session.Part::line))
                                .allMatch(part -> part.line() >= session.first() && part.last() <= session.last());
                        assertThat(session.seconds().orElse(0.0)).isNotNegative();
                    }
                }));
    }

    private List<String> sessions(String log) {
        List<String> lines = new ArrayList<>();
        for (Session session : Sessions.of(knowledge, knowledge.open(log))) {
            lines.add(session.first() + "-" + session.last() + " " + session.user() + " from " + session.client()
                    + " on "
                    + session.server()
                    + session.start().map(time -> " at " + time).orElse("")
                    + session.seconds().map(seconds -> " for " + seconds + " s").orElse("") + ": " + session.state()
                    + ", "
                    + session.bytes() + " bytes");
            session.parts().forEach(part -> lines.add("  " + shown(part)));
        }
        return lines;
    }

    private static String shown(Session.Part part) {
        if (part instanceof Transfer transfer) {
            return transfer.verb() + " " + transfer.name() + " " + transfer.outcome()
                    + (transfer.bytes().isPresent() ? " " + transfer.bytes().getAsLong() + " bytes" : "")
                    + transfer.seconds().map(seconds -> " " + seconds + " s").orElse("");
        }
        String code = part.reply().map(mark -> mark.code().toString()).orElse("?");
        return part instanceof Session.Login ? "login " + code : code;
    }
}
