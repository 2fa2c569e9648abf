package io.github.ftploglens.feature;

import io.github.ftploglens.reply.Reply;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.reply.Wording;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Compares reply codes. */
public final class Comparisons {
    /** How many other comparisons a comparison leads to. */
    private static final int MOST_RELATED = 6;

    private Comparisons() {}

    /**
     * A comparison of two codes; one code gets its explanation, more than two get one table.
     *
     * @param codes at least one; a code that stands there twice counts once
     */
    public static Page of(Knowledge knowledge, List<ReplyCode> codes) {
        List<ReplyCode> different = List.copyOf(new LinkedHashSet<>(codes));
        return switch (different.size()) {
            case 1 -> Explanations.of(knowledge, different.get(0), "");
            case 2 ->
                pair(
                        knowledge,
                        Phrases.of(knowledge, different.get(0), ""),
                        Phrases.of(knowledge, different.get(1), ""));
            default -> table(knowledge, different);
        };
    }

    /** What leads to the comparison of the two. */
    static Inline link(Knowledge knowledge, ReplyCode first, ReplyCode second) {
        String text = knowledge.words().get("compare.with", Map.of("first", first, "second", second));
        return new Inline.Reference(text, List.of(first, second));
    }

    /** What two replies to one command say, and what to do: their note where there is one, then each by itself. */
    static List<List<Inline>> contrast(Knowledge knowledge, String verb, ReplyCode first, ReplyCode second) {
        List<List<Inline>> points = new ArrayList<>();
        boolean inOrder = first.compareTo(second) < 0;
        knowledge
                .words()
                .find("pair." + (inOrder ? first : second) + "." + (inOrder ? second : first))
                .ifPresent(note -> points.add(Inline.prose(note)));
        points.add(advice(knowledge, Phrases.of(knowledge, first, verb)));
        points.add(advice(knowledge, Phrases.of(knowledge, second, verb)));
        return points;
    }

    /** What a reply says, and when it is a failure how to fix it. */
    static List<Inline> advice(Knowledge knowledge, Phrases code) {
        Wording words = knowledge.words();
        List<Inline> advice = new ArrayList<>();
        advice.add(new Inline.Strong(code.code() + " " + code.name()));
        advice.add(new Inline.Text(" · "));
        advice.addAll(Inline.prose(code.description()));
        if (code.code().kind().isNegative()) {
            advice.add(new Inline.Text(words.get("list.sentence")));
            advice.add(new Inline.Strong(words.get("heading.fix")));
            advice.add(new Inline.Text(" · "));
            advice.addAll(Inline.prose(code.fix()));
        }
        return advice;
    }

    private static Page pair(Knowledge knowledge, Phrases first, Phrases second) {
        Wording words = knowledge.words();
        Page.Builder page = new Page.Builder();
        page.heading(
                1,
                words.get(
                        "title.compare",
                        Map.of(
                                "first", first.code(),
                                "firstName", first.name(),
                                "second", second.code(),
                                "secondName", second.name())));
        introduction(page, words, first, second);
        page.heading(2, words.get("heading.glance"));
        page.table(Facts.table(knowledge, List.of(first, second)));
        for (Phrases code : List.of(first, second)) {
            page.heading(2, words.get("title.explain", Map.of("code", code.code(), "name", code.name())));
            Explanations.sections(page, words, code, 3);
        }
        Contrast contrast = new Contrast(words, first, second);
        page.heading(2, words.get("heading.differences"));
        page.points(contrast.differences());
        if (!contrast.common().isEmpty()) {
            page.heading(2, words.get("heading.common"));
            page.points(contrast.common());
        }
        page.heading(2, words.get("heading.which"));
        page.points(List.of(which(words, first), which(words, second)));
        related(page, knowledge, first, second);
        page.heading(2, words.get("heading.more"));
        page.points(
                List.of(List.of(Explanations.link(knowledge, first)), List.of(Explanations.link(knowledge, second))));
        return page.build();
    }

    private static void introduction(Page.Builder page, Wording words, Phrases first, Phrases second) {
        boolean inOrder = first.code().compareTo(second.code()) < 0;
        Phrases lower = inOrder ? first : second;
        Phrases higher = inOrder ? second : first;
        if (first.code().kind() == second.code().kind()) {
            page.prose(words.get("common.kind." + first.code().kind().key()));
        }
        Optional<String> note = words.find("pair." + lower.code() + "." + higher.code());
        page.prose(note.orElseGet(() -> Phrases.sentences(words, brief(words, first), brief(words, second))));
    }

    private static String brief(Wording words, Phrases code) {
        return words.get("compare.brief", Map.of("code", code.code(), "brief", code.brief()));
    }

    private static List<Inline> which(Wording words, Phrases code) {
        return Inline.prose(words.get("compare.which", Map.of("code", code.code(), "action", code.action())));
    }

    private static void related(Page.Builder page, Knowledge knowledge, Phrases first, Phrases second) {
        Set<List<ReplyCode>> pairs = new LinkedHashSet<>();
        for (Phrases code : List.of(first, second)) {
            for (ReplyCode other : code.reply().map(Reply::related).orElse(List.of())) {
                if (!other.equals(first.code()) && !other.equals(second.code())) {
                    pairs.add(List.of(code.code(), other));
                }
            }
        }
        if (!pairs.isEmpty()) {
            page.heading(2, knowledge.words().get("heading.related"));
            page.points(pairs.stream()
                    .limit(MOST_RELATED)
                    .map(pair -> List.of(link(knowledge, pair.get(0), pair.get(1))))
                    .toList());
        }
    }

    private static Page table(Knowledge knowledge, List<ReplyCode> codes) {
        Wording words = knowledge.words();
        List<Phrases> phrases =
                codes.stream().map(code -> Phrases.of(knowledge, code, "")).toList();
        Function<Phrases, List<Inline>> point = code -> {
            List<Inline> line = new ArrayList<>();
            line.add(new Inline.Strong(code.code() + " " + code.name()));
            line.addAll(Inline.prose(" · " + Phrases.sentences(words, code.description(), code.fix())));
            return List.copyOf(line);
        };
        List<String> names = codes.stream().map(ReplyCode::toString).toList();
        return new Page.Builder()
                .heading(1, words.get("title.compare.many", Map.of("codes", Phrases.list(words, names))))
                .table(Facts.table(knowledge, phrases))
                .points(phrases.stream().map(point).toList())
                .heading(2, words.get("heading.more"))
                .points(phrases.stream()
                        .map(code -> List.of(Explanations.link(knowledge, code)))
                        .toList())
                .build();
    }
}
