package io.github.ftploglens.feature;

import io.github.ftploglens.feature.SessionSteps.Step;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.Key;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.reply.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Puts two sessions of a log side by side, times and arguments ignored: where they part, why, and what to do. */
public final class SessionComparison {
    /** So many sessions, the nearest in the log, are asked which of them is most alike. */
    private static final int MOST_CANDIDATES = 500;

    /** By so many exchanges from its beginning it is told how much a session is like another. */
    private static final int MOST_ASKED = 200;

    private static final int MOST_STEPS = 20_000;

    private final Knowledge knowledge;
    private final LogDocument document;
    private final Wording words;

    /** There are no two sessions to compare; the message says why and what to do, in the reader's language. */
    public static final class Incomparable extends Exception {
        private static final long serialVersionUID = 1L;

        Incomparable(String message) {
            super(message);
        }
    }

    private SessionComparison(Knowledge knowledge, LogDocument document) {
        this.knowledge = knowledge;
        this.document = document;
        this.words = knowledge.words();
    }

    /**
     * The comparison of two sessions.
     *
     * @param name what the reader knows the log by
     * @param lines a line of each, 0-based; with one line that session and the one most like it of the other outcome; with none
     *     the first session that failed and the one most like it that did not
     * @throws Incomparable when the log does not have two such sessions
     */
    public static Page of(Knowledge knowledge, LogDocument document, String name, List<Integer> lines)
            throws Incomparable {
        SessionComparison comparison = new SessionComparison(knowledge, document);
        List<Session> sessions = Sessions.of(knowledge, document);
        Session first = lines.isEmpty() ? comparison.failed(sessions) : comparison.at(sessions, lines.get(0));
        Session second =
                lines.size() > 1 ? comparison.at(sessions, lines.get(1)) : comparison.mostLike(sessions, first);
        if (first.equals(second)) {
            throw new Incomparable(knowledge.words().get("sessions.itself"));
        }
        return comparison.page(name, first, second);
    }

    private Session failed(List<Session> sessions) throws Incomparable {
        for (Predicate<Session> isBad : List.<Predicate<Session>>of(Session::isFailed, each -> each.failures() > 0)) {
            Optional<Session> found = sessions.stream().filter(isBad).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new Incomparable(words.get("sessions.nofailure"));
    }

    private Session at(List<Session> sessions, int line) throws Incomparable {
        ScannedLine scanned = line < 0 || line >= document.count() ? null : document.line(line);
        int start = scanned == null || scanned.session() == ScannedLine.NONE ? -1 : line - scanned.session();
        return sessions.stream()
                .filter(session -> session.first() == start)
                .findFirst()
                .orElseThrow(() -> new Incomparable(words.get("sessions.noline", Map.of("line", line + 1))));
    }

    /** The session of the other outcome that is most like this one; of several the one that is nearest in the log. */
    private Session mostLike(List<Session> sessions, Session one) throws Incomparable {
        Predicate<Session> isOther = one.isFailed() ? session -> !session.isFailed() : session -> session.isFailed();
        Predicate<Session> isBetter = session -> one.failures() > 0 && session.failures() == 0;
        List<Session> others = sessions.stream().filter(isOther).toList();
        List<Session> candidates = others.isEmpty() || (!one.isFailed() && one.failures() > 0)
                ? sessions.stream().filter(isBetter).toList()
                : others;
        List<Step> steps = steps(one, MOST_ASKED);
        Comparator<Session> order =
                Comparator.comparingDouble(other -> -Alignment.similarity(steps, steps(other, MOST_ASKED)));
        List<Session> nearest = candidates.stream()
                .sorted(Comparator.comparingInt(other -> Math.abs(other.first() - one.first())))
                .limit(MOST_CANDIDATES)
                .toList();
        return nearest.stream().min(order).orElseThrow(() -> new Incomparable(words.get("sessions.nosecond")));
    }

    private List<Step> steps(Session session, int most) {
        return SessionSteps.of(knowledge, document, session.first(), session.last(), most);
    }

    private Page page(String name, Session first, Session second) {
        Alignment alignment = Alignment.of(steps(first, MOST_STEPS), steps(second, MOST_STEPS));
        Page.Builder page = new Page.Builder();
        page.heading(1, List.of(new Inline.Text(words.get("sessions.title")), new Inline.Code(name)));
        page.points(List.of(session("sessions.first", first), session("sessions.second", second)));
        page.heading(2, words.get("sessions.difference"));
        Optional<Alignment.Row> parting =
                alignment.rows().stream().filter(row -> !row.isAlike()).findFirst();
        if (parting.isPresent()) {
            difference(page, parting.get());
        } else {
            page.prose(words.get("sessions.same"));
        }
        page.heading(2, words.get("sessions.side"));
        page.table(SessionTable.of(words, alignment));
        if (alignment.left() > 0) {
            page.prose(words.get("sessions.cut", Map.of("count", alignment.left())));
        }
        return page.build();
    }

    private List<Inline> session(String key, Session session) {
        List<Inline> point = new ArrayList<>();
        point.add(new Inline.Strong(words.get(key)));
        point.add(new Inline.Text(" · " + words.get("sessions.line", Map.of("line", session.first() + 1))));
        for (String told : List.of(session.user(), session.client())) {
            if (!told.isEmpty()) {
                point.add(new Inline.Text(" · "));
                point.add(new Inline.Code(Secrets.mask(told)));
            }
        }
        point.add(new Inline.Text(" · " + words.get("state." + Key.of(session.state())) + " · "
                + words.get("sessions.failures", Map.of("count", session.failures()))));
        return point;
    }

    private void difference(Page.Builder page, Alignment.Row row) {
        Step first = row.first();
        Step second = row.second();
        if (first != null && second != null) {
            Map<String, Object> values = Map.of(
                    "first", first.command(),
                    "firstCode", code(first),
                    "firstLine", first.replyLine() + 1,
                    "second", second.command(),
                    "secondCode", code(second),
                    "secondLine", second.replyLine() + 1);
            page.paragraph(Inline.prose(words.get("sessions.reply"), values));
            if (first.code() != null && second.code() != null) {
                page.points(Comparisons.contrast(knowledge, first.verb(), first.code(), second.code()));
                page.paragraph(List.of(Comparisons.link(knowledge, first.code(), second.code())));
            }
            return;
        }
        only(page, first == null ? "sessions.only.second" : "sessions.only.first", first == null ? second : first);
    }

    private void only(Page.Builder page, String key, @Nullable Step step) {
        if (step != null) {
            page.paragraph(
                    Inline.prose(words.get(key), Map.of("step", SessionTable.said(step), "line", step.line() + 1)));
            step.reply()
                    .ifPresent(code -> page.points(
                            List.of(Comparisons.advice(knowledge, Phrases.of(knowledge, code, step.verb())))));
        }
    }

    private static String code(Step step) {
        return step.reply().map(ReplyCode::toString).orElse("–");
    }
}
