package io.github.ftploglens.feature;

import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.reply.ServerSoftware;
import io.github.ftploglens.reply.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sums up the session of a line: whose it is, how far it goes, and what failed in it. */
final class SessionHover {
    /** So many lines are read of a session that began long ago: a hover must not take longer in a larger log. */
    private static final int MOST_LINES = 10_000;

    /** Behind the leave-taking of either side (221, 421) a session may have so many lines of a log in which others stand. */
    private static final int BEHIND_END = 200;

    private static final int MOST_FAILURES = 5;

    private final Knowledge knowledge;
    private final LogDocument document;
    private final int first;
    private final List<Integer> failures = new ArrayList<>();
    private int last;
    /** The line behind the last one that is read. */
    private int end;

    private int replies;
    private int failed;
    private int transfers;
    /** The line of the latest reply, or {@link ScannedLine#NONE}. */
    private int reply = ScannedLine.NONE;

    private @Nullable ServerSoftware server;

    private SessionHover(Knowledge knowledge, LogDocument document, int first) {
        this.knowledge = knowledge;
        this.document = document;
        this.first = first;
        this.last = first;
        this.end = first + MOST_LINES;
    }

    /** The page of the session that the line belongs to, or empty when it belongs to none. */
    static Optional<Page> of(Knowledge knowledge, LogDocument document, int line) {
        int distance = document.line(line).session();
        if (distance == ScannedLine.NONE) {
            return Optional.empty();
        }
        SessionHover session = new SessionHover(knowledge, document, line - distance);
        session.read();
        return Optional.of(session.page(session.place(line)));
    }

    private void read() {
        for (int i = first; i < end && i < document.count(); i++) {
            ScannedLine line = document.line(i);
            if (line.session() != ScannedLine.NONE && i - line.session() == first) {
                last = i;
                transfers += line.isCommand() && SessionPlace.isTransfer(knowledge.catalogue(), line.verb()) ? 1 : 0;
                for (Mark mark : line.marks()) {
                    read(i, line, mark);
                }
            }
        }
    }

    private void read(int number, ScannedLine line, Mark mark) {
        if (server == null) {
            server = ServerHints.serverOfGreeting(knowledge, document.text(number), line, mark)
                    .orElse(null);
        }
        if (mark.code().value() == 221 || mark.code().value() == 421) {
            end = Math.min(end, number + BEHIND_END);
        }
        if (mark.kind() == Mark.Kind.REPLY) {
            replies++;
            reply = number;
            if (mark.code().kind().isNegative()) {
                failed++;
                failures.add(number);
            }
        }
    }

    /** As the lines up to this one know it; of a line before the login, as the last line does. */
    private SessionPlace place(int line) {
        SessionPlace here = SessionPlace.of(document, line);
        return here.user().isEmpty() ? SessionPlace.of(document, last) : here;
    }

    private Page page(SessionPlace place) {
        Wording words = knowledge.words();
        Page.Builder page = new Page.Builder();
        page.heading(3, heading(words, place));
        page.paragraph(Hovers.joined(words, List.of(extent(words), counts(words))));
        if (server != null) {
            page.paragraph(Inline.prose(words.get("payload.server"), Map.of("server", server.name())));
        }
        if (end == first + MOST_LINES && end < document.count()) {
            page.paragraph(Inline.prose(words.get("hover.session.part"), Map.of("count", MOST_LINES)));
        }
        List<List<Inline>> points = new ArrayList<>();
        failures.stream().limit(MOST_FAILURES).forEach(line -> points.add(reply("hover.session.failed", line)));
        if (reply != ScannedLine.NONE) {
            points.add(reply("hover.session.last", reply));
        }
        return page.points(points).build();
    }

    private static List<Inline> heading(Wording words, SessionPlace place) {
        String key = place.user().isEmpty()
                ? place.client().isEmpty() ? "title.session.unknown" : "title.session.client"
                : place.client().isEmpty() ? "title.session.user" : "title.session";
        return Inline.prose(words.get(key), Map.of("user", Secrets.mask(place.user()), "client", place.client()));
    }

    private List<Inline> extent(Wording words) {
        Optional<String> time = Hovers.passed(words, document, first, last);
        Map<String, Object> values =
                Map.of("first", new Inline.Line(first), "last", new Inline.Line(last), "time", time.orElse(""));
        return Inline.prose(words.get(time.isPresent() ? "hover.session.lines.time" : "hover.session.lines"), values);
    }

    private List<Inline> counts(Wording words) {
        return Inline.prose(
                words.get("hover.session.counts"),
                Map.of("replies", replies, "failures", failed, "transfers", transfers));
    }

    private List<Inline> reply(String key, int line) {
        ReplyCode code = Hovers.code(document, line);
        String verb = document.line(line).verb();
        return Inline.prose(
                knowledge.words().get(key),
                Map.of(
                        "line", new Inline.Line(line),
                        "code", new Inline.Reference(code.toString(), List.of(code)),
                        "name", Phrases.of(knowledge, code, verb).name()));
    }
}
