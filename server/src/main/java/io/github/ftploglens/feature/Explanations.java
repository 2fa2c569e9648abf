package io.github.ftploglens.feature;

import io.github.ftploglens.reply.Reply;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.reply.Source;
import io.github.ftploglens.reply.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Explains a reply code. */
public final class Explanations {
    private Explanations() {}

    /**
     * All there is to say of a code.
     *
     * @param verb the command that it answers, or empty: some codes mean different things to different commands
     */
    public static Page of(Knowledge knowledge, ReplyCode code, String verb) {
        Wording words = knowledge.words();
        Phrases phrases = Phrases.of(knowledge, code, verb);
        Page.Builder page = new Page.Builder();
        page.heading(1, words.get("title.explain", Map.of("code", code, "name", phrases.name())));
        page.paragraph(kind(knowledge, code));
        phrases.reply()
                .filter(reply -> reply.status() != Reply.Status.STANDARD)
                .ifPresent(reply -> page.prose(phrases.of("status", reply.status())));
        sections(page, words, phrases, 2);
        phrases.reply().ifPresent(reply -> {
            if (verb.isEmpty()) {
                meanings(page, knowledge, phrases, reply);
            }
            page.heading(2, words.get("heading.retry"));
            page.prose(phrases.of("retry", reply.retry()));
            page.heading(2, words.get("heading.glance"));
            page.table(Facts.table(knowledge, List.of(phrases)));
            page.heading(2, words.get("heading.related"));
            page.points(reply.related().stream()
                    .map(other -> List.<Inline>of(Comparisons.link(knowledge, code, other)))
                    .toList());
        });
        friends(page, words, code);
        page.heading(2, words.get("heading.more"));
        page.points(List.of(List.of(link(knowledge, phrases))));
        return page.build();
    }

    /**
     * What there is to say of a number that may be no reply code at all.
     *
     * @return empty when it is neither a possible reply code nor a number that FTP logs are known to hold
     */
    public static Optional<Page> of(Knowledge knowledge, String number, String verb) {
        ReplyCode code = ReplyCode.parse(number);
        if (code != null) {
            return Optional.of(of(knowledge, code, verb));
        }
        Wording words = knowledge.words();
        String key = "other." + number + ".";
        return words.find(key + "name")
                .map(name -> new Page.Builder()
                        .heading(1, words.get("title.other", Map.of("number", number, "name", name)))
                        .prose(words.get(key + "description"))
                        .heading(2, words.get("heading.fix"))
                        .prose(words.get(key + "fix"))
                        .build());
    }

    /** What other protocols mean by the same number. */
    private static void friends(Page.Builder page, Wording words, ReplyCode code) {
        List<List<Inline>> friends = new ArrayList<>();
        for (String protocol : List.of("HTTP", "SMTP")) {
            words.find("friend." + protocol + "." + code).ifPresent(sentence -> friends.add(Inline.prose(sentence)));
        }
        if (!friends.isEmpty()) {
            page.heading(2, words.get("heading.friends")).points(friends);
        }
    }

    /** The name of the code's kind, what that means for the caller, and the subject of the code. */
    static List<Inline> kind(Knowledge knowledge, ReplyCode code) {
        Wording words = knowledge.words();
        String kind = "kind." + code.kind().key();
        return List.of(
                new Inline.Strong(words.get(kind)),
                new Inline.Text(words.get(
                        "kind.detail",
                        Map.of(
                                "means",
                                words.get(kind + ".means"),
                                "function",
                                words.get("function." + code.function().key())))));
    }

    /** Description, when you see it, how to fix. */
    static void sections(Page.Builder page, Wording words, Phrases phrases, int level) {
        page.heading(level, words.get("heading.description")).prose(phrases.description());
        page.heading(level, words.get("heading.when")).prose(phrases.when());
        page.heading(level, words.get("heading.fix")).prose(phrases.fix());
    }

    static Inline link(Knowledge knowledge, Phrases phrases) {
        String text =
                knowledge.words().get("link.section", Map.of("code", phrases.code(), "section", phrases.definedIn()));
        return link(text, phrases.definedIn());
    }

    /** The words, leading to the source where it has an address. */
    static Inline link(String words, Source source) {
        return source.address().isEmpty() ? new Inline.Text(words) : new Inline.Link(words, source.address());
    }

    private static void meanings(Page.Builder page, Knowledge knowledge, Phrases phrases, Reply reply) {
        if (reply.meanings().isEmpty()) {
            return;
        }
        page.heading(2, knowledge.words().get("heading.meanings"));
        List<List<Inline>> points = new ArrayList<>();
        for (Reply.Meaning meaning : reply.meanings()) {
            Phrases special = phrases.as(meaning);
            String commands = meaning.commands().stream()
                    .sorted()
                    .map(verb -> "`" + verb + "`")
                    .collect(Collectors.joining(knowledge.words().get("list.comma")));
            List<Inline> point = new ArrayList<>(Inline.prose(commands + " · "));
            point.add(new Inline.Strong(special.name()));
            point.addAll(Inline.prose(" · " + special.description()));
            points.add(List.copyOf(point));
        }
        page.points(points);
    }
}
