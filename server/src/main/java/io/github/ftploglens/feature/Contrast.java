package io.github.ftploglens.feature;

import io.github.ftploglens.reply.Key;
import io.github.ftploglens.reply.Reply;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.reply.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** In what two codes differ and what they have in common, in whole sentences, computed from the facts about them. */
final class Contrast {
    private final Wording words;
    private final Phrases first;
    private final Phrases second;
    private final List<List<Inline>> differences = new ArrayList<>();
    private final List<List<Inline>> common = new ArrayList<>();

    Contrast(Wording words, Phrases first, Phrases second) {
        this.words = words;
        this.first = first;
        this.second = second;
        if (first.code().kind() != second.code().kind()) {
            compare("kind", ReplyCode::kind);
        }
        compare("function", ReplyCode::function);
        if (first.reply().isPresent() && second.reply().isPresent()) {
            Reply one = first.reply().get();
            Reply other = second.reply().get();
            compareFacts("control", one.control(), other.control());
            compareFacts("data", one.data(), other.data());
            compareCommands(one, other);
            compareFacts("place", one.place(), other.place());
            if (one.retry() != other.retry()) {
                compareFacts("retry", one.retry(), other.retry());
            }
        }
        differ(cause(first), cause(second));
    }

    /** Two sentences for each fact that differs. */
    List<List<Inline>> differences() {
        return List.copyOf(differences);
    }

    /** A sentence for each fact that does not. */
    List<List<Inline>> common() {
        return List.copyOf(common);
    }

    private void compare(String fact, Function<ReplyCode, Enum<?>> of) {
        compareFacts(fact, of.apply(first.code()), of.apply(second.code()));
    }

    private void compareFacts(String fact, Enum<?> one, Enum<?> other) {
        if (one.equals(other)) {
            // Not worth a sentence: most replies leave the connections alone.
            if (one != Reply.Data.NONE && one != Reply.Control.OPEN && one != Reply.Place.ANY) {
                common.add(Inline.prose(words.get("common." + fact + "." + Key.of(one))));
            }
        } else {
            differ(first.of("fact." + fact, one), second.of("fact." + fact, other));
        }
    }

    private void compareCommands(Reply one, Reply other) {
        boolean known = !one.commands().isEmpty() && !other.commands().isEmpty();
        if (known && !one.commands().equals(other.commands())) {
            differ(commands(first, one), commands(second, other));
        }
        Set<String> both = new HashSet<>(one.commands());
        both.retainAll(other.commands());
        String shared = Facts.verbs(words, both);
        if (!shared.isEmpty()) {
            common.add(Inline.prose(words.get("common.commands", Map.of("commands", shared))));
        }
    }

    private String commands(Phrases code, Reply reply) {
        String verbs = Facts.verbs(words, reply.commands());
        String key = "fact.commands";
        if (reply.commands().contains(Reply.ANY_COMMAND)) {
            key = "fact.commands.any";
        } else if (reply.commands().contains(Reply.GREETING)) {
            key = verbs.isEmpty() ? "fact.commands.greeting" : "fact.commands.greeting.also";
        }
        return words.get(key, Map.of("code", code.code(), "commands", verbs));
    }

    private String cause(Phrases code) {
        return words.get("fact.cause", Map.of("code", code.code(), "cause", code.cause()));
    }

    private void differ(String one, String other) {
        differences.add(Inline.prose(Phrases.sentences(words, one, other)));
    }
}
