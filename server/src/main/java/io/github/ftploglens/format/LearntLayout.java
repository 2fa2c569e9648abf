package io.github.ftploglens.format;

import io.github.ftploglens.format.LinePattern.Layout;
import io.github.ftploglens.format.LinePattern.Place;
import io.github.ftploglens.format.LinePattern.Role;
import io.github.ftploglens.reply.ReplyCatalogue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A layout of lines as it was learnt.
 *
 * @param role what such a line is
 * @param context what stands left of what the line says, see {@link Slot#context}
 * @param said the pattern of what the line says
 */
record LearntLayout(Role role, String context, String said) {
    private static final String ANYTHING = "{_}";

    /** The other lines of a multi-line reply, of which some programs mark only the first (RFC 959 §4.2). */
    static final LinePattern INSIDE = new LinePattern(new Layout(
            Role.REPLY,
            "{reply:reply}",
            PatternParser.parse("{reply:reply}", Map.of(), LayoutLearner.ID),
            null,
            Map.of(),
            Set.of(),
            new Place(LinePattern.INSIDE_REPLY, null, ""),
            List.of()));

    /** The layout as a pattern; with a key, the name of the control connection is a field of it where a line has one. */
    LinePattern pattern(ReplyCatalogue catalogue, @Nullable SessionKey key) {
        String text = before(key) + said;
        List<Shape> shapes = PatternParser.parse(text, words(catalogue), LayoutLearner.ID);
        return new LinePattern(new Layout(role, text, shapes, null, Map.of(), Set.of(), Place.ANYWHERE, List.of()));
    }

    /** Whether nothing tells the server's replies from other lines, such as those of listings and files. */
    boolean isBare() {
        return role == Role.REPLY && context.equals(String.valueOf(Slot.START));
    }

    private String before(@Nullable SessionKey key) {
        String plain = prefix(context);
        if (key == null || Cells.isPlace(context)) {
            return plain;
        }
        int variable = context.indexOf(Slot.VARIABLE);
        if (variable > 0 && context.substring(0, variable).equals(key.left())) {
            return key.pattern() + ANYTHING + literal(context.substring(variable + 1));
        }
        return plain.startsWith(ANYTHING) ? "{?" + key.pattern() + "}" + plain : plain;
    }

    /** What stands left of something, as the beginning of a pattern. */
    static String prefix(String context) {
        if (Cells.isPlace(context)) {
            return Cells.before(context);
        }
        return context.charAt(0) == Slot.START ? tail(context.substring(1)) : behindAnything(context);
    }

    private static String behindAnything(String context) {
        return ANYTHING + behind(context);
    }

    /** What stands directly left of something, as a pattern that follows anything else. */
    static String behind(String context) {
        String tail = tail(context);
        return tail.startsWith(ANYTHING) ? tail.substring(ANYTHING.length()) : tail;
    }

    private static String tail(String context) {
        String[] parts = context.replace(String.valueOf(Slot.START), "").split(String.valueOf(Slot.VARIABLE), -1);
        return Arrays.stream(parts).map(LearntLayout::literal).collect(Collectors.joining(ANYTHING));
    }

    /** Text that stands in a pattern as it is. */
    static String literal(String text) {
        return text.replace("{", "{{").replace("}", "}}");
    }

    /** The lists of texts that the patterns of a learnt format may name. */
    static Map<String, List<String>> words(ReplyCatalogue catalogue) {
        List<String> verbs = catalogue.commands().stream()
                .map(command -> command.verb())
                .filter(verb -> verb.chars().allMatch(Character::isLetterOrDigit))
                .flatMap(verb -> Stream.of(verb, verb.toLowerCase(Locale.ROOT)))
                .toList();
        return Map.of("verbs", verbs);
    }
}
