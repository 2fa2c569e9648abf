package io.github.ftploglens.log;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.format.LinePattern;
import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.log.OpenSession.Sent;
import io.github.ftploglens.log.ScannedLine.Role;
import io.github.ftploglens.reply.Reply;
import io.github.ftploglens.reply.ReplyCatalogue;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a log in their order: which pattern each has, which codes it reports, and which command and control
 * connection they belong to. One scanner reads one log, or goes on from where another stood.
 */
public final class LineScanner {
    private final ReplyCatalogue catalogue;
    private final List<LogFormat> formats;
    private final OpenSessions sessions;
    private final int[] bounds = LinePattern.newBounds();
    private int line;

    /**
     * @param formats the formats that the log is known to have
     * @param before what the lines before have left open
     */
    public LineScanner(ReplyCatalogue catalogue, List<LogFormat> formats, LineState before) {
        this.catalogue = catalogue;
        this.formats = formats;
        this.sessions = before.open();
    }

    /** What the lines read so far leave open. */
    public LineState state() {
        return sessions.state(line);
    }

    /** Reads the next line. Never throws, and takes time linear in the line's length, whatever stands in it. */
    public ScannedLine next(String text) {
        ScannedLine scanned = scan(text);
        line++;
        return scanned;
    }

    private ScannedLine scan(String text) {
        for (LogFormat format : formats) {
            Optional<LinePattern> pattern =
                    format.patternOf(text, bounds, part -> sessions.isIn(part, format, text, bounds, line));
            if (pattern.isPresent()) {
                ScannedLine scanned = scan(format, pattern.get(), text);
                sessions.goOn(format, pattern.get());
                return scanned;
            }
        }
        return ScannedLine.UNKNOWN;
    }

    private ScannedLine scan(LogFormat format, LinePattern pattern, String text) {
        return switch (pattern.role()) {
            case CONNECT -> plain(format, pattern, Role.CONNECT, sessions.begin(format, text, bounds, line));
            case CLOSE -> plain(format, pattern, Role.CLOSE, sessions.end(format, text, bounds, line));
            case OTHER -> plain(format, pattern, Role.OTHER, sessions.find(format, text, bounds, line));
            case COMMAND -> command(format, pattern, text, session(format, text));
            case REPLY -> reply(format, pattern, text, session(format, text));
            case LINE -> line(format, pattern, text, session(format, text), fieldOrEnd(Field.LINE, text));
            case RECORD -> record(format, pattern, text, session(format, text));
            case MENTION -> mention(format, pattern, text, session(format, text));
        };
    }

    private OpenSession session(LogFormat format, String text) {
        return sessions.findOrBegin(format, text, bounds, line);
    }

    private ScannedLine command(LogFormat format, LinePattern pattern, String text, OpenSession session) {
        String verb = LogLine.verb(text, bounds);
        session.command(line, verb);
        return new ScannedLine(format, pattern, Role.COMMAND, List.of(), distance(session), verb, ScannedLine.NONE);
    }

    private ScannedLine line(LogFormat format, LinePattern pattern, String text, OpenSession session, Span field) {
        boolean isReply = session.openReply() != null
                || startsReply(text, field)
                || catalogue.command(LogLine.firstWord(text, field.start())).isEmpty();
        if (isReply) {
            return replyLine(format, pattern, text, session, field);
        }
        return command(format, pattern, text, session);
    }

    private ScannedLine reply(LogFormat format, LinePattern pattern, String text, OpenSession session) {
        Optional<Span> code = LinePattern.span(Field.CODE, bounds);
        if (code.isPresent()) {
            return answer(format, pattern, text, session, code.get().start());
        }
        Span field = fieldOrEnd(Field.REPLY, text);
        int end = pattern.endOfReplyLine(text, field.start(), field.end());
        ScannedLine first = replyLine(format, pattern, text, session, new Span(field.start(), end));
        int next = pattern.nextReplyLine(text, end, field.end());
        return next < 0 ? first : otherLines(format, pattern, text, first, next, field.end());
    }

