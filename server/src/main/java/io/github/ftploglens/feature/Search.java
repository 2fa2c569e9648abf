package io.github.ftploglens.feature;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.LogReader;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.text.Position;
import io.github.ftploglens.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds in a log the replies with a code, the commands with a verb, or the sessions of a user or a client. */
public final class Search implements LogReader.Sink {
    private final Knowledge knowledge;
    private final String wanted;
    private final @Nullable ReplyCode code;
    private final boolean isVerb;
    private final int most;
    private final List<Symbol> found = new ArrayList<>();
    /** The latest commands, not masked, by their lines. */
    private final RecentLines<String> commands = new RecentLines<>();
    /** The first lines of sessions that were found. */
    private final Set<Integer> sessions = new HashSet<>();

    /**
     * Looks for what a reader may mean by the query: a code as {@code 550}, a verb as {@code RETR}, else a part of the name of
     * a user or of a client's address, in upper or lower case; all sessions when it is empty.
     *
     * @param most how many at most
     */
    public Search(Knowledge knowledge, String query, int most) {
        this.knowledge = knowledge;
        this.wanted = query.strip().toUpperCase(Locale.ROOT);
        this.code = ReplyCode.parse(wanted);
        this.isVerb = knowledge.catalogue().command(wanted).isPresent();
        this.most = most;
    }

    /** Looks through all lines of a log. */
    public Search in(LogDocument document) {
        for (int i = 0; i < document.count() && !isSated(); i++) {
            line(i, document.text(i), document.line(i));
        }
        return this;
    }

    /** What was found, by its lines. */
    public List<Symbol> found() {
        return List.copyOf(found);
    }

    @Override
    public boolean isSated() {
        return found.size() >= most;
    }

    @Override
    public void line(int number, String text, ScannedLine line) {
        if (code != null) {
            if (line.isCommand()) {
                commands.put(number, new LogText(line, text).command());
            }
            replies(number, text, line, code);
        } else if (isVerb) {
            command(number, text, line);
        } else if (line.session() != ScannedLine.NONE) {
            session(number, text, line);
        }
    }

    private void replies(int number, String text, ScannedLine line, ReplyCode with) {
        for (Mark mark : line.marks()) {
            if (mark.code().equals(with) && mark.kind() == Mark.Kind.REPLY && !isSated()) {
                String command = line.command() == ScannedLine.NONE ? null : commands.get(number - line.command());
                String said = new LogText(line, text).replyText(mark).strip();
                String masked = Secrets.mask(knowledge.catalogue(), command == null ? "" : command, said);
                add(with + " " + masked, number, mark.span());
            }
        }
    }

    private void command(int number, String text, ScannedLine line) {
        if (line.isCommand() && line.verb().equals(wanted)) {
            LogText said = new LogText(line, text);
            said.verbSpan().ifPresent(span -> add(Secrets.mask(knowledge.catalogue(), said.command()), number, span));
        }
    }

    private void session(int number, String text, ScannedLine line) {
        int start = number - line.session();
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
            Position begin = new Position(start, 0);
            found.add(new Symbol(
                    Printable.of(Secrets.mask(name.get())),
                    "",
                    Symbol.Kind.SESSION,
                    new Region(begin, new Position(number, text.length())),
                    new Region(begin, begin),
                    List.of()));
        }
    }

    private void add(String name, int number, Span span) {
        Region place = Region.of(number, span);
        found.add(new Symbol(Printable.of(name), "", Symbol.Kind.FAILURE, place, place, List.of()));
    }
}
