package io.github.ftploglens.log;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.format.LinePattern;
import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.log.OpenSession.Sent;
import io.github.ftploglens.log.ScannedLine.Role;
import io.github.ftploglens.reply.ReplyCatalogue;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Reads the lines of a log in their order: which pattern each has, which codes it reports, and which command and control
 * connection they belong to. One scanner reads one log, or goes on from where another stood.
 */
public final class LineScanner {
    private final ReplyCatalogue catalogue;
    private final List<LogFormat> formats;
    private final OpenSessions sessions;
    private final ReplyReader replies;
    private final int[] bounds = LinePattern.newBounds();
    private int number;

    /**
     * @param formats the formats that the log is known to have
     * @param before what the lines before have left open
     */
    public LineScanner(ReplyCatalogue catalogue, List<LogFormat> formats, LineState before) {
        this.catalogue = catalogue;
        this.formats = formats;
        this.sessions = before.open();
        this.replies = new ReplyReader(catalogue, sessions);
    }

    /** What the lines read so far leave open. */
    public LineState state() {
        return sessions.state(number);
    }

    /** Reads the next line. Never throws, and takes time linear in the line's length, whatever stands in it. */
    public ScannedLine next(String text) {
        ScannedLine scanned = scan(text);
        number++;
        return scanned;
    }

    private ScannedLine scan(String text) {
        for (LogFormat format : formats) {
            Optional<LinePattern> pattern = format.patternOf(
                    text, bounds, sessions.around(format), inner -> sessions.isInReply(line(format, inner, text)));
            if (pattern.isPresent()) {
                MatchedLine line = line(format, pattern.get(), text);
                ScannedLine scanned = scan(line);
                sessions.goOn(line);
                return scanned;
            }
        }
        return ScannedLine.UNKNOWN;
    }

    private MatchedLine line(LogFormat format, LinePattern pattern, String text) {
        return new MatchedLine(format, pattern, text, bounds, number);
    }

    private ScannedLine scan(MatchedLine line) {
        return switch (line.pattern().role()) {
            case CONNECT -> line.plain(Role.CONNECT, sessions.begin(line));
            case CLOSE -> line.plain(Role.CLOSE, sessions.end(line));
            case OTHER -> line.plain(Role.OTHER, sessions.find(line));
            case HEADER -> line.plain(Role.OTHER, null);
            case COMMAND -> command(line, sessions.of(line));
            case REPLY -> replies.read(line, sessions.of(line));
            case LINE -> either(line, sessions.of(line));
            case RECORD -> record(line, sessions.of(line));
            case MENTION -> mention(line, sessions.of(line));
        };
    }

    private static ScannedLine command(MatchedLine line, OpenSession session) {
        String verb = line.verb();
        session.command(line.number(), verb);
        return new ScannedLine(
                line.format(), line.pattern(), Role.COMMAND, List.of(), line.distance(session), verb, ScannedLine.NONE);
    }

    private ScannedLine either(MatchedLine line, OpenSession session) {
        Span said = line.spanOrEnd(Field.LINE);
        boolean isReply = session.openReply() != null
                || ReplyReader.isReply(line, said)
                || catalogue.command(LogLine.firstWord(said.of(line.text()), 0)).isEmpty();
        return isReply ? replies.readLine(line, session, said) : command(line, session);
    }

    private ScannedLine record(MatchedLine line, OpenSession session) {
        List<Mark> marks = line.codes();
        if (marks.isEmpty()) {
            return line.plain(Role.OTHER, session);
        }
        String verb = line.verb();
        Sent command = verb.isEmpty() ? null : new Sent(line.number(), verb, false);
        ScannedLine record = line.marked(Role.RECORD, marks, session, command);
        if (marks.get(marks.size() - 1).code().value() == 221) {
            sessions.end(line);
        }
        return record;
    }

    private static ScannedLine mention(MatchedLine line, OpenSession session) {
        Optional<Span> field = line.span(Field.CODE).or(() -> line.span(Field.REPLY));
        ReplyCode code =
                field.map(span -> ReplyCode.at(line.text(), span.start())).orElse(null);
        if (field.isEmpty() || code == null) {
            return line.plain(Role.OTHER, session);
        }
        Mark mark = new Mark(field.get().start(), code, Mark.Kind.MENTION);
        return line.marked(Role.MENTION, List.of(mark), session, session.answered());
    }
}
