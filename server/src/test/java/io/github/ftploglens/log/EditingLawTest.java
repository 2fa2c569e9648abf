package io.github.ftploglens.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.text.Edit;
import io.github.ftploglens.text.Lines;
import io.github.ftploglens.text.Position;
import io.github.ftploglens.text.RandomText;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The law of editing: for every text t and edit e, {@code open(t).edit(e)} equals {@code open(apply(t, e))}. */
class EditingLawTest {
    private final Knowledge knowledge = Samples.knowledge();

    @TestFactory
    Stream<DynamicTest> aLogThatWasEditedIsTheLogThatIsOpenedWithTheEditedText() {
        List<Path> logs = Stream.concat(Samples.logs(Samples.CORPUS).stream(), Samples.logs(Samples.LINKED).stream())
                .toList();
        return logs.stream()
                .map(log -> DynamicTest.dynamicTest(log.getFileName().toString(), () -> edit(log)));
    }

    @Test
    void aLogThatGrowsIsTheLogThatIsOpenedAtItsFullLength() {
        List<String> lines = Samples.text(Samples.LINKED.resolve("vsftpd-file.log"))
                .lines()
                .map(line -> line + "\n")
                .toList();
        LogDocument document = knowledge.open("");
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            Position end = new Position(
                    document.count() - 1, document.text(document.count() - 1).length());
            document = document.edit(new Edit(end, end, line));
            text.append(line);
            assertSame(document, knowledge.open(text.toString()));
        }
        assertThat(document.formats()).isNotEmpty();
    }

    @Test
    void aLogWhoseHeadIsReadFirstIsTheLogThatIsReadAtOnce() {
        for (Path log : Samples.logs(Samples.LINKED)) {
            String text = Samples.text(log).repeat(3);
            LogDocument head = knowledge.open(Lines.head(text, text.length() / 2));
            LogDocument whole = head.whole(head.lines().wholeOf(text));
            assertThat(head.count()).isLessThan(whole.count());
            assertSame(whole, knowledge.open(text));
        }
    }

    @Test
    void soIsOneWhoseSessionsStayOpen() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 12_000; i++) {
            String before = "[D 2026-11-20 05:08:39] 192.0.2.7:" + i % 9_000 / 3 + "-[bob] ";
            log.append(before).append(i % 3 == 0 ? "<- RETR a.txt\n" : i % 3 == 1 ? "-> 150 Opening.\n" : "<- NOOP\n");
        }
        edit(log.toString(), new Random(959));
    }

    private void edit(Path log) {
        edit(Samples.text(log), new Random(log.getFileName().toString().hashCode()));
    }

    private void edit(String log, Random random) {
        String text = log;
        LogDocument document = knowledge.open(text);
        for (int i = 0; i < 12; i++) {
            Edit edit = RandomText.edit(random, document.lines(), replacement(random, document));
            text = RandomText.apply(document.lines(), edit);
            document = document.edit(edit);
            assertSame(document, knowledge.open(text));
        }
    }

    /** Rubbish, nothing, or lines of the log itself. */
    private static String replacement(Random random, LogDocument document) {
        int from = random.nextInt(document.count());
        int to = Math.min(document.count(), from + random.nextInt(600));
        return switch (random.nextInt(3)) {
            case 0 -> RandomText.of(random, random.nextInt(30));
            case 1 -> "";
            default -> {
                StringBuilder lines = new StringBuilder();
                for (int line = from; line < to; line++) {
                    lines.append(document.text(line)).append('\n');
                }
                yield lines.toString();
            }
        };
    }

    private static void assertSame(LogDocument edited, LogDocument fresh) {
        assertThat(edited.formats()).isEqualTo(fresh.formats());
        assertThat(edited.count()).isEqualTo(fresh.count());
        for (int line = 0; line < fresh.count(); line++) {
            assertThat(edited.text(line)).isEqualTo(fresh.text(line));
            if (!edited.line(line).equals(fresh.line(line))) {
                assertThat(edited.line(line))
                        .as("line %d: %s", line, fresh.text(line))
                        .isEqualTo(fresh.line(line));
            }
        }
    }
}
