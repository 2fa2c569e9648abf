package io.github.ftploglens.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.reply.ReplyCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Test
    void wordsOfOursAreEscaped() {
        assertThat(paragraph(new Inline.Text("a*b_c[d](e)<f>`g`|h")))
                .isEqualTo("a\\*b\\_c\\[d\\](e)\\<f\\>\\`g\\`\\|h\n");
    }

    @Test
    void aCodeSpanHasAFenceThatItsTextDoesNotHave() {
        assertThat(paragraph(new Inline.Code("x"))).isEqualTo("`x`\n");
        assertThat(paragraph(new Inline.Code("a``b"))).isEqualTo("```a``b```\n");
        assertThat(paragraph(new Inline.Code("`"))).isEqualTo("`` ` ``\n");
    }

    @Test
    void aBarInATableCellDoesNotEndIt() {
        List<List<Inline>> row = List.of(List.of(new Inline.Code("a|b")), List.of(new Inline.Text("c|d")));
        assertThat(Markdown.of(new Page(List.of(new Page.Table(List.of(row)))), Markdown.References.PLAIN))
                .isEqualTo("| `a\\|b` | c\\|d |\n|---|---|\n");
    }

    @Test
    void aReferenceIsACommandOnlyForAClientThatTrustsIt() {
        Page page = new Page(List.of(new Page.Paragraph(
                List.of(new Inline.Reference("426", List.of(new ReplyCode(425), new ReplyCode(426)))))));
        assertThat(Markdown.of(page, Markdown.References.PLAIN)).isEqualTo("426\n");
        assertThat(Markdown.of(page, Markdown.References.COMMANDS))
                .startsWith("[426](command:ftpLog.compareCodes?%5B%7B%22codes%22%3A%5B%22425%22%2C%22426%22%5D%7D%5D)");
    }

    @Test
    void aValueIsNeverTakenForMarkup() {
        List<Inline> prose =
                Inline.prose("Reply to `{command}`, {line}.", Map.of("command", "`{line}`", "line", "`7`"));
        assertThat(prose)
                .containsExactly(new Inline.Text("Reply to "), new Inline.Code("`{line}`"), new Inline.Text(", `7`."));
    }

    @Test
    void aPlainTextHasTheSameWords() {
        Page page = new Page.Builder()
                .heading(1, "A")
                .prose("b `c`")
                .points(List.of(List.of(new Inline.Strong("d"))))
                .build();
        assertThat(PlainText.of(page)).isEqualTo("A\n\nb c\n\n- d\n");
    }

    private static String paragraph(Inline words) {
        return Markdown.of(new Page(List.of(new Page.Paragraph(List.of(words)))), Markdown.References.PLAIN);
    }
}
