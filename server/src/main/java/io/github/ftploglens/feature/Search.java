package io.github.ftploglens.feature;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds in a log the replies with a code, the commands with a verb, or the sessions of a user or a client. */
public final class Search {
    private final Knowledge knowledge;
    private final LogDocument document;
    private final String wanted;
    private final int most;
    private final List<Symbol> found = new ArrayList<>();
    /** The first lines of sessions that were found. */
    private final Set<Integer> sessions = new HashSet<>();

    private Search(Knowledge knowledge, LogDocument document, String wanted, int most) {
        this.knowledge = knowledge;
        this.document = document;
        this.wanted = wanted;
        this.most = most;
    }

    /**
     * What a reader may mean by the query, by its lines: a code as {@code 550}, a verb as {@code RETR}, else a part of the
     * name of a user or of a client's address, in upper or lower case; all sessions when it is empty.
     *
     * @param most how many at most
     */
    public static List<Symbol> of(Knowledge knowledge, LogDocument document, String query, int most) {
        String wanted = query.strip().toUpperCase(Locale.ROOT);
        Search search = new Search(knowledge, document, wanted, most);
        ReplyCode code = ReplyCode.parse(wanted);
        boolean isVerb = knowledge.catalogue().command(wanted).isPresent();
        for (int i = 0; i < document.count() && search.found.size() < most; i++) {
            ScannedLine line = document.line(i);
            if (code != null) {
                search.replies(i, line, code);
            } else if (isVerb) {
                search.command(i, line);
            } else if (line.session() != ScannedLine.NONE) {
                search.session(i, line);
            }
        }
        return List.copyOf(search.found);
    }

    private void replies(int number, ScannedLine line, ReplyCode code) {
        for (Mark mark : line.marks()) {
            if (mark.code().equals(code) && mark.kind() == Mark.Kind.REPLY && found.size() < most) {
                String said =
                        new LogText(line, document.text(number)).replyText(mark).strip();
                add(code + " " + Secrets.mask(knowledge.catalogue(), sent(number, line), said), number, mark.span());
            }
        }
    }

    /** The command that the line answers, or empty. Not masked. */
    private String sent(int number, ScannedLine line) {
        int sent = number - line.command();
        return line.command() == ScannedLine.NONE
                ? ""
                : new LogText(document.line(sent), document.text(sent)).command();
    }

    private void command(int number, ScannedLine line) {
        if (line.isCommand() && line.verb().equals(wanted)) {
            LogText text = new LogText(line, document.text(number));
            text.verbSpan().ifPresent(span -> add(Secrets.mask(knowledge.catalogue(), text.command()), number, span));
        }
    }

    private void session(int number, ScannedLine line) {
        int start = number - line.session();
        String text = document.text(number);
        if (sessions.contains(start) || !text.toUpperCase(Locale.ROOT).contains(wanted)) {
            return;
        }
        LogText parts = new LogText(line, text);
        boolean names = line.isCommand() && line.verb().equals("USER");
        Optional<String> name = List.of(
                        parts.field(Field.USER),
                        parts.field(Field.CLIENT),
                        names ? parts.command().substring(parts.command().indexOf(' ') + 1) : "")
                .stream()
                .filter(part -> !part.isBlank() && part.toUpperCase(Locale.ROOT).contains(wanted))
                .findFirst();
        if (name.isPresent() && sessions.add(start)) {
            Region all = Region.lines(document, start, number);
            found.add(new Symbol(
                    Printable.of(Secrets.mask(name.get())),
                    "",
                    Symbol.Kind.SESSION,
                    all,
                    Region.lines(document, start, start),
                    List.of()));
        }
    }

    private void add(String name, int number, Span span) {
        Region place = Region.of(number, span);
        found.add(new Symbol(Printable.of(name), "", Symbol.Kind.FAILURE, place, place, List.of()));
    }
}
