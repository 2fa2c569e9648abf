package io.github.ftploglens.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.text.Edit;
import io.github.ftploglens.text.RandomText;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file may hold the log of one program, and behind it that of another. */
class MixedLogTest {
    /** So many lines of another format may pass before they are known for what they are. */
    private static final int UNKNOWN_AT_FIRST = 40;

    private final Knowledge knowledge = Samples.knowledge();
    private final String first = Samples.text(Samples.CORPUS.resolve("vsftpd/vsftpd.log"));
    private final int lines = (int) first.lines().count();

    @TestFactory
    Stream<DynamicTest> anotherLogBehindAnFtpLogIsReadToo() {
        return Samples.logs(Samples.LINKED).stream()
                .filter(log -> !log.getFileName().toString().startsWith("vsftpd"))
                .map(log -> DynamicTest.dynamicTest(log.getFileName().toString(), () -> compare(log)));
    }

    private void compare(Path log) {
        String second = Samples.text(log);
        LogDocument alone = knowledge.open(second);
        LogDocument mixed = knowledge.open(first + second);
        assertThat(mixed.formats()).hasSizeGreaterThan(1);
        LogDocument before = knowledge.open(first);
        for (int i = 0; i < lines; i++) {
            assertThat(mixed.line(i)).isEqualTo(before.line(i));
        }
        for (int i = UNKNOWN_AT_FIRST; i < alone.count(); i++) {
            assertThat(mixed.line(lines + i).marks())
                    .as("line %d: %s", i + 1, alone.text(i))
                    .isEqualTo(alone.line(i).marks());
        }
    }

    @Test
    void theLinesOfAnApplicationBetweenAreNobodysReplies() {
        LogDocument document = knowledge.open(first + application(2_000) + first);
        assertThat(document.formats()).extracting(LogFormat::id).containsExactly("vsftpd");
        assertThat(document.line(lines + 1_000).marks()).isEmpty();
        assertThat(document.line(lines + 2_001).marks())
                .isEqualTo(document.line(1).marks());
    }

    /** What an application logs, which has numbers like reply codes and none of them is one. */
    private static String application(int lines) {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            log.append("2026-11-20 05:08:39 INFO job-").append(i).append(" took 550 ms, 226 records, status 425\n");
        }
        return log.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 700, 1_900, 7_000, 20_000})
    void anFtpLogBehindThatOfAnApplicationIsRead(int before) {
        for (String name :
                List.of("iis-85.log", "lftp.log", "proftpd-ext-default.log", "winscp.log", "zeek-json.log")) {
            String text = Samples.text(Samples.LINKED.resolve(name));
            LogDocument alone = knowledge.open(text);
            LogDocument document = knowledge.open(application(before) + text + application(before / 5));
            assertThat(document.formats()).as(name).isEqualTo(alone.formats());
            assertThat(lines(document).subList(before, before + alone.count() - 1))
                    .as(name)
                    .isEqualTo(lines(alone).subList(0, alone.count() - 1));
        }
        assertThat(knowledge.open(application(before)).formats()).isEmpty();
    }

    @Test
    void aMixedLogThatWasEditedIsTheLogThatIsOpenedWithTheEditedText() {
        String second =
                Samples.text(Samples.LINKED.resolve("winscp.log")) + Samples.text(Samples.LINKED.resolve("lftp.log"));
        edit(first.lines().limit(600).toList().stream().reduce("", (all, line) -> all + line + "\n") + second, 30);
        edit(application(480) + second, 30);
        edit(application(7_900) + second, 10);
    }

    private void edit(String begun, int edits) {
        Random random = new Random(959);
        String text = begun;
        LogDocument document = knowledge.open(text);
        for (int i = 0; i < edits; i++) {
            Edit edit = RandomText.edit(random, document.lines(), RandomText.of(random, random.nextInt(30)));
            text = RandomText.apply(document.lines(), edit);
            document = document.edit(edit);
            LogDocument fresh = knowledge.open(text);
            assertThat(document.formats()).isEqualTo(fresh.formats());
            List<ScannedLine> edited = lines(document);
            assertThat(edited).isEqualTo(lines(fresh));
        }
    }

    private static List<ScannedLine> lines(LogDocument document) {
        return Stream.iterate(0, i -> i + 1)
                .limit(document.count())
                .map(document::line)
                .toList();
    }
}
