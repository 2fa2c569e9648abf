package io.github.ftploglens.feature;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.reply.Wording;
import io.github.ftploglens.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The outline of a log: its sessions, in them the logins and transfers, and the replies that failed. */
public final class Outline {
    /** More than this, no reader looks through. */
    public static final int MOST_SHOWN = 5_000;

    private final Knowledge knowledge;
    private final LogDocument document;

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
        List<Session> sessions = Sessions.of(knowledge, document);
        long all = count(sessions, part -> true);
        if (all <= MOST_SHOWN) {
            return outline.symbols(sessions, part -> true, MOST_SHOWN);
        }
        Predicate<Session.Part> failing = part -> !part.failures().isEmpty();
        boolean enough = count(sessions, failing) < MOST_SHOWN;
        List<Session> kept = sessions.stream()
                .filter(session -> enough || session.failures() > 0)
                .toList();
        List<Symbol> shown = new ArrayList<>(outline.symbols(kept, failing, MOST_SHOWN - 1));
        shown.add(outline.more(shown, all));
        return shown;
    }

    private static long count(List<Session> sessions, Predicate<Session.Part> isShown) {
        long count = sessions.size();
        for (Session session : sessions) {
            for (Session.Part part : session.parts()) {
                count += isShown.test(part) ? 1 + below(part).size() : 0;
            }
        }
        return count;
    }

    /** The failures that are shown below the part. */
    private static List<Session.Failure> below(Session.Part part) {
        return part instanceof Session.Failure ? List.of() : part.failures();
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
    private List<Symbol> symbols(List<Session> sessions, Predicate<Session.Part> isShown, int most) {
        List<Symbol> symbols = new ArrayList<>();
        int room = most;
        for (int i = 0; i < sessions.size() && room > 0; i++) {
            Session session = sessions.get(i);
            room--;
            List<Symbol> children = new ArrayList<>();
            for (Session.Part part : session.parts()) {
                if (room > 0 && isShown.test(part)) {
                    Symbol child = symbol(part, room - 1);
                    room -= 1 + child.children().size();
                    children.add(child);
                }
            }
            symbols.add(session(session, i + 1, children));
        }
        return symbols;
    }

    private Symbol session(Session session, int number, List<Symbol> children) {
        Wording words = knowledge.words();
        String client = shown(session.client());
        String user = shown(session.user());
        String name = !user.isBlank() ? user : client;
        List<String> details = new ArrayList<>();
        if (!user.isBlank() && !client.isBlank()) {
            details.add(client);
        }
        session.seconds()
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
                Region.lines(document, session.first(), session.last()),
                Region.lines(document, session.first(), session.first()),
                children);
    }

    private Symbol symbol(Session.Part part, int room) {
        if (part instanceof Session.Failure failure) {
            return failure(failure);
        }
        return part(part instanceof Transfer ? Symbol.Kind.TRANSFER : Symbol.Kind.LOGIN, part, room);
    }

    /** A login or a transfer. */
    private Symbol part(Symbol.Kind kind, Session.Part part, int room) {
        Optional<Mark> reply = part.reply();
        Wording words = knowledge.words();
        LogText text = new LogText(document.line(part.line()), document.text(part.line()));
        String name = kind == Symbol.Kind.LOGIN ? words.get("outline.login") : masked(text.command());
        List<String> details = new ArrayList<>();
        if (reply.isEmpty() || !reply.get().code().kind().isFinal()) {
            details.add(words.get("outline.pending"));
        } else {
            ReplyCode code = reply.get().code();
            ScannedLine answer = document.line(part.last());
            details.add(code + " " + Phrases.of(knowledge, code, answer.verb()).name());
            String end = new LogText(answer, document.text(part.last())).field(Field.TIME);
            Elapsed.seconds(text.field(Field.TIME), end)
                    .filter(seconds -> seconds > 0)
                    .ifPresent(seconds -> details.add(Elapsed.said(words, seconds)));
        }
        return new Symbol(
                name.isBlank() ? "?" : name,
                String.join(" · ", details),
                kind,
                Region.lines(document, part.line(), part.last()),
                Region.of(part.line(), text.verbSpan().orElse(new Span(0, 0))),
                part.failures().stream().limit(room).map(this::failure).toList());
    }

    private Symbol failure(Session.Failure failure) {
        int number = failure.line();
        ScannedLine line = document.line(number);
        Mark mark = failure.mark();
        String sent = sent(number, line);
        String reply = new LogText(line, document.text(number)).replyText(mark).strip();
        String said = Printable.of(Secrets.mask(knowledge.catalogue(), sent, reply));
        String name =
                said.isBlank() ? Phrases.of(knowledge, mark.code(), line.verb()).name() : said;
        return new Symbol(
                mark.code() + " " + name,
                masked(sent),
                Symbol.Kind.FAILURE,
                Region.lines(document, number, number),
                Region.of(number, mark.span()),
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
