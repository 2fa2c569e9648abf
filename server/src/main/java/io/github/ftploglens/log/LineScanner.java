package io.github.ftploglens.log;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.format.LinePattern;
import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.log.ScannedLine.Role;
import io.github.ftploglens.reply.ReplyCatalogue;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.text.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a log in their order: which pattern each has, which codes it reports, and which command and control
 * connection they belong to. One scanner reads one log, or goes on from where another stood.
 */
public final class LineScanner {
    /** A session that was silent for so many lines has ended: logs do not always tell of an end. */
    public static final int MOST_SILENT_LINES = 20_000;

    private final ReplyCatalogue catalogue;
    private final List<LogFormat> known;
    private final List<LogFormat> formats;
    /** Whether a listing or a file may stand between the lines, which is nobody's log. */
    private final boolean showsData;

    private final OpenSessions sessions;
    private final ReplyReader replies;
    private Strangers strangers;
    private final int[] bounds = LinePattern.newBounds();
    private int number;

    /**
     * @param known the formats of which another one may begin later in the log
     * @param formats the formats that the log is known to have; without any it is no FTP log
     * @param before what the lines before have left open
     */
    public LineScanner(ReplyCatalogue catalogue, List<LogFormat> known, List<LogFormat> formats, LineState before) {
        this.catalogue = catalogue;
        this.known = known;
        this.formats = formats;
        this.showsData = formats.stream().anyMatch(LogFormat::showsData);
        this.sessions = before.open();
        this.strangers = before.strangers();
        this.replies = new ReplyReader(catalogue, sessions);
    }

    /** What the lines read so far leave open. */
    public LineState state() {
        return sessions.state(number, strangers);
    }

    /** Reads the next line. Never throws, and takes time linear in the line's length, whatever stands in it. */
    public ScannedLine next(String text) {
        ScannedLine scanned = scan(text);
        number++;
        return scanned;
    }

    /** Reads the next line, whose pattern may be known. The lines must have been matched with the formats of this scanner. */
    public ScannedLine next(MatchedLines lines, int index) {
        int format = lines.format(index);
        ScannedLine scanned = switch (format) {
            case MatchedLines.UNTOLD -> scan(lines.text(index));
            case MatchedLines.NONE -> stranger(lines.text(index));
            default -> scan(formats.get(format), lines.pattern(index, bounds), lines.text(index));
        };
        number++;
        return scanned;
    }

    private ScannedLine scan(String text) {
        ScannedLine scanned = scan(formats, text);
        return scanned == null ? stranger(text) : scanned;
    }

    /** A line that none of the formats knows that the log had from its beginning. */
    private ScannedLine stranger(String text) {
        ScannedLine scanned = scan(strangers.formats(), text);
        if (scanned != null) {
            return scanned;
        }
        boolean isData = showsData && sessions.isTransferring(number);
        if (!formats.isEmpty() && !isData) {
            strangers = strangers.with(text, known, catalogue);
        }
        return ScannedLine.UNKNOWN;
    }

    private @Nullable ScannedLine scan(List<LogFormat> any, String text) {
        for (int i = 0; i < any.size(); i++) {
            LogFormat format = any.get(i);
            LinePattern pattern = format.find(
                    text, bounds, sessions.around(format), inner -> sessions.isInReply(line(format, inner, text)));
            if (pattern != null) {
                return scan(format, pattern, text);
            }
        }
        return null;
    }

    private ScannedLine scan(LogFormat format, LinePattern pattern, String text) {
        MatchedLine line = line(format, pattern, text);
        ScannedLine scanned = scan(line);
        sessions.goOn(line);
        strangers = strangers.ended();
        return scanned;
    }

    private MatchedLine line(LogFormat format, LinePattern pattern, String text) {
        return new MatchedLine(format, pattern, text, bounds, number);
    }

    private ScannedLine scan(MatchedLine line) {
        return switch (line.pattern().role()) {
            case CONNECT -> bound(line, Role.CONNECT, sessions.begin(line));
            case CLOSE -> bound(line, Role.CLOSE, sessions.end(line));
            case OTHER -> line.plain(Role.OTHER, sessions.find(line));
            case HEADER, WRAPPER -> line.plain(Role.OTHER, null);
            case COMMAND -> command(line, sessions.of(line));
            case REPLY -> replies.read(line, sessions.of(line));
            case LINE -> either(line, sessions.of(line));
            case RECORD -> record(line, sessions.of(line));
            case MENTION -> mention(line, sessions.of(line));
        };
    }

    /** The first or the last line of a session. */
    private static ScannedLine bound(MatchedLine line, Role role, @Nullable OpenSession session) {
        return line.plain(role, session).with(session == null ? null : session.takeFault());
    }

    private static ScannedLine command(MatchedLine line, OpenSession session) {
        String verb = line.verb();
        session.command(line.number(), verb);
        return new ScannedLine(
                line.format(),
                line.pattern(),
                Role.COMMAND,
                List.of(),
                line.distance(session),
                verb,
                ScannedLine.NONE,
                null);
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
        Sent command = verb.isEmpty() ? null : new Sent(line.number(), verb);
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
