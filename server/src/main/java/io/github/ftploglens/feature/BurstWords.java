package io.github.ftploglens.feature;

import io.github.ftploglens.feature.Failure.Burst;
import io.github.ftploglens.feature.Failure.Place;
import io.github.ftploglens.reply.Reply;
import io.github.ftploglens.reply.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what is behind many failures of one kind: how many, whose, where, when; why, and what to do. */
final class BurstWords {
    private final Wording words;
    private final Failure first;
    private final Burst all;
    private final Phrases phrases;
    private final Optional<ServerHints.Known> hint;

    BurstWords(Wording words, Failure first, Burst all, Phrases phrases, Optional<ServerHints.Known> hint) {
        this.words = words;
        this.first = first;
        this.all = all;
        this.phrases = phrases;
        this.hint = hint;
    }

    String message() {
        boolean isLogin = first.asked().purpose().isLogin();
        String guessing = guessing();
        Map<String, String> values = Map.of(
                "facts", String.join(words.get("list.comma"), facts()),
                "cause",
                        isLogin ? words.get(guessing) : words.find(key("cause")).orElseGet(phrases::cause),
                "action",
                        isLogin
                                ? words.find(guessing + ".action").orElseGet(() -> words.get("burst.login.action"))
                                : words.find(key("action")).orElseGet(phrases::action),
                "server", hint.map(ServerHints.Known::server).orElse(""),
                "fix", hint.map(known -> known.fix().replace("`", "")).orElse(""));
        String message = words.get(hint.isPresent() && !isLogin ? "burst.hint" : "burst", values);
        return recovered()
                .map(sentence -> Phrases.sentences(words, message, sentence))
                .orElse(message);
    }

    private String key(String part) {
        return "burst." + first.code() + "." + part;
    }

    /** The key of the words that say who it may be. */
    private String guessing() {
        if (all.clients().size() > 1) {
            return "burst.login.clients";
        }
        return switch (all.users().size()) {
            case 0 -> "burst.login.unknown";
            case 1 -> "burst.login.one";
            default -> "burst.login.many";
        };
    }

    private List<String> facts() {
        List<String> facts = new ArrayList<>();
        boolean isForAll = phrases.reply().map(Reply::scope).orElse(Reply.Scope.REQUEST) == Reply.Scope.SERVER;
        String verb = isForAll || first.asked().purpose().isLogin()
                ? ""
                : Printable.of(first.asked().verb());
        facts.add(
                verb.isEmpty()
                        ? words.get("burst.count", Map.of("code", first.code(), "count", all.count()))
                        : words.get(
                                "burst.count.verb", Map.of("code", first.code(), "count", all.count(), "verb", verb)));
        if (all.clients().size() > 1) {
            String more = all.clients().size() >= Burst.MOST_CLIENTS ? "+" : "";
            facts.add(words.get("burst.clients", Map.of("count", all.clients().size() + more)));
        } else if (!first.party().client().isEmpty()) {
            facts.add(words.get(
                    "burst.client",
                    Map.of("client", Printable.of(Secrets.mask(first.party().client())))));
        }
        facts.add(words.get("burst.lines", Map.of("first", first.line() + 1, "last", all.lastLine() + 1)));
        Elapsed.times(words, first.time(), all.lastTime()).ifPresent(facts::add);
        return facts;
    }

    /** What came of it in the end: a login that fits is what a guesser wants, and else nothing to worry about. */
    private Optional<String> recovered() {
        Place success = first.recovery();
        if (success == null) {
            return Optional.empty();
        }
        return Optional.of(
                first.asked().purpose().isLogin()
                        ? words.get("burst.login.success", Map.of("line", success.line() + 1))
                        : words.get("burst.recovered", Map.of("count", all.recovered())));
    }
}
