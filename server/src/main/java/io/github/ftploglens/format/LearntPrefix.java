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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands before each line of a log inside another one, in a layout that nobody has described: a time, a level, the name of
 * a logger, a thread. It is read from left to right, as long as nearly all lines go on in the same way.
 *
 * @param parts from left to right
 * @param ending what stands behind each line: a quote, a bracket, a line end that is written out; or empty
 */
record LearntPrefix(List<Part> parts, String ending) {
    /** Such a prefix has no more parts. */
    private static final int MOST_PARTS = 24;

    /** Of ten lines, so many go on in the same way; and so many still do at its end, where messages may go over several lines. */
    private static final int MOST_OF_TEN = 9;

    private static final int LEFT_OF_TEN = 6;

    /** A longer ending is no sign but a text. */
    private static final int LONGEST_ENDING = 24;

    private static final String BOUNDARIES = ":|>])}\"';,=-([<";

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

    /** How far a line has been read. */
    private record Cursor(String line, int at) {
        Cursor behind(Part part) {
            return new Cursor(line, part.end(line, at));
        }

        /** Whether there is something to read. */
        boolean isInside() {
            return at >= 0 && at < line.length();
        }
    }

    /** What may stand before each of the lines, the likeliest last; none when they do not begin alike. */
    static List<LearntPrefix> of(List<String> lines) {
        String ending = ending(lines);
        List<LearntPrefix> prefixes = new ArrayList<>();
        if (!ending.isEmpty()) {
            prefixes.add(new LearntPrefix(List.of(), ending));
        }
        List<Part> parts = new ArrayList<>();
        List<Cursor> read = lines.stream().map(line -> new Cursor(line, 0)).toList();
        while (parts.size() < MOST_PARTS) {
            Part next = next(read, parts.isEmpty() ? "" : parts.get(parts.size() - 1).literal);
            if (next == null) {
                break;
            }
            read = read.stream()
                    .map(cursor -> cursor.behind(next))
                    .filter(Cursor::isInside)
                    .toList();
            if (read.size() * 10 < lines.size() * LEFT_OF_TEN) {
                break;
            }
            parts.add(next);
            if (!next.isBoundary() || isProse(parts)) {
                continue;
            }
            prefixes.add(new LearntPrefix(List.copyOf(parts), ending));
            if (next.type == FieldType.BLANK) {
                // What more there is may be indentation of what the line holds.
                Cursor first = read.get(0);
                List<Part> narrow = new ArrayList<>(parts);
                narrow.set(parts.size() - 1, new Part(first.line.substring(first.at - 1, first.at), null));
                prefixes.add(new LearntPrefix(List.copyOf(narrow), ending));
            }
        }
        return prefixes;
    }

    /** Whether it may as well be the words with which sentences begin. */
    private static boolean isProse(List<Part> parts) {
        return parts.get(0).type == FieldType.VERB
                && parts.stream().allMatch(part -> part.type == FieldType.VERB || part.isBlank());
    }

    /** What nearly all lines end with, from a sign on; a sentence ends with a full stop too. */
    private static String ending(List<String> lines) {
        String ending = "";
        String next = lastBefore(lines, ending);
        while (!next.isBlank() && ending.length() < LONGEST_ENDING) {
            ending = next + ending;
            next = lastBefore(lines, ending);
        }
        return ending.replaceFirst("^[\\p{L}\\p{N}.]+", "");
    }

    /** The character that nearly all lines have before that ending, or empty. */
    private static String lastBefore(List<String> lines, String ending) {
        Stream<Character> last = lines.stream()
                .filter(line -> line.length() > ending.length() && line.endsWith(ending))
                .map(line -> line.charAt(line.length() - ending.length() - 1));
        return shared(last, lines.size()).map(String::valueOf).orElse("");
    }

    /** The one of the characters that nearly all of so many lines have. */
    private static Optional<Character> shared(Stream<Character> characters, int lines) {
        Map<Character, Integer> counts = new HashMap<>();
        characters.forEach(c -> counts.merge(c, 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(count -> count.getValue() * 10 >= lines * MOST_OF_TEN)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The part with which nearly all lines go on, or null. */
    private static @Nullable Part next(List<Cursor> read, String before) {
        String common = common(read);
        if (common != null) {
            Part blanks = new Part("", FieldType.BLANK);
            boolean isIndented =
                    common.equals(" ") && read.stream().anyMatch(cursor -> cursor.behind(blanks).at > cursor.at + 1);
            return isIndented || common.equals("\t") ? blanks : new Part(common, null);
        }
        return Stream.concat(before.equals("[") ? Stream.of(FieldType.BRACKETED) : Stream.empty(), TYPES.stream())
                .map(type -> new Part("", type))
                .filter(part -> ends(part, read))
                .findFirst()
                .orElse(null);
    }

    /** Whether nearly all lines have such a field, and the same character behind it. */
    private static boolean ends(Part part, List<Cursor> read) {
        List<Cursor> behind = new ArrayList<>();
        for (Cursor cursor : read) {
            Cursor next = cursor.behind(part);
            if (next.at > cursor.at) {
                behind.add(next);
            }
        }
        return behind.size() * 10 >= read.size() * MOST_OF_TEN && common(behind) != null;
    }

    /** The character with which nearly all lines go on, when it is no part of a word; or null. */
    private static @Nullable String common(List<Cursor> read) {
        Stream<Character> next = read.stream().filter(Cursor::isInside).map(cursor -> cursor.line.charAt(cursor.at));
        return shared(next, read.size())
                .filter(c -> !Character.isLetterOrDigit(c))
                .map(String::valueOf)
                .orElse(null);
    }

    /**
     * The texts of its fields before a line, as names that a control connection may have, by the numbers of the parts; none
     * when the line does not begin so.
     */
    Map<SessionKey, String> keys(String line) {
        Map<SessionKey, String> keys = new HashMap<>();
        int at = 0;
        for (int i = 0; i < parts.size(); i++) {
            int end = parts.get(i).end(line, at);
            if (end < 0) {
                return Map.of();
            }
            if (parts.get(i).type != null) {
                keys.put(new SessionKey(i, ""), line.substring(at, end));
            }
            at = end;
        }
        return keys;
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
        if (!ending.isEmpty()) {
            text.append("{?").append(LearntLayout.literal(ending)).append('}');
        }
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
