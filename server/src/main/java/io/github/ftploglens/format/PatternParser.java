package io.github.ftploglens.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pattern of a log line: text that stands there as it is, and between braces
 * <ul>
 *   <li>{@code {user}}: a free field, up to the first place where what follows it fits
 *   <li>{@code {user*}}: the same, up to the last such place
 *   <li>{@code {session:int}}: a field of a {@link FieldType}
 *   <li>{@code {=@reply}}: one of the texts that the file lists under {@code words}
 *   <li>{@code {?…}}: a part that may be missing
 *   <li>{@code {_}}, {@code {:int}}: the same without a name
 *   <li>{@code {{} and }}: a brace
 * </ul>
 */
final class PatternParser {
    /** Each optional part doubles the shapes of a pattern. */
    private static final int MOST_OPTIONAL_PARTS = 4;

    private final String pattern;
    private final Map<String, List<String>> words;
    private final String where;
    private int at;

    private PatternParser(String pattern, Map<String, List<String>> words, String where) {
        this.pattern = pattern;
        this.words = words;
        this.where = where;
    }

    /** The shapes that a line of this pattern may have, those with an optional part before those without, the first part first. */
    static List<Shape> parse(String pattern, Map<String, List<String>> words, String where) {
        PatternParser parser = new PatternParser(pattern, words, where);
        List<List<Element>> shapes = parser.sequence(false);
        if (shapes.size() > 1 << MOST_OPTIONAL_PARTS) {
            throw parser.wrong("has too many optional parts", "use at most " + MOST_OPTIONAL_PARTS);
        }
        return shapes.stream().map(parser::shape).toList();
    }

    private Shape shape(List<Element> elements) {
        for (int i = 1; i < elements.size(); i++) {
            if (elements.get(i) instanceof Element.Free && elements.get(i - 1) instanceof Element.Free) {
                throw wrong("has two free fields side by side", "put text or a typed field between them");
            }
        }
        return new Shape(elements);
    }

    private List<List<Element>> sequence(boolean optional) {
        List<List<Element>> sequences = new ArrayList<>();
        sequences.add(List.of());
        StringBuilder literal = new StringBuilder();
        while (at < pattern.length()) {
            char c = pattern.charAt(at++);
            boolean doubled = at < pattern.length() && pattern.charAt(at) == c;
            if ((c == '{' || c == '}') && doubled) {
                literal.append(c);
                at++;
            } else if (c == '}' && optional) {
                return append(sequences, literal);
            } else if (c == '}') {
                throw wrong("has a } without a { at column " + at, "write }} for a brace of the log line");
            } else if (c == '{') {
                sequences = append(sequences, literal);
                sequences = braces(sequences);
            } else {
                literal.append(c);
            }
        }
        if (optional) {
            throw wrong("has a { without a }", "close it, or write {{ for a brace of the log line");
        }
        return append(sequences, literal);
    }

    private List<List<Element>> braces(List<List<Element>> before) {
        if (at < pattern.length() && pattern.charAt(at) == '?') {
            at++;
            List<List<Element>> parts = sequence(true);
            List<List<Element>> both = new ArrayList<>();
            for (List<Element> sequence : before) {
                parts.forEach(part -> both.add(joined(sequence, part)));
                both.add(sequence);
            }
            return both;
        }
        int close = pattern.indexOf('}', at);
        if (close < 0) {
            throw wrong("has a { without a }", "close it, or write {{ for a brace of the log line");
        }
        Element element = element(pattern.substring(at, close));
        at = close + 1;
        return before.stream()
                .map(sequence -> joined(sequence, List.of(element)))
                .toList();
    }

    private Element element(String text) {
        int colon = text.indexOf(':');
        int choice = text.indexOf("=@");
        if (choice >= 0) {
            List<String> texts = words.get(text.substring(choice + 2));
            if (texts == null) {
                throw wrong("names the words \"" + text.substring(choice + 2) + "\"", "list them under \"words\"");
            }
            Comparator<String> longestFirst =
                    Comparator.comparingInt(String::length).reversed();
            return new Element.Choice(
                    field(text.substring(0, choice)),
                    texts.stream().sorted(longestFirst).toList());
        }
        if (colon >= 0) {
            String type = text.substring(colon + 1);
            return new Element.Typed(
                    field(text.substring(0, colon)),
                    FieldType.named(type)
                            .orElseThrow(() -> wrong(
                                    "has a field of the unknown type \"" + type + "\"", "see adding-a-format.md")));
        }
        boolean last = text.endsWith("*");
        return new Element.Free(field(last ? text.substring(0, text.length() - 1) : text), last);
    }

    private @Nullable Field field(String name) {
        if (name.isEmpty() || name.equals("_")) {
            return null;
        }
        return Field.named(name)
                .orElseThrow(() -> wrong("has the unknown field \"" + name + "\"", "see adding-a-format.md"));
    }

    private static List<List<Element>> append(List<List<Element>> sequences, StringBuilder literal) {
        if (literal.length() == 0) {
            return sequences;
        }
        Element element = new Element.Literal(literal.toString());
        literal.setLength(0);
        return sequences.stream()
                .map(sequence -> joined(sequence, List.of(element)))
                .toList();
    }

    private static List<Element> joined(List<Element> first, List<Element> second) {
        List<Element> joined = new ArrayList<>(first);
        for (Element element : second) {
            int last = joined.size() - 1;
            if (element instanceof Element.Literal b && last >= 0 && joined.get(last) instanceof Element.Literal a) {
                joined.set(last, new Element.Literal(a.text() + b.text()));
            } else {
                joined.add(element);
            }
        }
        return List.copyOf(joined);
    }

    private FormatException wrong(String problem, String remedy) {
        return new FormatException(where, "the pattern \"" + pattern + "\" " + problem, remedy);
    }
}
