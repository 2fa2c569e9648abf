package io.github.ftploglens.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonPrimitive;
import io.github.ftploglens.Samples;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.format.Field;
import io.github.ftploglens.format.LinePattern;
import io.github.ftploglens.format.LogFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A log inside another one is read as it is read by itself. */
class WrappedLogTest {
    private final Knowledge knowledge = Samples.knowledge();

    /** Puts something around each line of a log, as the sample of a wrapper does. */
    private record Wrapping(String before, String behind, boolean isQuoted) {
        static Wrapping of(LinePattern wrapper) {
            LinePattern.Sample sample = wrapper.samples().get(0);
            String inner = sample.fields().get(Field.INNER);
            int start = sample.line().indexOf(inner);
            return new Wrapping(
                    sample.line().substring(0, start),
                    sample.line().substring(start + inner.length()),
                    wrapper.text().contains("{inner:quoted}"));
        }

        String inner(String line) {
            String json = new JsonPrimitive(line).toString();
            return isQuoted ? json.substring(1, json.length() - 1) : line;
        }

        String of(String line) {
            return before + inner(line) + behind;
        }

        int column(String line, int column) {
            return before.length() + inner(line.substring(0, column)).length();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyWrapperMayBeAroundEveryLog() {
        List<Path> logs = Samples.logs(Samples.CORPUS).stream()
                .filter(log -> log.toString().contains("--vsftpd"))
                .toList();
        return knowledge.formats().stream()
                .filter(format -> format.evidence() == LogFormat.Evidence.WRAPPER)
                .flatMap(format -> format.patterns().stream()
                        .map(wrapper -> DynamicTest.dynamicTest(
                                format.id() + ": " + wrapper.text(),
                                () -> logs.forEach(log -> compare(Wrapping.of(wrapper), log)))));
    }

    private void compare(Wrapping wrapping, Path log) {
        List<String> lines = Samples.text(log).lines().toList();
        LogDocument plain = knowledge.open(String.join("\n", lines));
        LogDocument wrapped = knowledge.open(lines.stream().map(wrapping::of).collect(Collectors.joining("\n")));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            List<Mark> expected = plain.line(i).marks().stream()
                    .map(mark -> new Mark(wrapping.column(line, mark.column()), mark.code(), mark.kind()))
                    .toList();
            assertThat(wrapped.line(i).marks())
                    .as("%s, line %d: %s", log, i + 1, wrapped.text(i))
                    .isEqualTo(expected);
            assertThat(wrapped.line(i).command())
                    .as("%s, line %d", log, i + 1)
                    .isEqualTo(plain.line(i).command());
        }
    }

    @Test
    void twoContainersAreTwoSessions() {
        LogDocument log = knowledge.open("""
                web-1   | < 220 ready
                web-2   | < 220 ready
                web-1   | > USER bob
                web-2   | > USER ann
                web-2   | < 331 Please specify the password.
                web-1   | < 331 Please specify the password.
                web-1   | > PASS ****
                web-2   | > PASS ****
                web-2   | < 230 Login successful.
                web-1   | < 530 Login incorrect.
                """);
        assertThat(log.formats())
                .extracting(LogFormat::title)
                .first()
                .asString()
                .startsWith("Docker compose › ");
        assertThat(9 - log.line(9).command()).isEqualTo(6);
        assertThat(8 - log.line(8).command()).isEqualTo(7);
        assertThat(9 - log.line(9).session()).isEqualTo(0);
        assertThat(8 - log.line(8).session()).isEqualTo(1);
    }

    @Test
    void coloursAndZeroBytesOfATerminalAreNoText() {
        LogDocument log = knowledge.open("""
                \0\u001b[39m\u001b[33m220 test server ready
                \0\u001b[39m\u001b[32mUSER demo
                \0\u001b[39m\u001b[33m331 Username ok, send \u001b[1mpassword\u001b[0m.
                \0\u001b[39m\u001b[32mPASS xxxx
                \0\u001b[39m\u001b[33m230 Login successful.
                """);
        assertThat(log.line(2).marks())
                .containsExactly(new Mark(11, log.line(2).marks().get(0).code(), Mark.Kind.REPLY));
        assertThat(log.line(2).verb()).isEqualTo("USER");
        LogText text = new LogText(log.line(4), log.text(4));
        assertThat(text.replyText(log.line(4).marks().get(0))).isEqualTo("Login successful.");
    }

    @Test
    void whatAJsonStringEscapesIsRead() {
        LogDocument log = knowledge.open("""
                {"log":"Fri Nov 20 05:08:39 2026 [pid 56] CONNECT: Client \\"192.0.2.7\\"\\n","stream":"stdout"}
                {"log":"Fri Nov 20 05:08:39 2026 [pid 56] FTP response: Client \\"192.0.2.7\\", \\"220 (vsFTPd 3.0.5)\\"\\n","stream":"stdout"}
                {"log":"Fri Nov 20 05:08:40 2026 [pid 56] FTP command: Client \\"192.0.2.7\\", \\"USER bob\\"\\r\\n","stream":"stdout"}
                {"log":"Fri Nov 20 05:08:40 2026 [pid 56] [bob] FTP response: Client \\u0022192.0.2.7\\u0022, \\"331 Please specify the password.\\"\\n","stream":"stdout"}
                {"log":"550 files\\n","stream":"stdout"}
                """);
        assertThat(log.line(1).marks()).extracting(Mark::column).containsExactly(80);
        assertThat(log.line(3).verb()).isEqualTo("USER");
        assertThat(new LogText(log.line(3), log.text(3)).field(Field.CLIENT)).isEqualTo("192.0.2.7");
        assertThat(log.line(4).marks()).isEmpty();
    }

    @Test
    void noWrapperMakesAnFtpLogOfAnother() {
        String mail = """
                Nov 20 05:08:39 mx app[812]: 220 mx.example.com ESMTP ready
                Nov 20 05:08:39 mx app[812]: EHLO client.example.com
                Nov 20 05:08:39 mx app[812]: 250-mx.example.com greets client.example.com
                Nov 20 05:08:39 mx app[812]: 250 HELP
                Nov 20 05:08:40 mx app[812]: MAIL FROM:<bob@example.com>
                Nov 20 05:08:40 mx app[812]: 550 No such user
                """;
        assertThat(knowledge.open(mail).formats()).isEmpty();
    }
}
