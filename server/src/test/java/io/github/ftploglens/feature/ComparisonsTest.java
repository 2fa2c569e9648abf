package io.github.ftploglens.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import io.github.ftploglens.reply.Reply;
import io.github.ftploglens.reply.ReplyCode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ComparisonsTest {
    private final Knowledge knowledge = Samples.knowledge();

    @Test
    void aComparisonHasTheSectionsOfAReferencePage() {
        assertThat(compare(knowledge, 220, 421))
                .startsWith("# FTP 220 Service Ready vs 421 Service Not Available\n")
                .contains("## FTP 220 Service Ready\n\n### Description\n", "### When You See It\n", "### How to Fix\n")
                .contains("## FTP 421 Service Not Available\n")
                .contains("## Key Differences\n", "## When to Use Which\n", "## Learn More\n")
                .contains("With 421 the server closes the control connection, and the session is over.")
                .contains("When you get 421: wait a few minutes and reconnect");
    }

    @Test
    void eitherOrderWillDo() {
        assertThat(compare(knowledge, 421, 220))
                .startsWith("# FTP 421 Service Not Available vs 220 Service Ready\n")
                .contains("Both can be the first thing that a server says.");
    }

    @Test
    void aCodeWithItselfGetsItsExplanation() {
        assertThat(compare(knowledge, 421, 421)).startsWith("# FTP 421 Service Not Available\n");
    }

    @Test
    void severalCodesAreOneTable() {
        assertThat(compare(knowledge, 450, 451, 452))
                .startsWith("# FTP 450, 451 and 452\n")
                .contains("|  | 450 | 451 | 452 |\n");
    }

    @Test
    void aCodeOfNoStandardCanBeComparedToo() {
        assertThat(compare(knowledge, 459, 550)).contains("No standard that we know defines 459.");
    }

    @TestFactory
    Stream<DynamicTest> everyPairRendersInEveryLanguage() {
        List<ReplyCode> codes =
                knowledge.catalogue().replies().stream().map(Reply::code).toList();
        return knowledge.wordings().keySet().stream()
                .map(language -> DynamicTest.dynamicTest(language, () -> {
                    Knowledge in = knowledge.in(language);
                    for (int i = 0; i < codes.size(); i++) {
                        for (int j = i; j < codes.size(); j++) {
                            assertThat(Markdown.of(
                                            Comparisons.of(in, List.of(codes.get(i), codes.get(j))),
                                            Markdown.References.PLAIN))
                                    .doesNotContain("null")
                                    .doesNotContainPattern("\\{\\w+\\}")
                                    .doesNotContain("when when");
                        }
                    }
                }));
    }

    @Test
    void theHeadingsAreThoseOfTheReferencePages() {
        assertHeadings("en", "Description", "When You See It", "How to Fix", "Key Differences", "When to Use Which");
        assertHeadings("ja", "説明", "このコードが表示される場合", "解決方法", "主な違い", "どちらをいつ使うか");
        assertHeadings(
                "ru",
                "Описание",
                "Когда вы это видите",
                "Как исправить",
                "Ключевые различия",
                "Когда что использовать");
        assertHeadings(
                "fr",
                "Description",
                "Quand vous le voyez",
                "Comment résoudre",
                "Différences clés",
                "Quand utiliser lequel");
        assertHeadings("th", "คำอธิบาย", "เมื่อคุณพบเห็น", "วิธีแก้ไข", "ความแตกต่างหลัก", "ควรใช้อันไหนเมื่อไร");
    }

    private void assertHeadings(String language, String... headings) {
        String page = compare(knowledge.in(language), 214, 227);
        for (String heading : headings) {
            assertThat(page).containsPattern("(?m)^##+ " + heading + "$");
        }
    }

    private static String compare(Knowledge knowledge, int... codes) {
        List<ReplyCode> compared =
                java.util.Arrays.stream(codes).mapToObj(ReplyCode::new).toList();
        return Markdown.of(Comparisons.of(knowledge, compared), Markdown.References.PLAIN);
    }
}
