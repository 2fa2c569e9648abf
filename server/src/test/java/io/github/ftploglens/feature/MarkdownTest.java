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
    void aLineIsLedToWhereCommandsAreTrustedAndTheLogIsKnown() {
        Page page = new Page(List.of(new Page.Paragraph(
                Inline.prose("Line {line}, {time} later.", Map.of("line", new Inline.Line(8), "time", "4 s")))));
        assertThat(Markdown.of(page, Markdown.References.COMMANDS)).isEqualTo("Line 9, 4 s later.\n");
        assertThat(Markdown.of(page, Markdown.References.PLAIN, "file:///a.log"))
                .isEqualTo("Line 9, 4 s later.\n");
        assertThat(PlainText.of(page)).isEqualTo("Line 9, 4 s later.\n");
        assertThat(Markdown.of(page, Markdown.References.COMMANDS, "file:///a%20b.log"))
                .isEqualTo(
                        "Line [9](command:ftpLog.goToLine?%5B%7B%22uri%22%3A%22file%3A%2F%2F%2Fa%252520b.log%22%2C%22line%22%3A8%7D%5D)"
                                + ", 4 s later.\n");
        assertThat(Markdown.of(page, Markdown.References.COMMANDS, "x:\"},1) [a](b"))
                .contains("%22x%3A%252522%7D%2C1%29+%5Ba%5D%28b%22")
                .doesNotContain("[a](b");
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
