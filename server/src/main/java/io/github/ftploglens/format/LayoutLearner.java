package io.github.ftploglens.format;

import io.github.ftploglens.format.LinePattern.Role;
import io.github.ftploglens.reply.ReplyCatalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    private static final int MOST_READINGS = 6;

    private final ReplyCatalogue catalogue;
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    /** The places of verbs, by their contexts. */
    private final Map<String, VerbSlot> commands = new LinkedHashMap<>();

    /** The cells of its lines, when they are rows. */
    private final @Nullable Cells cells;

    private String lastVerb = "";

    private LayoutLearner(ReplyCatalogue catalogue, @Nullable Cells cells) {
        this.catalogue = catalogue;
        this.cells = cells;
    }

    /** The format that the first lines of a log have, or empty when they do not show one. */
    static Optional<LogFormat> learn(ReplyCatalogue catalogue, Head head) {
        return read(catalogue, head).readings().stream()
                .map(layouts -> LearntReading.of(catalogue, layouts, head))
                .max(Comparator.comparing(LearntReading::score))
                .map(LearntReading::format);
    }

    private static LayoutLearner read(ReplyCatalogue catalogue, Head head) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < head.count(); i++) {
            String line = Inner.visible(head.line(i)).text();
            lines.add(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line);
        }
        LayoutLearner learner = new LayoutLearner(catalogue, Cells.of(lines));
        lines.forEach(learner::read);
        return learner;
    }

    /**
     * Where the numbers of three digits stand that look most like reply codes, in a log from which nothing was learnt.
     *
     * @param place what stands left of them, as the beginning of a pattern
     * @param numbers how many they are
     * @param evidence how much they look like codes; {@code enough} is what it takes
     */
    public record Candidate(String place, int numbers, long evidence, long enough) {}

    /** The best candidate in the first lines of a log, or empty when there is none that is frequent enough. */
    public static Optional<Candidate> best(ReplyCatalogue catalogue, Head head) {
        LayoutLearner learner = read(catalogue, head);
        return learner.slots.entrySet().stream()
                .map(slot -> new Candidate(
                        LearntLayout.prefix(slot.getKey()),
                        slot.getValue().numbers(),
                        Math.round(slot.getValue().evidence(catalogue)),
                        Math.round(Slot.ENOUGH)))
                .filter(candidate -> candidate.evidence > Long.MIN_VALUE)
                .max(Comparator.comparing(Candidate::evidence).thenComparing(Candidate::numbers));
    }

    private void read(String line) {
        String verb = "";
        String before = lastVerb;
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
                add(line, at, end, Slot.context(line, at));
                verb = verb.isEmpty() && Character.isUpperCase(word.charAt(0)) ? word : verb;
            } else if (isNumber(line, at, end)) {
                add(line, at, verb, before);
            }
            at = end;
        }
        lastVerb = verb.isEmpty() ? before : verb;
    }

    private void add(String line, int start, int end, String context) {
        commands.computeIfAbsent(context, VerbSlot::new).add(line, start, end);
        for (String general : generals(line, start, context)) {
            commands.computeIfAbsent(general, VerbSlot::new).add(line, start, end);
        }
    }

    /** What the place is called when the words left of it are left out. */
    private List<String> generals(String line, int column, String context) {
        String place = cells == null ? "" : cells.place(line, column);
        return Stream.of(Slot.withoutWord(context), place)
                .filter(general -> !general.isEmpty())
                .toList();
    }

    private void add(String line, int column, String verb, String before) {
        String context = Slot.context(line, column);
        String word = context.strip();
        if (catalogue.command(word).isPresent()) {
            return; // an argument: SIZE 550 file.txt
        }
        slots.computeIfAbsent(context, key -> new Slot()).add(catalogue, line, column, verb, before);
        for (String general : generals(line, column, context)) {
            slots.computeIfAbsent(general, key -> new Slot()).add(catalogue, line, column, verb, before);
        }
    }

    private boolean isVerb(String word, String line, int end) {
        boolean bounded = end == line.length()
                || " \"'],;\\\t)".indexOf(line.charAt(end)) >= 0
                || (cells != null && cells.delimiter() == line.charAt(end));
        return bounded
                && word.length() >= 3
                && (word.chars().allMatch(c -> c >= 'A' && c <= 'Z')
                        || word.chars().allMatch(c -> c >= 'a' && c <= 'z'))
                && catalogue.command(word).isPresent();
    }

    /** Three digits that are no part of a larger number, a time, an address, a size or a version. */
    private boolean isNumber(String line, int at, int end) {
        if (end - at != 3 || !line.substring(at, end).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        char before = at == 0 ? ' ' : line.charAt(at - 1);
        char behind = end == line.length() ? ' ' : line.charAt(end);
        boolean goesOn = isInside(".,:", behind) && end + 1 < line.length() && Character.isDigit(line.charAt(end + 1));
        boolean wentOn = isInside(".,:-_", before) && at > 1 && Character.isDigit(line.charAt(at - 2));
        return !goesOn && !wentOn;
    }

    /** Whether the character is one of those inside numbers, and does not stand between cells. */
    private boolean isInside(String signs, char c) {
        return signs.indexOf(c) >= 0 && (cells == null || cells.delimiter() != c);
    }

    /** The ways in which the log may be read: where its replies stand, and with each of them where its commands may. */
    private List<List<LearntLayout>> readings() {
        List<String> accepted = accepted();
        if (accepted.isEmpty()) {
            return List.of();
        }
        List<LearntLayout> replies = accepted.stream()
                .filter(context -> slot(context).isReply(catalogue))
                .map(context ->
                        new LearntLayout(Role.REPLY, context, slot(context).reply()))
                .toList();
        List<List<LearntLayout>> readings = new ArrayList<>();
        if (!replies.isEmpty()) {
            readings.add(replies);
        }
        for (VerbSlot verbs : likeliestCommands()) {
            List<LearntLayout> records = accepted.stream()
                    .flatMap(context -> verbs.record(context, slot(context)).stream())
                    .toList();
            readings.add(joined(records, replies));
            if (!replies.isEmpty()) {
                readings.add(joined(replies, List.of(verbs.command(accepted))));
            }
        }
        return readings;
    }

    private static List<LearntLayout> joined(List<LearntLayout> first, List<LearntLayout> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    /** The contexts of the codes, those with the most evidence first; one that another one covers is left out. */
    private List<String> accepted() {
        Map<String, Double> evidence = new LinkedHashMap<>();
        slots.forEach((context, slot) -> {
            double sum = slot.evidence(catalogue);
            if (Slot.isEnough(sum)) {
                evidence.put(context, sum);
            }
        });
        List<String> found = new ArrayList<>(evidence.keySet());
        found.sort(Comparator.comparing((String context) -> evidence.getOrDefault(context, 0.0))
                .thenComparing(context -> slot(context).numbers())
                .reversed());
        Set<String> covered = new HashSet<>();
        for (String context : found) {
            String general = Slot.withoutWord(context);
            if (found.contains(general)) {
                boolean isAll = slot(context).numbers() * 10 >= slot(general).numbers() * 9;
                covered.add(isAll ? general : context);
            }
        }
        found.removeAll(covered);
        boolean isTable = found.stream().anyMatch(place -> Cells.isPlace(place) && !isToldOtherwise(place, found));
        found.removeIf(context -> Cells.isPlace(context) != isTable);
        return found.size() > MOST_LAYOUTS ? found.subList(0, MOST_LAYOUTS) : found;
    }

    /** Whether what stands left of nearly all numbers in the cell tells where they are, too. */
    private boolean isToldOtherwise(String place, List<String> found) {
        return found.stream()
                .filter(context -> !Cells.isPlace(context))
                .anyMatch(context -> slot(context).numbers() * 10 >= slot(place).numbers() * 9);
    }

    private Slot slot(String context) {
        return slots.getOrDefault(context, new Slot());
    }

    /** Where commands may stand, the likeliest first. A list of features has many verbs too, but a session begins with USER. */
    private List<VerbSlot> likeliestCommands() {
        return commands.values().stream()
                .sorted(Comparator.comparing((VerbSlot slot) -> slot.verbs().contains("USER"))
                        .thenComparing(VerbSlot::count)
                        .reversed())
                .limit(MOST_READINGS)
                .toList();
    }

    /** The lists of texts that the patterns of a learnt format may name. */
    public static Map<String, List<String>> words(ReplyCatalogue catalogue) {
        return LearntLayout.words(catalogue);
    }
}
