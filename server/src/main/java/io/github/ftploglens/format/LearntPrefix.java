package io.github.ftploglens.format;

import io.github.ftploglens.format.LinePattern.Layout;
import io.github.ftploglens.format.LinePattern.Place;
import io.github.ftploglens.format.LinePattern.Role;
import io.github.ftploglens.reply.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands before each line of a log inside another one, in a layout that nobody has described: a time, a level, the name of
 * a logger, a thread. It is read from left to right, as long as nearly all lines go on in the same way.
 *
 * @param parts from left to right
 */
record LearntPrefix(List<Part> parts) {
    /** Such a prefix has no more parts. */
    private static final int MOST_PARTS = 24;

    /** Of ten lines, so many go on in the same way; and so many still do at its end, where messages may go over several lines. */
    private static final int MOST_OF_TEN = 9;

    private static final int LEFT_OF_TEN = 6;

    private static final String BOUNDARIES = ":|>])}\";,=-";

    /** The stricter ones come first. */
    private static final List<FieldType> TYPES = List.of(
            FieldType.ISO,
            FieldType.CTIME,
            FieldType.SYSLOG,
            FieldType.CLF,
            FieldType.CLOCK,
            FieldType.INT,
            FieldType.VERB,
            FieldType.ID);

    /**
     * A character that stands in all lines, or a field.
     *
     * @param literal the character, or empty
     * @param type the type of the field, or null
     */
    record Part(String literal, @Nullable FieldType type) {
        int end(String line, int from) {
            return type != null ? type.end(line, from) : line.startsWith(literal, from) ? from + literal.length() : -1;
        }

        boolean isBlank() {
            return type == FieldType.BLANK || literal.equals(" ");
        }

        /** Whether what the line holds may begin behind it. */
        boolean isBoundary() {
            return isBlank() || (type == null && BOUNDARIES.contains(literal));
        }

        String pattern(String name) {
            return type == null ? LearntLayout.literal(literal) : "{" + name + ":" + Key.of(type) + "}";
        }
    }

    /** What may stand before each of the lines, the likeliest last; none when they do not begin alike. */
    static List<LearntPrefix> of(List<String> lines) {
        List<LearntPrefix> prefixes = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        List<String> left = lines;
        List<Integer> at = lines.stream().map(line -> 0).toList();
        while (parts.size() < MOST_PARTS) {
            Part next = next(left, at, parts.isEmpty() ? "" : parts.get(parts.size() - 1).literal);
            if (next == null) {
                break;
            }
            List<String> fitting = new ArrayList<>();
            List<Integer> behind = new ArrayList<>();
            for (int i = 0; i < left.size(); i++) {
                int end = next.end(left.get(i), at.get(i));
                if (end >= 0 && end < left.get(i).length()) {
                    fitting.add(left.get(i));
                    behind.add(end);
                }
            }
            if (fitting.size() * 10 < lines.size() * LEFT_OF_TEN) {
                break;
            }
            left = fitting;
            at = behind;
            parts.add(next);
            if (!next.isBoundary() || isProse(parts)) {
                continue;
            }
            prefixes.add(new LearntPrefix(List.copyOf(parts)));
            if (next.type == FieldType.BLANK) {
                // What more there is may be indentation of what the line holds.
                List<Part> narrow = new ArrayList<>(parts);
                narrow.set(parts.size() - 1, new Part(left.get(0).substring(at.get(0) - 1, at.get(0)), null));
                prefixes.add(new LearntPrefix(List.copyOf(narrow)));
            }
        }
        return prefixes;
    }

    /** Whether it may as well be the words with which sentences begin. */
    private static boolean isProse(List<Part> parts) {
        return parts.get(0).type == FieldType.VERB
                && parts.stream().allMatch(part -> part.type == FieldType.VERB || part.isBlank());
    }

