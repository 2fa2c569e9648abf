package io.github.ftploglens.feature;

import io.github.ftploglens.reply.ReplyCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a page as Markdown (CommonMark with tables). */
public final class Markdown {
    /** What leads to a comparison or an explanation. */
    public enum References {
        /** The words alone. */
        PLAIN,
        /** A link that runs a command of the VS Code client; only for a client that says it trusts them. */
        COMMANDS
    }

    /** What can begin markup inside a line (CommonMark §2.4, GFM tables and strikethrough, VS Code's formulas). */
    private static final String SPECIAL = "\\`*_[]<>|~&$";

    private Markdown() {}

    /** The page as Markdown, ending with a line end. */
    public static String of(Page page, References references) {
        return page.blocks().stream().map(block -> block(block, references)).collect(Collectors.joining("\n"));
    }

    private static String block(Page.Block block, References references) {
        if (block instanceof Page.Heading heading) {
            return "#".repeat(heading.level()) + " " + line(heading.words(), references) + "\n";
        }
        if (block instanceof Page.Paragraph paragraph) {
            return line(paragraph.words(), references) + "\n";
        }
        if (block instanceof Page.Points points) {
            return points.points().stream()
                    .map(point -> "- " + line(point, references) + "\n")
                    .collect(Collectors.joining());
        }
        return block instanceof Page.Table table ? table(table.rows(), references) : "";
    }

    private static String table(List<List<List<Inline>>> rows, References references) {
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            List<List<Inline>> row = rows.get(i);
            table.append(
                    row.stream().map(cell -> cell(cell, references)).collect(Collectors.joining(" | ", "| ", " |\n")));
            if (i == 0) {
                table.append("|").append("---|".repeat(row.size())).append('\n');
            }
        }
        return table.toString();
    }

    /** In a table a bar ends a cell, even in a code span (GFM, tables). */
    private static String cell(List<Inline> words, References references) {
        return words.stream()
                .map(inline -> inline instanceof Inline.Code code
                        ? span(code.text()).replace("|", "\\|")
                        : inline(inline, references))
                .collect(Collectors.joining());
    }

    private static String line(List<Inline> words, References references) {
        return words.stream().map(inline -> inline(inline, references)).collect(Collectors.joining());
    }

    private static String inline(Inline inline, References references) {
        if (inline instanceof Inline.Code code) {
            return span(code.text());
        }
        if (inline instanceof Inline.Strong strong) {
            return "**" + escape(strong.text()) + "**";
        }
        if (inline instanceof Inline.Link link) {
            return "[" + escape(link.text()) + "](" + link.address() + ")";
        }
        if (inline instanceof Inline.Reference reference && references == References.COMMANDS) {
            return "[" + escape(reference.text()) + "](" + command(reference.codes()) + ")";
        }
        return escape(inline.words());
    }

    private static String command(List<ReplyCode> codes) {
        String name = codes.size() == 1 ? "ftpLog.explainCode" : "ftpLog.compareCodes";
        String argument = codes.size() == 1
                ? "[{\"code\":\"" + codes.get(0) + "\"}]"
                : codes.stream()
                        .map(code -> "\"" + code + "\"")
                        .collect(Collectors.joining(",", "[{\"codes\":[", "]}]"));
        return "command:" + name + "?" + URLEncoder.encode(argument, StandardCharsets.UTF_8);
    }

    /** A code span with a fence that the text does not have (CommonMark §6.1). */
    private static String span(String text) {
        String shown = text.isEmpty() ? " " : text;
        int longest = 0;
        int run = 0;
        for (int i = 0; i < shown.length(); i++) {
            run = shown.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        boolean pad = shown.startsWith("`") || shown.endsWith("`") || (shown.startsWith(" ") && shown.endsWith(" "));
        return pad ? fence + " " + shown + " " + fence : fence + shown + fence;
    }

    private static String escape(String text) {
        return IntStream.range(0, text.length())
                .mapToObj(i ->
                        SPECIAL.indexOf(text.charAt(i)) >= 0 ? "\\" + text.charAt(i) : String.valueOf(text.charAt(i)))
                .collect(Collectors.joining());
    }
}
