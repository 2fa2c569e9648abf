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
        StringBuilder log = new StringBuilder(first);
        for (int i = 0; i < 2_000; i++) {
            log.append("2026-11-20 05:08:39 INFO job-").append(i).append(" took 550 ms, 226 records, status 425\n");
        }
        LogDocument document = knowledge.open(log + first);
        assertThat(document.formats()).extracting(LogFormat::id).containsExactly("vsftpd");
        assertThat(document.line(lines + 1_000).marks()).isEmpty();
        assertThat(document.line(lines + 2_001).marks())
                .isEqualTo(document.line(1).marks());
    }

    @Test
    void aMixedLogThatWasEditedIsTheLogThatIsOpenedWithTheEditedText() {
        Random random = new Random(959);
        String text = first.lines().limit(600).toList().stream().reduce("", (all, line) -> all + line + "\n")
                + Samples.text(Samples.LINKED.resolve("winscp.log"))
                + Samples.text(Samples.LINKED.resolve("lftp.log"));
        LogDocument document = knowledge.open(text);
        for (int i = 0; i < 30; i++) {
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
