package io.github.ftploglens.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
    private final Knowledge knowledge = Samples.knowledge();

    @Test
    void theMostFrequentFailureComesFirstWithItsFirstLineAndWhatToDo() {
        String report = report("""
                <--- 220 (vsFTPd 3.0.5)
                ---> USER anonymous
                <--- 530 No.
                ---> RETR a
                <--- 550 Failed to open file.
                ---> RETR b
                <--- 550 Failed to open file.
                """);
        assertThat(report).contains("Lines: 7.", "Replies: 4.", "Failed: 3.");
        assertThat(report.lines().filter(line -> line.startsWith("| 2 | **550 File Unavailable**")))
                .singleElement()
                .asString()
                .contains("| RETR | `Failed to open file.` | 5 |")
                .contains("vsftpd");
        assertThat(report.indexOf("**550 ")).isLessThan(report.indexOf("**530 "));
    }

    @Test
    void aLogWithoutFailuresHasNoTableOfThem() {
        assertThat(report("<--- 220 ready\n---> NOOP\n<--- 200 ok\n"))
                .contains("Failed: 0.")
                .doesNotContain("First line");
    }

    @Test
    void aLogOfAnotherKindHasNoReplies() {
        assertThat(report("220 grams of flour\n550 g of sugar\n")).contains("Lines: 2.", "Replies: 0.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja", "ru", "fr", "th"})
    void whatTheServerSaidIsShownAsItIsButForPasswords(String language) {
        String log = "<--- 220 ready\n---> LIST\n<--- 550 `[x](command:y) | <b>PASS secret1\n";
        assertThat(Markdown.of(of(knowledge.in(language), log), Markdown.References.PLAIN))
                .contains("`` `[x](command:y) \\| <b>PASS ")
                .doesNotContain("secret1");
    }

    private String report(String log) {
        return Markdown.of(of(knowledge, log), Markdown.References.PLAIN);
    }

    private static Page of(Knowledge knowledge, String log) {
        return Report.of(knowledge, knowledge.open(log), "a.log");
    }
}
