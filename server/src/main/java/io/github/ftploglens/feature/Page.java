package io.github.ftploglens.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something to read, in no markup.
 *
 * @param blocks its parts from top to bottom
 */
public record Page(List<Block> blocks) {
    public Page {
        blocks = List.copyOf(blocks);
    }

    /** A part of a page. */
    public sealed interface Block {}

    /**
     * A heading.
     *
     * @param level 1 for the highest
     */
    public record Heading(int level, List<Inline> words) implements Block {}

    /** A paragraph. */
    public record Paragraph(List<Inline> words) implements Block {}

    /** A list of points. */
    public record Points(List<List<Inline>> points) implements Block {}

    /** A table; its first row is its head. */
    public record Table(List<List<List<Inline>>> rows) implements Block {}

    /**
     * Lines to be shown as they are; what a log says in them is never taken for markup.
     *
     * @param language what shows them in another way, such as {@code mermaid}, or empty
     * @param text the lines; control characters other than tabs and line ends become U+FFFD
     */
    public record Preformatted(String language, String text) implements Block {
        public Preformatted {
            text = text.lines().map(Printable::whole).collect(Collectors.joining("\n"));
        }
    }

    /** Puts a page together. */
    static final class Builder {
        private final List<Block> blocks = new ArrayList<>();

        Builder heading(int level, String words) {
            return heading(level, List.of(new Inline.Text(words)));
        }

        Builder heading(int level, List<Inline> words) {
            blocks.add(new Heading(level, List.copyOf(words)));
            return this;
        }

        /** A paragraph of a language file's sentences. */
        Builder prose(String sentences) {
            return paragraph(Inline.prose(sentences));
        }

        Builder paragraph(List<Inline> words) {
            if (!words.isEmpty()) {
                blocks.add(new Paragraph(List.copyOf(words)));
            }
            return this;
        }

        Builder points(List<List<Inline>> points) {
            if (!points.isEmpty()) {
                blocks.add(new Points(List.copyOf(points)));
            }
            return this;
        }

        Builder table(List<List<List<Inline>>> rows) {
            blocks.add(new Table(List.copyOf(rows)));
            return this;
        }

        Builder preformatted(String language, String text) {
            blocks.add(new Preformatted(language, text));
            return this;
        }

        Page build() {
            return new Page(blocks);
        }
    }
}
