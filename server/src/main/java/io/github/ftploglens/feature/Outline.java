package io.github.ftploglens.feature;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.Wording;
import io.github.ftploglens.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The outline of a log: its sessions, in them the logins and transfers, and the replies that failed. */
public final class Outline {
    /** More than this, no reader looks through. */
    public static final int MOST_SHOWN = 5_000;

    /** How far from the ends of a session a line with a time is looked for. */
    private static final int NEAR = 50;

    private final Knowledge knowledge;
    private final LogDocument document;
    private final Elapsed elapsed = new Elapsed();

    private Outline(Knowledge knowledge, LogDocument document) {
        this.knowledge = knowledge;
        this.document = document;
    }

    /**
     * The sessions by their first lines. When there is more than {@value #MOST_SHOWN} to show, what went well is left out
     * first; then the last entry says how much was left out.
     */
    public static List<Symbol> of(Knowledge knowledge, LogDocument document) {
        if (document.formats().isEmpty()) {
            return List.of();
        }
        Outline outline = new Outline(knowledge, document);
        Collection<SessionOutline> sessions = outline.sessions();
        long all = count(sessions, part -> true);
        if (all <= MOST_SHOWN) {
            return outline.symbols(List.copyOf(sessions), part -> true, MOST_SHOWN);
        }
        Predicate<SessionOutline.Part> failing = part -> !part.isWithoutFailure();
        boolean enough = count(sessions, failing) < MOST_SHOWN;
        List<SessionOutline> kept = sessions.stream()
                .filter(session -> enough || session.failures() > 0)
                .toList();
        List<Symbol> shown = new ArrayList<>(outline.symbols(kept, failing, MOST_SHOWN - 1));
        shown.add(outline.more(shown, all));
        return shown;
    }

    private Collection<SessionOutline> sessions() {
        Map<Integer, SessionOutline> sessions = new TreeMap<>();
        for (int i = 0; i < document.count(); i++) {
            ScannedLine line = document.line(i);
            if (line.session() != ScannedLine.NONE) {
                sessions.computeIfAbsent(i - line.session(), start -> new SessionOutline(knowledge.catalogue(), start))
                        .read(i, line);
            }
        }
        return sessions.values();
    }

    private static long count(Collection<SessionOutline> sessions, Predicate<SessionOutline.Part> isShown) {
        long count = sessions.size();
        for (SessionOutline session : sessions) {
            for (SessionOutline.Part part : session.parts()) {
                count += isShown.test(part) ? 1 + part.failures.size() : 0;
            }
        }
        return count;
    }

    private static int count(List<Symbol> symbols) {
        return symbols.stream().mapToInt(symbol -> 1 + count(symbol.children())).sum();
    }

    private Symbol more(List<Symbol> shown, long all) {
        Region end = Region.lines(document, document.count() - 1, document.count() - 1);
        String name = knowledge.words().get("outline.more", Map.of("count", all - count(shown)));
        return new Symbol(name, "", Symbol.Kind.MORE, end, end, List.of());
    }

    /** The sessions with their parts, as far as there is room for so many symbols. */
    private List<Symbol> symbols(List<SessionOutline> sessions, Predicate<SessionOutline.Part> isShown, int most) {
        List<Symbol> symbols = new ArrayList<>();
        int room = most;
        for (int i = 0; i < sessions.size() && room > 0; i++) {
            SessionOutline session = sessions.get(i);
            room--;
            List<Symbol> children = new ArrayList<>();
            for (SessionOutline.Part part : session.parts()) {
                if (room > 0 && isShown.test(part)) {
                    Symbol child = part.kind == Symbol.Kind.FAILURE ? failure(part) : part(part, room - 1);
                    room -= 1 + child.children().size();
                    children.add(child);
                }
            }
            symbols.add(session(session, i + 1, children));
        }
        return symbols;
    }

