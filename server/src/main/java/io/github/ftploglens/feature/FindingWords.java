package io.github.ftploglens.feature;

import io.github.ftploglens.feature.Failure.Announcement;
import io.github.ftploglens.feature.Failure.Asked;
import io.github.ftploglens.feature.Failure.Burst;
import io.github.ftploglens.feature.Failure.Place;
import io.github.ftploglens.feature.Finding.Related;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.Wording;
import io.github.ftploglens.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what was found: what failed, why, and what to do. */
final class FindingWords {
    private final Wording words;
    private final Failure failure;
    private final Phrases phrases;
    /** What is known of the server's text. */
    private final Optional<ServerHints.Known> hint;
    /** The command as it may be shown, or empty. */
    private final String command;

    private FindingWords(Knowledge knowledge, Failure failure) {
        this.words = knowledge.words();
        this.failure = failure;
        this.phrases = Phrases.of(knowledge, failure.code(), failure.asked().verb());
        this.hint = ServerHints.of(knowledge, failure.code(), failure.said(), failure.server());
        this.command =
                Printable.of(Secrets.mask(knowledge.catalogue(), failure.asked().command()));
    }

    /** The finding in the words of the reader. */
    static Finding of(Knowledge knowledge, Failure failure) {
        FindingWords finding = new FindingWords(knowledge, failure);
        Burst burst = failure.burst();
        return new Finding(
                failure.kind(),
                failure.line(),
                failure.mark().span(),
                failure.severity(),
                failure.code(),
                finding.message(),
                finding.phrases.definedIn().address(),
                burst == null ? 1 : burst.count(),
                finding.related());
    }

    private String message() {
        Burst burst = failure.burst();
        return switch (failure.kind()) {
            case FAILURE, BURST, MORE ->
                burst == null ? failed() : new BurstWords(words, failure, burst, phrases, hint).message();
            case UNFINISHED -> outOfOrder("finding.unfinished");
            case UNEXPECTED -> outOfOrder("finding.unexpected");
            case STRAY -> outOfOrder("finding.stray");
        };
    }

    private String failed() {
        String key = command.isEmpty() ? "finding.alone" : "finding.answer";
        Map<String, Object> values = new HashMap<>();
        values.put("code", failure.code());
        values.put("command", command);
        values.put("brief", brief());
        values.put("action", phrases.action());
        hint.ifPresent(known -> {
            values.put("server", known.server());
            values.put("fix", known.fix().replace("`", ""));
        });
        String message = words.get(hint.isPresent() ? key + ".hint" : key, values);
        Place recovery = failure.recovery();
        return recovery == null ? message : Phrases.sentences(words, message, recovered(recovery));
    }

    /** What the code means; of a transfer that had begun, also that. */
    private String brief() {
        Announcement begun = failure.asked().announced();
        return begun == null
                ? phrases.brief()
                : words.get(
                        "finding.announced",
                        Map.of(
                                "brief", phrases.brief(),
                                "line", begun.line() + 1,
                                "code", begun.mark().code()));
    }

    private String recovered(Place recovery) {
        return words.get("finding.recovered." + failure.asked().purpose().key(), Map.of("line", recovery.line() + 1));
    }

    private String outOfOrder(String key) {
        Place sign = failure.sign();
        return words.get(
                key,
                Map.of(
                        "code",
                        failure.code(),
                        "command",
                        command,
                        "verb",
                        failure.asked().verb(),
                        "line",
                        sign == null ? 0 : sign.line() + 1));
    }

    private List<Related> related() {
        List<Related> related = new ArrayList<>();
        Asked asked = failure.asked();
        if (asked.line() != ScannedLine.NONE && asked.line() != failure.line()) {
            String message = words.get(
                    failure.sign() == null && failure.code().kind().isNegative() ? "finding.command" : "finding.asked",
                    Map.of("command", command));
            related.add(new Related(Related.Role.COMMAND, asked.line(), new Span(0, asked.length()), message));
        }
        Place sign = failure.sign();
        if (sign != null) {
            related.add(new Related(Related.Role.SIGN, sign.line(), sign.span(), words.get("finding.sign")));
        }
        Burst burst = failure.burst();
        if (burst != null) {
            String message = words.get("burst.last", Map.of("count", burst.count()));
            related.add(new Related(Related.Role.LAST, burst.lastLine(), burst.lastSpan(), message));
        }
        Place recovery = failure.recovery();
        if (recovery != null) {
            String message = words.get("finding.recovery", Map.of("line", recovery.line() + 1));
            related.add(new Related(Related.Role.RECOVERY, recovery.line(), recovery.span(), message));
        }
        return related;
    }
}
