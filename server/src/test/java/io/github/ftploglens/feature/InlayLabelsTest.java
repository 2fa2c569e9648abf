package io.github.ftploglens.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import io.github.ftploglens.log.LogDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

class InlayLabelsTest {
    private static final String RECORDS = """
            192.0.2.7 UNKNOWN bob [20/Nov/2026:05:08:39 +0000] "RETR a.txt" 550 -
            192.0.2.7 UNKNOWN bob [20/Nov/2026:05:08:39 +0000] "RETR b.txt" 226 7495
            """;

    private static final String DIALOGUE = """
            Fri Nov 20 05:08:30 2026 [pid 7] [bob] FTP command: Client "192.0.2.7", "PORT 192,0,2,7,42,120"
            Fri Nov 20 05:08:30 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "200 PORT command successful."
            Fri Nov 20 05:08:30 2026 [pid 7] [bob] FTP command: Client "192.0.2.7", "PASV"
            Fri Nov 20 05:08:31 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "227 Entering Passive Mode (192,0,2,10,42,120)."
            Fri Nov 20 05:08:31 2026 [pid 7] [bob] FTP command: Client "192.0.2.7", "EPSV"
            Fri Nov 20 05:08:31 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "229 Entering Extended Passive Mode (|||10872|)."
            Fri Nov 20 05:08:32 2026 [pid 7] [bob] FTP command: Client "192.0.2.7", "STOR a.txt"
            Fri Nov 20 05:08:35 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "150 Ok to send data."
            Fri Nov 20 05:09:42 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "226 Transfer complete."
            """;

    private final Knowledge knowledge = Samples.knowledge();

    @Test
    void aBareCodeIsNamed() {
        assertThat(labels(RECORDS, InlayLabels.Shown.FAILURES))
                .containsExactly("0 …\"RETR a.txt\" 550[File Unavailable]");
        assertThat(labels(RECORDS, InlayLabels.Shown.ALL))
                .containsExactly(
                        "0 …\"RETR a.txt\" 550[File Unavailable]", "1 …\"RETR b.txt\" 226[Closing Data Connection]");
        assertThat(labels(RECORDS, InlayLabels.Shown.OFF)).isEmpty();
    }

    @Test
    void aSlowExchangeIsTimedWhereItEnds() {
        assertThat(labels(DIALOGUE, InlayLabels.Shown.FAILURES)).containsExactly("8 …nsfer complete.\"[1 min 10 s]");
    }

    @Test
    void addressesAreDecoded() {
        assertThat(labels(DIALOGUE, InlayLabels.Shown.ALL))
                .containsExactly(
                        "0 …192,0,2,7,42,120[192.0.2.7:10872]",
                        "3 …,0,2,10,42,120).[192.0.2.10:10872]",
                        "5 …ode (|||10872|).[:10872]",
                        "8 …nsfer complete.\"[1 min 10 s]");
    }

    @Test
    void addressesOfIpv6AreDecodedToo() {
        assertThat(labels("""
                Fri Nov 20 05:08:30 2026 [pid 7] [bob] FTP command: Client "2001:db8::7", "EPRT |2|2001:db8::7|5282|"
                Fri Nov 20 05:08:30 2026 [pid 7] [bob] FTP response: Client "2001:db8::7", "200 EPRT command successful."
                Fri Nov 20 05:08:31 2026 [pid 7] [bob] FTP command: Client "2001:db8::7", "LPSV"
                Fri Nov 20 05:08:31 2026 [pid 7] [bob] FTP response: Client "2001:db8::7", "228 Long Passive Mode (4,4,192,0,2,7,2,42,120)"
                """, InlayLabels.Shown.ALL))
                .containsExactly("0 …001:db8::7|5282|[[2001:db8::7]:5282]", "3 …,0,2,7,2,42,120)[192.0.2.7:10872]");
    }

    @Test
    void onlyTheLinesThatAreAskedForAreRead() {
        LogDocument log = knowledge.open(RECORDS);
        assertThat(InlayLabels.of(knowledge, log, InlayLabels.Shown.ALL, 1, 1)).hasSize(1);
        assertThat(InlayLabels.of(knowledge, log, InlayLabels.Shown.ALL, -5, Integer.MAX_VALUE))
                .hasSize(2);
        assertThat(InlayLabels.of(knowledge, log, InlayLabels.Shown.ALL, 5, 9)).isEmpty();
    }

    @Test
    void theyAreInTheLanguageOfTheReader() {
        LogDocument log = knowledge.open(DIALOGUE);
        assertThat(InlayLabels.of(knowledge.in("ja"), log, InlayLabels.Shown.FAILURES, 0, 99))
                .extracting(InlayLabel::text)
                .containsExactly("1分10秒");
    }

    private List<String> labels(String text, InlayLabels.Shown shown) {
        LogDocument log = knowledge.open(text);
        return InlayLabels.of(knowledge, log, shown, 0, Integer.MAX_VALUE).stream()
                .map(label -> {
                    int column = label.position().column();
                    String line = log.text(label.position().line());
                    return label.position().line() + " …" + line.substring(column - 16, column) + "[" + label.text()
                            + "]";
                })
                .toList();
    }
}
