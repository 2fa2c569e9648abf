package io.github.ftploglens.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognitionTest {
    private static final String LFTP = "---> USER bob\n<--- 331 Password?\n---> PASS x\n<--- 230 Logged in.\n";

    private final Knowledge knowledge = Samples.knowledge();

    @Test
    void aPageNamesTheFormatAndSaysWhatSpeaksForIt() {
        assertThat(page(knowledge, LFTP))
                .startsWith("# Log format: `a.log`\n")
                .contains("**lftp", "- enough: lftp; lines 4 of 5, replies 2");
    }

    @Test
    void aTextThatIsNoLogHasNone() {
        assertThat(page(knowledge, "220 grams of flour\n")).contains("**no FTP log**");
    }

    @Test
    void aLearntLayoutIsShownAsItStandsInTheLog() {
        String log = """
                x*y*> USER bob
                x*y*< 331 Please specify the password.
                x*y*> PASS x
                x*y*< 530 Login incorrect.
                x*y*> USER eve
                x*y*< 331 Please specify the password.
                x*y*> PASS x
                x*y*< 230 Login successful.
                x*y*> PASV
                x*y*< 227 Entering Passive Mode (192,0,2,7,19,137)
                x*y*> QUIT
                x*y*< 221 Goodbye.
                """;
        assertThat(page(knowledge, log)).contains("- learnt from the log: `{_}y*< {reply:reply}`");
    }

    @ParameterizedTest
    @CsvSource({"ja, FTPログではありません", "ru, не журнал FTP", "fr, pas un journal FTP", "th, ไม่ใช่ไฟล์บันทึก FTP"})
    void itIsWordedInTheReadersLanguage(String language, String none) {
        assertThat(page(knowledge.in(language), "hello\n"))
                .contains("**" + none + "**")
                .doesNotContain("Log format");
    }

    private static String page(Knowledge knowledge, String log) {
        Page page = Recognition.of(knowledge, knowledge.open(log)).page(knowledge, "a.log");
        return Markdown.of(page, Markdown.References.PLAIN);
    }
}