    /** The part with which nearly all lines go on at these columns, or null. */
    private static @Nullable Part next(List<String> lines, List<Integer> at, String before) {
        String common = common(lines, at);
        if (common != null) {
            boolean isIndented = common.equals(" ") && anyGoesOn(lines, at);
            return isIndented || common.equals("\t") ? new Part("", FieldType.BLANK) : new Part(common, null);
        }
        if (before.equals("[") && ends(FieldType.BRACKETED, lines, at)) {
            return new Part("", FieldType.BRACKETED);
        }
        return TYPES.stream()
                .filter(type -> ends(type, lines, at))
                .map(type -> new Part("", type))
                .findFirst()
                .orElse(null);
    }

    private static boolean anyGoesOn(List<String> lines, List<Integer> at) {
        for (int i = 0; i < lines.size(); i++) {
            if (FieldType.BLANK.end(lines.get(i), at.get(i)) > at.get(i) + 1) {
                return true;
            }
        }
        return false;
    }

    /** Whether nearly all lines have such a field, and the same character behind it. */
    private static boolean ends(FieldType type, List<String> lines, List<Integer> at) {
        List<String> fitting = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int end = type.end(lines.get(i), at.get(i));
            if (end > at.get(i)) {
                fitting.add(lines.get(i));
                ends.add(end);
            }
        }
        return fitting.size() * 10 >= lines.size() * MOST_OF_TEN && common(fitting, ends) != null;
    }

    /** The character that nearly all lines have at these columns, when it is no part of a word; or null. */
    private static @Nullable String common(List<String> lines, List<Integer> at) {
        Map<Character, Integer> counts = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (at.get(i) < lines.get(i).length()) {
                counts.merge(lines.get(i).charAt(at.get(i)), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .filter(count -> count.getValue() * 10 >= lines.size() * MOST_OF_TEN)
                .map(count -> count.getKey())
                .filter(c -> !Character.isLetterOrDigit(c))
                .map(String::valueOf)
                .findFirst()
                .orElse(null);
    }

    /** The texts of its fields before a line, as names that a control connection may have. */
    Map<SessionKey, String> keys(String line) {
        Map<SessionKey, String> keys = new HashMap<>();
        fields(line).forEach((part, text) -> keys.put(new SessionKey(part, ""), text));
        return keys;
    }

    /** The texts of its fields before a line, by the numbers of the parts; empty when the line does not begin so. */
    private Map<Integer, String> fields(String line) {
        Map<Integer, String> fields = new HashMap<>();
        int at = 0;
        for (int i = 0; i < parts.size(); i++) {
            int end = parts.get(i).end(line, at);
            if (end < 0) {
                return Map.of();
            }
            if (parts.get(i).type != null) {
                fields.put(i, line.substring(at, end));
            }
            at = end;
        }
        return fields;
    }

    /** As it stands in a line, with dots for what changes: {@code … […] -}. */
    private String title() {
        String title = parts.stream()
                .map(part -> part.isBlank() ? " " : part.type == null ? part.literal : "…")
                .collect(Collectors.joining())
                .replaceAll("…([._/]…)+", "…")
                .strip();
        return title.isEmpty() ? "…" : title;
    }

    /**
     * The format of lines that hold others in this way.
     *
     * @param stream the number of the part that names the control connection, or -1
     */
    LogFormat wrapper(int stream) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            text.append(parts.get(i).pattern(i == stream ? Field.STREAM.key() : ""));
        }
        text.append('{').append(Field.INNER.key()).append('}');
        List<Shape> shapes = PatternParser.parse(text.toString(), Map.of(), LayoutLearner.ID);
        Layout layout =
                new Layout(Role.WRAPPER, text.toString(), shapes, null, Map.of(), Set.of(), Place.ANYWHERE, List.of());
        return new LogFormat(
                LayoutLearner.ID,
                title(),
                "",
                List.of(),
                LogFormat.Evidence.WRAPPER,
                stream < 0 ? List.of() : List.of(Field.STREAM),
                false,
                false,
                List.of(new LinePattern(layout)),
                List.of(),
                null,
                Optional.empty());
    }
}
