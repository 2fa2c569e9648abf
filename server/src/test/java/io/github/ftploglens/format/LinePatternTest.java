package io.github.ftploglens.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ftploglens.Samples;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LinePatternTest {
    private final int[] bounds = LinePattern.newBounds();

    @Test
    void aFreeFieldEndsAtTheFirstPlaceWhereTheRestFits() {
        assertThat(field("{user} ({client:address})> {line}", Field.USER, "Bob (work) (192.0.2.7)> 220 hi"))
                .isEqualTo("Bob (work)");
    }

    @Test
    void aStarTakesTheLastPlace() {
        assertThat(field("{user*}: {_}", Field.USER, "a: b: c")).isEqualTo("a: b");
        assertThat(field("{user}: {_}", Field.USER, "a: b: c")).isEqualTo("a");
    }

    @Test
    void anOptionalPartMayBeMissing() {
        String pattern = "{?[{session:int}] }<--- {reply}";
        assertThat(field(pattern, Field.SESSION, "[194] <--- 220 hi")).isEqualTo("194");
        assertThat(field(pattern, Field.REPLY, "<--- 220 hi")).isEqualTo("220 hi");
        assertThat(matches(pattern, "[194 <--- 220 hi")).isFalse();
        assertThat(field("a{? {session:int}}{? {_}}", Field.SESSION, "a 7")).isEqualTo("7");
    }

    @Test
    void aPatternFitsTheWholeLine() {
        assertThat(matches("a{:int}b", "a1b")).isTrue();
        assertThat(matches("a{:int}b", "a1bc")).isFalse();
        assertThat(matches("a{:int}b", "xa1b")).isFalse();
        assertThat(matches("\"{command}\" {code:code}", "\"RETR a\" b\" 550")).isTrue();
    }

    @Test
    void aBraceIsWrittenTwice() {
        assertThat(field("{{{session:int}}}", Field.SESSION, "{7}")).isEqualTo("7");
    }

    @Test
    void aCodeHasThreeDigitsAndNoMore() {
        assertThat(matches("{code:code}", "425")).isTrue();
        assertThat(matches("{code:code}", "4250")).isFalse();
        assertThat(matches("{code:code}", "465")).isFalse();
        assertThat(matches("{code:code}", "725")).isFalse();
    }

    @Test
    void aWrongPatternSaysWhatIsWrongWhereAndWhatToDo() {
        assertThatThrownBy(() -> pattern("{user}{client}"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("test.json")
                .hasMessageContaining("two free fields side by side")
                .hasMessageContaining("put text");
        assertThatThrownBy(() -> pattern("{user")).hasMessageContaining("close it");
        assertThatThrownBy(() -> pattern("{nobody}")).hasMessageContaining("unknown field \"nobody\"");
        assertThatThrownBy(() -> pattern("{user:nothing}")).hasMessageContaining("unknown type \"nothing\"");
        assertThatThrownBy(() -> pattern("{=@none}")).hasMessageContaining("list them under \"words\"");
        assertThatThrownBy(() -> pattern("{?a}{?b}{?c}{?d}{?e}")).hasMessageContaining("too many optional parts");
    }

    /** A pattern that were tried again and again would need days for these; each of the lines has a million characters. */
    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void noLineTakesMoreThanLinearTime() {
        int million = 1_000_000;
        List<String> lines = List.of(
                "2".repeat(million),
                " ".repeat(million),
                "\"".repeat(million),
                "220-".repeat(million / 4),
                "[".repeat(million),
                "(a@b) [DEBUG".repeat(million / 12),
                "] FTP response: Client \"".repeat(million / 24),
                "Fri Nov 20 05:08:39 2026 [pid 1] [".repeat(million / 34),
                "(1)- x (".repeat(million / 8),
                "\t".repeat(million),
                "150\",\"".repeat(million / 6),
                "192.0.2.7 a b [20/Nov/2026:05:08:39 +0000] \"" + "\" 22".repeat(million / 4));
        for (LogFormat format : Samples.knowledge().formats()) {
            for (Surroundings here : surroundings(format)) {
                for (String line : lines) {
                    format.patternOf(line, bounds, here);
                }
            }
        }
        for (String line : lines) {
            matches("{_}a{:int}{_}2{:word}{_}\"{user*}\"{_}", line);
        }
    }

    @Test
    void typesTakeWhatTheyAreNamedAfter() {
        assertThat(matches("{:ip}", "192.0.2.7")).isTrue();
        assertThat(matches("{:ip}", "2001:db8::7")).isTrue();
        assertThat(matches("{:ip}", "DEBUG")).isFalse();
        assertThat(matches("{:ip}", "05:08")).isFalse();
        assertThat(matches("{:uuid}", "4c1de7b0-7f31-4a5e-9a55-230331425550")).isTrue();
        assertThat(matches("{:uuid}", "4c1de7b0-7f31-4a5e-9a55-23033142555")).isFalse();
        assertThat(field("[\"{code:codes}\"]", Field.CODE, "[\"150\", \"226\"]"))
                .isEqualTo("150\", \"226");
        assertThat(matches("{:codes}", "150,2260")).isFalse();
    }

    /** At the beginning of a log, and below each header that its samples know. */
    private List<Surroundings> surroundings(LogFormat format) {
        Stream<Surroundings> below = format.patterns().stream()
                .flatMap(pattern -> pattern.samples().stream())
                .map(LinePattern.Sample::header)
                .distinct()
                .flatMap(header -> format.patternOf(header, bounds).stream()
                        .map(pattern -> format.behind(Surroundings.NONE, pattern, header, bounds)));
        return Stream.concat(Stream.of(Surroundings.NONE), below).toList();
    }

    private String field(String pattern, Field field, String line) {
        assertThat(matches(pattern, line)).as(pattern + " fits " + line).isTrue();
        return LinePattern.text(field, line, bounds).orElseThrow();
    }

    private boolean matches(String pattern, String line) {
        return pattern(pattern).stream().anyMatch(shape -> shape.matches(line, bounds));
    }

    private static List<Shape> pattern(String pattern) {
        return PatternParser.parse(pattern, Map.of(), "test.json");
    }
}
