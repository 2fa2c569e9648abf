package io.github.ftploglens.feature;

import io.github.ftploglens.reply.Key;
import io.github.ftploglens.reply.Reply;
import io.github.ftploglens.reply.ReplyCatalogue;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.reply.Source;
import io.github.ftploglens.reply.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the language files say of one reply code, in reply to one command; of a code without facts, what its digits say. */
final class Phrases {
    private final Wording words;
    private final ReplyCode code;
    private final Optional<Reply> reply;
    private final Optional<Reply.Meaning> meaning;

    private Phrases(Wording words, ReplyCode code, Optional<Reply> reply, Optional<Reply.Meaning> meaning) {
        this.words = words;
        this.code = code;
        this.reply = reply;
        this.meaning = meaning;
    }

    /**
     * The phrases for a code.
     *
     * @param verb the command that it answers, or empty
     */
    static Phrases of(Knowledge knowledge, ReplyCode code, String verb) {
        ReplyCatalogue catalogue = knowledge.catalogue();
        Optional<Reply> reply = catalogue.reply(code);
        Optional<Reply.Meaning> meaning = reply.flatMap(known -> known.meaningFor(catalogue.canonical(verb)));
        return new Phrases(knowledge.words(), code, reply, meaning);
    }

    /** The phrases for one of the meanings of the code. */
    Phrases as(Reply.Meaning other) {
        return new Phrases(words, code, reply, Optional.of(other));
    }

    ReplyCode code() {
        return code;
    }

    Optional<Reply> reply() {
        return reply;
    }

    String name() {
        return reply.isPresent() ? text("name") : words.get("unknown.name");
    }

    String description() {
        return reply.isPresent() ? text("description") : digits();
    }

    String when() {
        return text("when");
    }

    String fix() {
        return text("fix");
    }

    String cause() {
        return text("cause");
    }

    String action() {
        return text("action");
    }

    /** A clause without a capital and a full stop, for a table or a message. */
    String brief() {
        return reply.isPresent()
                ? text("brief")
                : words.get("unknown.brief." + code.kind().key());
    }

    /** What defines the code, or the rule for codes that nothing defines. */
    Source definedIn() {
        return meaning.map(Reply.Meaning::definedIn)
                .or(() -> reply.map(Reply::definedIn))
                .orElse(Source.rfc(959, "4.2"));
    }

    /** A sentence or a cell whose key ends with the value of a fact. */
    String of(String key, Enum<?> fact) {
        return of(key + "." + Key.of(fact));
    }

    String of(String key) {
        return words.get(key, Map.of("code", code));
    }

    private String text(String part) {
        String prefix = "reply." + code + ".";
        return reply.isEmpty()
                ? words.get("unknown." + part)
                : meaning.map(one -> prefix + one.id() + ".")
                        .flatMap(special -> words.find(special + part))
                        .orElseGet(() -> words.get(prefix + part));
    }

    private String digits() {
        return sentences(words, of("unknown.description", code.kind()), of("unknown.function", code.function()));
    }

    /** The sentences one after the other. */
    static String sentences(Wording words, String... sentences) {
        return String.join(words.get("list.sentence"), sentences);
    }

    /** The phrases joined as the language joins them: {@code a, b and c}. */
    static String list(Wording words, List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        String comma = words.get("list.comma");
        return words.get(
                "list.and",
                Map.of(
                        "others",
                        String.join(comma, items.subList(0, items.size() - 1)),
                        "last",
                        items.get(items.size() - 1)));
    }
}