    /** The lines of a reply that stand in one field with its first one. */
    private ScannedLine otherLines(
            LogFormat format, LinePattern pattern, String text, ScannedLine first, int from, int fieldEnd) {
        List<Mark> marks = new ArrayList<>(first.marks());
        ScannedLine answer = first;
        int next = from;
        while (next >= 0) {
            int end = pattern.endOfReplyLine(text, next, fieldEnd);
            ScannedLine other = replyLine(format, pattern, text, session(format, text), new Span(next, end));
            marks.addAll(other.marks());
            answer = answer.marks().isEmpty() ? other : answer;
            next = pattern.nextReplyLine(text, end, fieldEnd);
        }
        return new ScannedLine(
                format, pattern, answer.role(), List.copyOf(marks), answer.session(), answer.verb(), answer.command());
    }

    /** A reply whose code and text the line tells apart: {@code Rx code: 220, resp: ready}. It is the whole reply. */
    private ScannedLine answer(LogFormat format, LinePattern pattern, String text, OpenSession session, int column) {
        ReplyCode code = ReplyCode.at(text, column);
        if (code == null) {
            return plain(format, pattern, Role.OTHER, session);
        }
        OpenSession answering = startsSession(session, code) ? sessions.begin(format, text, bounds, line) : session;
        Mark mark = new Mark(column, code, Mark.Kind.REPLY);
        return marked(format, pattern, Role.REPLY, mark, answering, answering.endReply(code, catalogue));
    }

    private ScannedLine replyLine(LogFormat format, LinePattern pattern, String text, OpenSession session, Span field) {
        int column = field.start();
        ReplyCode code = startsReply(text, field) ? ReplyCode.at(text, column) : null;
        ReplyCode open = session.openReply();
        boolean inner = code == null || (open != null && !code.equals(open) && !ends(session, code, text, field));
        if (code == null || inner) {
            return plain(format, pattern, open == null ? Role.OTHER : Role.INNER, session);
        }
        if (format.showsData()
                && session.isTransferring()
                && !endsTransfer(session, code, text.substring(column + 3, field.end()))) {
            return plain(format, pattern, Role.OTHER, session);
        }
        OpenSession answering = startsSession(session, code) ? sessions.begin(format, text, bounds, line) : session;
        boolean continues = column + 3 < field.end() && text.charAt(column + 3) == '-';
        Sent command = continues ? answering.beginReply(code, catalogue) : answering.endReply(code, catalogue);
        Mark mark = new Mark(column, code, continues ? Mark.Kind.CONTINUATION : Mark.Kind.REPLY);
        return marked(format, pattern, Role.REPLY, mark, answering, command);
    }

    /**
     * Whether a line with another code ends the open reply although RFC 959 §4.2 wants the same code: servers send
     * {@code 230-} lines and end them with 226 where that is what the command may get.
     */
    private boolean ends(OpenSession session, ReplyCode code, String text, Span field) {
        boolean lastLine = field.start() + 3 == field.end() || text.charAt(field.start() + 3) == ' ';
        ReplyCode open = session.openReply();
        Sent waiting = session.waiting();
        return lastLine
                && open != null
                && open.kind() == code.kind()
                && waiting != null
                && catalogue.reply(code).isPresent()
                && catalogue.mayAnswer(code, waiting.verb())
                && !catalogue.mayAnswer(open, waiting.verb());
    }

    /**
     * Whether this is the server's reply to a transfer, and not a line of the listing or the file that it carries, such as
     * {@code 550 file.txt}: a code that the transfer may get, with words and not a name behind it.
     */
    private boolean endsTransfer(OpenSession session, ReplyCode code, String text) {
        Optional<Reply> known = catalogue.reply(code);
        if (known.isEmpty()
                || !known.get().isSent()
                || known.get().place() == Reply.Place.LOGIN
                || known.get().place() == Reply.Place.GREETING) {
            return false;
        }
        if (known.get().isWordedAs(text)) {
            return true;
        }
        Sent waiting = session.waiting();
        boolean legal = catalogue.mayAnswer(code, waiting == null ? "RETR" : waiting.verb())
                || catalogue.mayAnswer(code, "ABOR");
        return legal && isSentence(text);
    }