    private Symbol session(SessionOutline session, int number, List<Symbol> children) {
        Wording words = knowledge.words();
        SessionPlace place = SessionPlace.of(document, session.last());
        String client = shown(place.client());
        String user = shown(place.user());
        String name = !user.isBlank() ? user : client;
        List<String> details = new ArrayList<>();
        if (!user.isBlank() && !client.isBlank()) {
            details.add(client);
        }
        elapsed.seconds(time(session, session.start(), 1), time(session, session.last(), -1))
                .filter(seconds -> seconds > 0)
                .ifPresent(seconds -> details.add(Elapsed.said(words, seconds)));
        if (session.transfers() > 0) {
            details.add(words.get("outline.transfers", Map.of("count", session.transfers())));
        }
        if (session.failures() > 0) {
            details.add(words.get("outline.failures", Map.of("count", session.failures())));
        }
        return new Symbol(
                name.isBlank() ? words.get("outline.session", Map.of("number", number)) : name,
                String.join(" · ", details),
                Symbol.Kind.SESSION,
                Region.lines(document, session.start(), session.last()),
                Region.lines(document, session.start(), session.start()),
                children);
    }

    /** The first time that the session's lines tell from a line on, forwards or backwards, or empty. */
    private String time(SessionOutline session, int from, int step) {
        for (int i = from; i >= session.start() && i <= session.last() && Math.abs(i - from) < NEAR; i += step) {
            ScannedLine line = document.line(i);
            if (line.session() != ScannedLine.NONE && i - line.session() == session.start()) {
                String time = new LogText(line, document.text(i)).field(Field.TIME);
                if (!time.isEmpty()) {
                    return time;
                }
            }
        }
        return "";
    }

    /** A login or a transfer. */
    private Symbol part(SessionOutline.Part part, int room) {
        Wording words = knowledge.words();
        ScannedLine line = document.line(part.line);
        LogText text = new LogText(line, document.text(part.line));
        String name = part.kind == Symbol.Kind.LOGIN ? words.get("outline.login") : masked(text.command());
        Mark reply = part.reply;
        List<String> details = new ArrayList<>();
        if (reply == null || !reply.code().kind().isFinal()) {
            details.add(words.get("outline.pending"));
        } else {
            ScannedLine answer = document.line(part.last);
            details.add(reply.code() + " "
                    + Phrases.of(knowledge, reply.code(), answer.verb()).name());
            elapsed.seconds(text.field(Field.TIME), new LogText(answer, document.text(part.last)).field(Field.TIME))
                    .filter(seconds -> seconds > 0)
                    .ifPresent(seconds -> details.add(Elapsed.said(words, seconds)));
        }
        return new Symbol(
                name.isBlank() ? "?" : name,
                String.join(" · ", details),
                part.kind,
                Region.lines(document, part.line, part.last),
                Region.of(part.line, text.verbSpan().orElse(new Span(0, 0))),
                part.failures.stream().limit(room).map(this::failure).toList());
    }

    private Symbol failure(SessionOutline.Part part) {
        ScannedLine line = document.line(part.line);
        String text = document.text(part.line);
        Mark mark = part.reply == null ? line.marks().get(0) : part.reply;
        String reply = new LogText(line, text).replyText(mark).strip();
        String said = Printable.of(Secrets.mask(knowledge.catalogue(), sent(part.line, line), reply));
        String name =
                said.isBlank() ? Phrases.of(knowledge, mark.code(), line.verb()).name() : said;
        return new Symbol(
                mark.code() + " " + name,
                masked(sent(part.line, line)),
                Symbol.Kind.FAILURE,
                Region.lines(document, part.line, part.line),
                Region.of(part.line, mark.span()),
                List.of());
    }

    /** The command that the line answers, or empty. Not masked. */
    private String sent(int number, ScannedLine line) {
        int sent = number - line.command();
        return line.command() == ScannedLine.NONE
                ? ""
                : new LogText(document.line(sent), document.text(sent)).command();
    }

    private String masked(String command) {
        return Printable.of(Secrets.mask(knowledge.catalogue(), command));
    }

    private static String shown(String text) {
        return Printable.of(Secrets.mask(text));
    }
}
