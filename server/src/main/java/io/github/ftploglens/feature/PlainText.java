package io.github.ftploglens.feature;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a page for clients that show no Markdown. */
public final class PlainText {
    private PlainText() {}

    /** The page as plain text, ending with a line end. */
    public static String of(Page page) {
        return page.blocks().stream().map(PlainText::block).collect(Collectors.joining("\n"));
    }

    private static String block(Page.Block block) {
        if (block instanceof Page.Heading heading) {
            return line(heading.words());
        }
        if (block instanceof Page.Paragraph paragraph) {
            return line(paragraph.words());
        }
        if (block instanceof Page.Points points) {
            return points.points().stream().map(point -> "- " + line(point)).collect(Collectors.joining());
        }
        if (block instanceof Page.Table table) {
            return table.rows().stream()
                    .map(row -> row.stream().map(Inline::plain).collect(Collectors.joining(" | ")) + "\n")
                    .collect(Collectors.joining());
        }
        return block instanceof Page.Preformatted lines ? lines.text() + "\n" : "";
    }

    private static String line(List<Inline> words) {
        return Inline.plain(words) + "\n";
    }
}