    /** Two words of letters, as in {@code Failure writing network stream.}, or letters of another script. */
    private static boolean isSentence(String text) {
        int words = 0;
        int start = 0;
        for (int i = 0; i <= text.length() && words < 2; i++) {
            if (i == text.length() || text.charAt(i) == ' ') {
                words += isWord(text, start, i) ? 1 : 0;
                start = i + 1;
            }
        }
        return words == 2 || text.chars().anyMatch(c -> c > 0x2E7F && Character.isLetter(c));
    }

    private static boolean isWord(String text, int start, int end) {
        int last = end > start && ".,:;!".indexOf(text.charAt(end - 1)) >= 0 ? end - 1 : end;
        for (int i = start; i < last; i++) {
            if (!Character.isLetter(text.charAt(i))) {
                return false;
            }
        }
        return last - start > 1;
    }

    /** A greeting that answers no command begins a control connection, also where the log does not say so. */
    private boolean startsSession(OpenSession session, ReplyCode code) {
        Sent waiting = session.waiting();
        return code.value() == 220
                && session.openReply() == null
                && session.hasTalked()
                && (waiting == null || !catalogue.mayAnswer(code, waiting.verb()));
    }

    private ScannedLine record(LogFormat format, LinePattern pattern, String text, OpenSession session) {
        Optional<Span> field = LinePattern.span(Field.CODE, bounds);
        ReplyCode code = field.map(span -> ReplyCode.at(text, span.start())).orElse(null);
        if (field.isEmpty() || code == null) {
            return plain(format, pattern, Role.OTHER, session);
        }
        String verb = LogLine.verb(text, bounds);
        Sent command = verb.isEmpty() ? null : new Sent(line, verb, false);
        Mark mark = new Mark(field.get().start(), code, Mark.Kind.REPLY);
        ScannedLine record = marked(format, pattern, Role.RECORD, mark, session, command);
        if (code.value() == 221) {
            sessions.end(format, text, bounds, line);
        }
        return record;
    }

    private ScannedLine mention(LogFormat format, LinePattern pattern, String text, OpenSession session) {
        Optional<Span> field = LinePattern.span(Field.CODE, bounds).or(() -> LinePattern.span(Field.REPLY, bounds));
        ReplyCode code = field.map(span -> ReplyCode.at(text, span.start())).orElse(null);
        if (field.isEmpty() || code == null) {
            return plain(format, pattern, Role.OTHER, session);
        }
        Mark mark = new Mark(field.get().start(), code, Mark.Kind.MENTION);
        return marked(format, pattern, Role.MENTION, mark, session, session.answered());
    }

    private Span fieldOrEnd(Field field, String text) {
        return LinePattern.span(field, bounds).orElse(new Span(text.length(), text.length()));
    }

    /** Whether a reply's line with a code stands there: three digits, then a space, a hyphen or nothing. */
    private static boolean startsReply(String text, Span line) {
        int behind = line.start() + 3;
        return behind <= line.end()
                && ReplyCode.at(text, line.start()) != null
                && (behind == line.end() || text.charAt(behind) == ' ' || text.charAt(behind) == '-');
    }

    private ScannedLine plain(LogFormat format, LinePattern pattern, Role role, @Nullable OpenSession session) {
        return new ScannedLine(format, pattern, role, List.of(), distance(session), "", ScannedLine.NONE);
    }

    private ScannedLine marked(
            LogFormat format, LinePattern pattern, Role role, Mark mark, OpenSession session, @Nullable Sent command) {
        return new ScannedLine(
                format,
                pattern,
                role,
                List.of(mark),
                distance(session),
                command == null ? "" : command.verb(),
                command == null ? ScannedLine.NONE : line - command.line());
    }

    private int distance(@Nullable OpenSession session) {
        return session == null ? ScannedLine.NONE : line - session.start();
    }
}
