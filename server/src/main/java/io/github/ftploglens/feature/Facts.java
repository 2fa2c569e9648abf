package io.github.ftploglens.feature;

import io.github.ftploglens.reply.Key;
import io.github.ftploglens.reply.Reply;
import io.github.ftploglens.reply.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The facts about codes side by side. */
final class Facts {
    /** More commands than these nobody reads. */
    private static final int MOST_COMMANDS = 8;

    /** Stands in a cell of which nothing is known. */
    private static final String NOTHING = "–";

    private Facts() {}

    /** A table with a column for each code. */
    static List<List<List<Inline>>> table(Knowledge knowledge, List<Phrases> codes) {
        Wording words = knowledge.words();
        Table table = new Table(words, codes);
        table.row("row.outcome", code -> words.get("kind." + code.code().kind().key()));
        table.row(
                "row.subject",
                code -> words.get("function." + code.code().function().key()));
        table.fact("row.awaits", code -> words.get(cell("awaits", code.awaits())));
        table.fact("row.control", code -> words.get(cell("control", code.control())));
        table.fact("row.data", code -> words.get(cell("data", code.data())));
        table.fact("row.commands", reply -> commands(words, reply));
        table.row("row.cause", Phrases::cause);
        table.row("row.action", Phrases::action);
        table.fact("row.retry", code -> words.get(cell("retry", code.retry())));
        table.fact("row.place", code -> words.get(cell("place", code.place())));
        table.row("row.defined", code -> code.definedIn().toString());
        return List.copyOf(table.rows);
    }

    /** The rows that a reader of a log needs first. */
    static List<List<List<Inline>>> brief(Knowledge knowledge, List<Phrases> codes) {
        Wording words = knowledge.words();
        Table table = new Table(words, codes);
        table.row("row.outcome", Phrases::brief);
        table.fact("row.data", code -> words.get(cell("data", code.data())));
        table.row("row.action", Phrases::action);
        return List.copyOf(table.rows);
    }

    /** The commands that may get the reply, as a list of words. */
    static String commands(Wording words, Reply reply) {
        if (reply.commands().contains(Reply.ANY_COMMAND)) {
            return words.get("cell.commands.any");
        }
        List<String> parts = new ArrayList<>();
        if (reply.commands().contains(Reply.GREETING)) {
            parts.add(words.get("cell.commands.greeting"));
        }
        String verbs = verbs(words, reply.commands());
        if (!verbs.isEmpty()) {
            parts.add(verbs);
        }
        return parts.isEmpty() ? NOTHING : String.join(words.get("list.comma"), parts);
    }

    /** The verbs in alphabetical order, as many as a reader takes in: {@code a, b and c}, or {@code a, b and others}. */
    static String verbs(Wording words, Set<String> commands) {
        List<String> verbs = commands.stream()
                .filter(verb -> !verb.equals(Reply.GREETING) && !verb.equals(Reply.ANY_COMMAND))
                .sorted()
                .toList();
        if (verbs.size() <= MOST_COMMANDS) {
            return Phrases.list(words, verbs);
        }
        String first = String.join(words.get("list.comma"), verbs.subList(0, MOST_COMMANDS));
        return words.get("list.others", Map.of("items", first));
    }

    private static String cell(String fact, Enum<?> value) {
        return "cell." + fact + "." + Key.of(value);
    }

    private static final class Table {
        private final Wording words;
        private final List<Phrases> codes;
        private final List<List<List<Inline>>> rows = new ArrayList<>();

        Table(Wording words, List<Phrases> codes) {
            this.words = words;
            this.codes = codes;
            List<List<Inline>> head = new ArrayList<>();
            head.add(List.of());
            codes.forEach(code -> head.add(List.of(new Inline.Text(code.code().toString()))));
            rows.add(List.copyOf(head));
        }

        void row(String key, Function<Phrases, String> cell) {
            List<List<Inline>> row = new ArrayList<>();
            row.add(Inline.prose(words.get(key)));
            codes.forEach(code -> row.add(Inline.prose(cell.apply(code))));
            rows.add(List.copyOf(row));
        }

        /** A row that codes without facts leave empty; none at all when all of them do. */
        void fact(String key, Function<Reply, String> cell) {
            if (codes.stream().anyMatch(code -> code.reply().isPresent())) {
                row(key, code -> code.reply().map(cell).orElse(NOTHING));
            }
        }
    }
}
