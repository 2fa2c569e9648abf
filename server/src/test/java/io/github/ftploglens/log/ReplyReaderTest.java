package io.github.ftploglens.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import io.github.ftploglens.feature.Knowledge;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Replies that are not simply a code and a text on a line of their own. */
class ReplyReaderTest {
    private final Knowledge knowledge = Samples.knowledge();

    @Test
    void aLineLongAfterTheGoodbyeBelongsToAnotherConnectionOfTheSameName() {
        String before = "[D 2026-11-20 05:08:39] 192.0.2.7:46041-[bob] ";
        String other = before.replace("2.7", "2.8") + "<- NOOP\n" + before.replace("2.7", "2.8") + "-> 200 ok\n";
        String first = before + "<- QUIT\n" + before + "-> 221 Goodbye.\n";
        LogDocument soon = knowledge.open(first + other.repeat(450) + before + "<- NOOP\n");
        assertThat(soon.line(902).session()).isEqualTo(902);
        LogDocument late = knowledge.open(first + other.repeat(550) + before + "<- NOOP\n");
        assertThat(late.line(1_102).session()).isZero();
        LogDocument open = knowledge.open(first.replace("221", "200") + other.repeat(550) + before + "<- NOOP\n");
        assertThat(open.line(1_102).session()).isEqualTo(1_102);
    }

    @Test
    void aRecordHasAllTheCodesThatItsCommandGot() {
        LogDocument log = knowledge.open("""
                {"timestamp":"2026-11-20T05:08:39.425226+0000","flow_id":226,"event_type":"ftp","src_ip":"192.0.2.7",\
                "ftp":{"command":"RETR","command_data":"550.txt","completion_code":["150","226"],"reply":["ok","done"]}}
                """);
        assertThat(marks(log, 0)).containsExactly("150 REPLY", "226 REPLY");
        assertThat(log.line(0).verb()).isEqualTo("RETR");
    }

    @Test
    void theSameCodeAgainIsAnotherLineOfTheReply() {
        String row = "1795151722.284002000\t0\t203.0.113.10\t21\t\t\t";
        LogDocument log = knowledge.open(
                row + "220,220\tWelcome,ready\n" + row + "331\tPassword required\n" + row + "230\tLogin successful.\n");
        assertThat(marks(log, 0)).containsExactly("220 CONTINUATION", "220 REPLY");
        assertThat(marks(log, 2)).containsExactly("230 REPLY");
    }

    @Test
    void aCodeBesideItsReplyIsAMention() {
        String packet = """
                {"timestamp":"1795151716234","layers":{"tcp":{"tcp_tcp_stream":"230"},"ftp":{\
                "text":%s,"ftp_ftp_response_code":%s,"ftp_ftp_response_arg":"550"}}}
                """;
        LogDocument log =
                knowledge.open(String.format(Locale.ROOT, packet, "\"331 Password required.\\\\r\\\\n\"", "\"331\"")
                        + String.format(
                                Locale.ROOT,
                                packet,
                                "[\"230-Hello\\\\r\\\\n\",\"230 Logged in.\\\\r\\\\n\"]",
                                "[\"230\",\"230\"]"));
        assertThat(marks(log, 0)).containsExactly("331 REPLY", "331 MENTION");
        assertThat(marks(log, 1)).containsExactly("230 CONTINUATION", "230 REPLY", "230 MENTION", "230 MENTION");
        LogText line = new LogText(log.line(0), log.text(0));
        List<Mark> found = log.line(0).marks();
        assertThat(line.replyText(found.get(1)))
                .isEqualTo(line.replyText(found.get(0)))
                .startsWith("Password required.");
    }

    @Test
    void aBareLineGoesOnWithTheReplyThatWasReadLast() {
        String prefix = "[ INFO] 2026-11-20 05:08:39,425 [bob] ";
        LogDocument log = knowledge.open("214 None of ours.\n"
                + prefix + "[192.0.2.7] SENT: 220 Service ready for new user.\n"
                + prefix + "[192.0.2.8] SENT: 220 Service ready for new user.\n"
                + prefix + "[192.0.2.7] RECEIVED: HELP\n"
                + prefix + "[192.0.2.7] SENT: 214-The following commands are recognized.\n"
                + "214 End of help.\n"
                + "214 None of ours.\n"
                + prefix + "[192.0.2.8] SENT: 221 Goodbye.\n");
        assertThat(marks(log, 0)).isEmpty();
        assertThat(marks(log, 4)).containsExactly("214 CONTINUATION");
        assertThat(marks(log, 5)).containsExactly("214 REPLY");
        assertThat(5 - log.line(5).command()).isEqualTo(3);
        assertThat(5 - log.line(5).session()).isEqualTo(1);
        assertThat(marks(log, 6)).isEmpty();
    }

    private static List<String> marks(LogDocument log, int line) {
        return log.line(line).marks().stream()
                .map(mark -> mark.code() + " " + mark.kind())
                .toList();
    }
}
