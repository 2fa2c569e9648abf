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

    /**
     * Where the Markdown is read.
     *
     * @param references what leads to a comparison or an explanation
     * @param uri the log of the page, or empty when its lines cannot be led to
     */
    private record Place(References references, String uri) {}

    /** The page as Markdown, ending with a line end. */
    public static String of(Page page, References references) {
        return of(page, references, "");
    }

    /** The same; where commands may be led to, also the lines of the log with that URI. */
    public static String of(Page page, References references, String uri) {
        Place place = new Place(references, uri);
        return page.blocks().stream().map(block -> block(block, place)).collect(Collectors.joining("\n"));
    }

    private static String block(Page.Block block, Place place) {
        if (block instanceof Page.Heading heading) {
            return "#".repeat(heading.level()) + " " + line(heading.words(), place) + "\n";
        }
        if (block instanceof Page.Paragraph paragraph) {
            return line(paragraph.words(), place) + "\n";
        }
        if (block instanceof Page.Points points) {
            return points.points().stream()
                    .map(point -> "- " + line(point, place) + "\n")
                    .collect(Collectors.joining());
        }
        if (block instanceof Page.Preformatted lines) {
            return fenced(lines);
        }
        return block instanceof Page.Table table ? table(table.rows(), place) : "";
    }

    /** A fenced block whose fence the text does not have (CommonMark §4.5). */
    private static String fenced(Page.Preformatted lines) {
        String fence = "`".repeat(Math.max(3, longestRun(lines.text()) + 1));
        return fence + lines.language() + "\n" + lines.text() + "\n" + fence + "\n";
    }

    private static String table(List<List<List<Inline>>> rows, Place place) {
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            List<List<Inline>> row = rows.get(i);
            table.append(row.stream().map(cell -> cell(cell, place)).collect(Collectors.joining(" | ", "| ", " |\n")));
            if (i == 0) {
                table.append("|").append("---|".repeat(row.size())).append('\n');
            }
        }
        return table.toString();
    }

    /** In a table a bar ends a cell, even in a code span (GFM, tables). */
    private static String cell(List<Inline> words, Place place) {
        return words.stream()
                .map(inline -> inline instanceof Inline.Code code
                        ? span(code.text()).replace("|", "\\|")
                        : inline(inline, place))
                .collect(Collectors.joining());
    }

    private static String line(List<Inline> words, Place place) {
        return words.stream().map(inline -> inline(inline, place)).collect(Collectors.joining());
    }

    private static String inline(Inline inline, Place place) {
        if (inline instanceof Inline.Code code) {
            return span(code.text());
        }
        if (inline instanceof Inline.Strong strong) {
            return "**" + escape(strong.text()) + "**";
        }
        if (inline instanceof Inline.Link link) {
            return "[" + escape(link.text()) + "](" + link.address() + ")";
        }
        if (inline instanceof Inline.Reference reference && place.references == References.COMMANDS) {
            return "[" + escape(reference.text()) + "](" + command(reference.codes()) + ")";
        }
        if (inline instanceof Inline.Line line && place.references == References.COMMANDS && !place.uri.isEmpty()) {
            return "[" + line.words() + "](" + command(line, place.uri) + ")";
        }
        return escape(inline.words());
    }

    private static String command(Inline.Line line, String uri) {
        // A URI has neither backslashes nor quotes (RFC 3986 §2). VS Code decodes what a command takes once more than a
        // link.
        String log = uri.replace("\\", "%5C").replace("\"", "%22").replace("%", "%25");
        String json = "[{\"uri\":\"" + log + "\",\"line\":" + line.line() + "}]";
        return "command:ftpLog.goToLine?" + URLEncoder.encode(json, StandardCharsets.UTF_8);
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
        String fence = "`".repeat(longestRun(shown) + 1);
        boolean pad = shown.startsWith("`") || shown.endsWith("`") || (shown.startsWith(" ") && shown.endsWith(" "));
        return pad ? fence + " " + shown + " " + fence : fence + shown + fence;
    }

    /** How many backticks stand side by side at most. */
    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static String escape(String text) {
        return IntStream.range(0, text.length())
                .mapToObj(i ->
                        SPECIAL.indexOf(text.charAt(i)) >= 0 ? "\\" + text.charAt(i) : String.valueOf(text.charAt(i)))
                .collect(Collectors.joining());
    }
}
