package io.github.ftploglens.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void aLineEndsAtLfCrLfOrCr() {
        Lines lines = Lines.of("a\nb\r\nc\rd");
        assertThat(lines.count()).isEqualTo(4);
        assertThat(lines.line(0)).isEqualTo("a");
        assertThat(lines.line(1)).isEqualTo("b");
        assertThat(lines.line(2)).isEqualTo("c");
        assertThat(lines.line(3)).isEqualTo("d");
    }

    @Test
    void aTextHasOneLineMoreThanLineEnds() {
        assertThat(Lines.of("").count()).isEqualTo(1);
        assertThat(Lines.of("a\n").count()).isEqualTo(2);
        assertThat(Lines.of("a\n").line(1)).isEmpty();
        assertThat(Lines.of("\n".repeat(1000)).count()).isEqualTo(1001);
    }

    @Test
    void aCrAndALfThatComeTogetherAreOneLineEnd() {
        Lines lines = Lines.of("a\rb").edit(new Edit(new Position(1, 0), new Position(1, 0), "\n"));
        assertThat(lines).isEqualTo(Lines.of("a\r\nb"));
        assertThat(lines.count()).isEqualTo(2);
    }

    @Test
    void aPositionBehindALineMeansItsEnd() {
        Lines lines = Lines.of("ab\ncd").edit(new Edit(new Position(0, 99), new Position(0, 99), "!"));
        assertThat(lines).hasToString("ab!\ncd");
        lines = lines.edit(new Edit(new Position(9, 9), new Position(9, 9), "?"));
        assertThat(lines).hasToString("ab!\ncd?");
    }

    @Test
    void aTextCanBeSplitInTwoSteps() {
        Random random = new Random(959);
        for (int round = 0; round < 400; round++) {
            String text = RandomText.of(random, random.nextInt(3_000)).repeat(1 + random.nextInt(20));
            Lines head = Lines.head(text, random.nextInt(text.length() + 10));
            Lines whole = head.wholeOf(text);
            Lines atOnce = Lines.of(text);
            assertThat(whole).isEqualTo(atOnce);
            assertThat(whole.count()).isEqualTo(atOnce.count());
            for (int line = 0; line < atOnce.count(); line++) {
                assertThat(whole.line(line)).isEqualTo(atOnce.line(line));
                assertThat(line < head.count() ? head.line(line) : atOnce.line(line))
                        .isEqualTo(atOnce.line(line));
            }
        }
    }

    @Test
    void anEditSharesTheChunksThatItDoesNotTouch() {
        Lines lines = Lines.of("a line of a log\n".repeat(10_000));
        Lines edited = lines.edit(new Edit(new Position(10_000, 0), new Position(10_000, 0), "one more\n"));
        long shared = edited.chunks().stream()
                .filter(chunk -> lines.chunks().stream().anyMatch(old -> old == chunk))
                .count();
        assertThat(shared).isGreaterThanOrEqualTo(lines.chunks().size() - 1L);
    }

    @Test
    void anyEditOfAnyTextGivesTheLinesOfTheEditedText() {
        Random random = new Random(959);
        for (int round = 0; round < 400; round++) {
            String text = RandomText.of(random, random.nextInt(3_000));
            Lines lines = Lines.of(text);
            for (int i = 0; i < 5; i++) {
                Edit edit = RandomText.edit(random, lines, RandomText.of(random, random.nextInt(40)));
                text = RandomText.apply(lines, edit);
                lines = lines.edit(edit);
                Lines fresh = Lines.of(text);
                assertThat(lines.toString()).isEqualTo(text);
                assertThat(lines.count()).isEqualTo(fresh.count());
                for (int line = 0; line < fresh.count(); line++) {
                    assertThat(lines.line(line)).isEqualTo(fresh.line(line));
                }
            }
        }
    }
}
