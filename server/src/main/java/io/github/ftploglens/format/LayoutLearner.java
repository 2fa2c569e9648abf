package io.github.ftploglens.format;

import io.github.ftploglens.format.LinePattern.Layout;
import io.github.ftploglens.format.LinePattern.Place;
import io.github.ftploglens.format.LinePattern.Role;
import io.github.ftploglens.reply.Command;
import io.github.ftploglens.reply.ReplyCatalogue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Learns from a log that has no known format where its reply codes and commands stand: numbers with the same context are one
 * group, and a group whose numbers behave like reply codes is one.
 */
public final class LayoutLearner {
    /** The id of a format that was learnt. */
    static final String ID = "learnt";

    /** What stands further right is text. */
    private static final int LONGEST_LINE = 1_000;

    private static final int MOST_LAYOUTS = 4;

    private final ReplyCatalogue catalogue;
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    /** The verbs that stand in a context and how often, by the context. */
    private final Map<String, Map<String, Integer>> commands = new LinkedHashMap<>();

    private LayoutLearner(ReplyCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The format that the first lines of a log have, or empty when they do not show one. */
    static Optional<LogFormat> learn(ReplyCatalogue catalogue, FormatDetector.Head head, int lines) {
        LayoutLearner learner = new LayoutLearner(catalogue);
        for (int i = 0; i < lines; i++) {
            String line = head.line(i);
            learner.read(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line);
        }
        List<LinePattern> patterns = learner.patterns();
        return patterns.isEmpty()
                ? Optional.empty()
                : Optional.of(new LogFormat(
                        ID,
                        "Layout learnt from the log",
                        "",
                        List.of(),
                        LogFormat.Evidence.DIALOGUE,
                        List.of(),
                        false,
                        false,
                        patterns,
                        List.of()));
    }

    private void read(String line) {
        String verb = "";
        int at = 0;
        while (at < line.length()) {
            if (!Character.isLetterOrDigit(line.charAt(at))) {
                at++;
                continue;
            }
            int end = at;
            while (end < line.length() && Character.isLetterOrDigit(line.charAt(end))) {
                end++;
            }
            String word = line.substring(at, end);
            if (isVerb(word, line, end)) {
                if (verb.isEmpty()) {
                    verb = word;
                    commands.computeIfAbsent(Slot.context(line, at), context -> new HashMap<>())
                            .merge(word, 1, Integer::sum);
                }
            } else if (isNumber(line, at, end)) {
                add(line, at, verb);
            }
            at = end;
        }
    }

    private void add(String line, int column, String verb) {
        String context = Slot.context(line, column);
        String word = context.strip();
        if (catalogue.command(word).isPresent()) {
            return; // an argument: SIZE 550 file.txt
        }
        slots.computeIfAbsent(context, key -> new Slot()).add(catalogue, line, column, verb);
        String general = Slot.withoutWord(context);
        if (!general.isEmpty()) {
            slots.computeIfAbsent(general, key -> new Slot()).add(catalogue, line, column, verb);
        }
    }

    private boolean isVerb(String word, String line, int end) {
        boolean bounded = end == line.length() || " \"'],;\\\t)".indexOf(line.charAt(end)) >= 0;
        return bounded
                && word.length() >= 3
                && word.chars().allMatch(c -> c >= 'A' && c <= 'Z')
                && catalogue.command(word).isPresent();
    }

    /** Three digits that are no part of a larger number, a time, an address, a size or a version. */
    private static boolean isNumber(String line, int at, int end) {
        if (end - at != 3 || !line.substring(at, end).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        char before = at == 0 ? ' ' : line.charAt(at - 1);
        char behind = end == line.length() ? ' ' : line.charAt(end);
        boolean goesOn =
                ".,:".indexOf(behind) >= 0 && end + 1 < line.length() && Character.isDigit(line.charAt(end + 1));
        boolean wentOn = ".,:-_".indexOf(before) >= 0 && at > 1 && Character.isDigit(line.charAt(at - 2));
        return !goesOn && !wentOn;
    }

    private List<LinePattern> patterns() {
        List<LinePattern> patterns = new ArrayList<>();
        for (String context : accepted()) {
            Slot slot = slot(context);
            if (slot.isReply()) {
                String code = slot.hasText() ? "{reply:reply}" : "{code:code}" + slot.follows();
                patterns.add(pattern(Role.REPLY, prefix(context) + code));
            } else {
                String verb = verbContext();
                patterns.add(pattern(
                        Role.RECORD,
                        prefix(verb) + "{verb:verb}" + behindAnything(context) + "{code:code}" + slot.follows()));
            }
        }
        boolean withText = patterns.stream().anyMatch(pattern -> pattern.role() == Role.REPLY);
        String verb = verbContext();
        if (withText && !verb.isEmpty()) {
            // Where commands and replies look alike, only the content tells them from each other.
            boolean alike = accepted().contains(verb);
            patterns.add(
                    alike
                            ? pattern(Role.LINE, prefix(verb) + "{line}")
                            : pattern(Role.COMMAND, prefix(verb) + "{verb=@verbs}{?{:blank}{argument}}"));
        }
        return patterns;
    }

    /** The contexts of the codes, those with the most evidence first; one that another one covers is left out. */
    private List<String> accepted() {
        List<String> found = new ArrayList<>(slots.keySet().stream()
                .filter(context -> slot(context).isReply()
                        || (slot(context).isRecord() && !verbContext().isEmpty()))
                .sorted(Comparator.comparing((String context) -> slot(context).evidence())
                        .thenComparing(context -> slot(context).numbers())
                        .reversed())
                .toList());
        Set<String> covered = new HashSet<>();
        for (String context : found) {
            String general = Slot.withoutWord(context);
            if (found.contains(general)) {
                boolean isAll = slot(context).numbers() * 10 >= slot(general).numbers() * 9;
                covered.add(isAll ? general : context);
            }
        }
        found.removeAll(covered);
        return found.size() > MOST_LAYOUTS ? found.subList(0, MOST_LAYOUTS) : found;
    }

    private Slot slot(String context) {
        return slots.getOrDefault(context, new Slot());
    }

    /**
     * The context in which commands stand; empty when none has enough of them. A list of features or of commands has many
     * verbs too, but a session begins with USER.
     */
    private String verbContext() {
        Comparator<Map.Entry<String, Map<String, Integer>>> likelihood =
                Comparator.comparing(entry -> entry.getValue().containsKey("USER"));
        return commands.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= 4)
                .max(likelihood.thenComparing(entry -> entry.getValue().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** What stands left of a code, as the beginning of a pattern. */
    private static String prefix(String context) {
        if (context.charAt(0) == Slot.START) {
            return tail(context.substring(1));
        }
        return behindAnything(context);
    }

    /** What stands directly left of something, behind anything else. */
    private static String behindAnything(String context) {
        String tail = tail(context);
        return tail.startsWith("{_}") ? tail : "{_}" + tail;
    }

    private static String tail(String context) {
        String[] parts = context.replace(String.valueOf(Slot.START), "").split(String.valueOf(Slot.VARIABLE), -1);
        return Arrays.stream(parts).map(LayoutLearner::literal).collect(Collectors.joining("{_}"));
    }

    /** Text that stands in a pattern as it is. */
    static String literal(String text) {
        return text.replace("{", "{{").replace("}", "}}");
    }

    /** The lists of texts that the patterns of a learnt format may name. */
    public static Map<String, List<String>> words(ReplyCatalogue catalogue) {
        List<String> verbs = catalogue.commands().stream()
                .map(Command::verb)
                .filter(verb -> verb.chars().allMatch(Character::isLetterOrDigit))
                .toList();
        return Map.of("verbs", verbs);
    }

    private LinePattern pattern(Role role, String text) {
        List<Shape> shapes = PatternParser.parse(text, words(catalogue), ID);
        return new LinePattern(new Layout(role, text, shapes, null, Map.of(), Set.of(), Place.ANYWHERE, List.of()));
    }
}
