package io.github.ftploglens.log;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.format.LinePattern;
import io.github.ftploglens.log.ScannedLine.Role;
import io.github.ftploglens.reply.ReplyCatalogue;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what servers have sent: which codes a line reports, and which command they answer (RFC 959 §4.2). */
final class ReplyReader {
    private final ReplyCatalogue catalogue;
    private final OpenSessions sessions;
    private final TransferEnd transferEnd;

    ReplyReader(ReplyCatalogue catalogue, OpenSessions sessions) {
        this.catalogue = catalogue;
        this.sessions = sessions;
        this.transferEnd = new TransferEnd(catalogue);
    }

    /** Reads a line that is the server's. */
    ScannedLine read(MatchedLine line, OpenSession session) {
        List<Mark> codes = line.codes();
        Span reply = line.spanOrEnd(Field.REPLY);
        if (!line.has(Field.REPLY)) {
            return codes.isEmpty() ? readLine(line, session, reply) : answer(line, session, codes);
        }
        ScannedLine read = readLines(line, session, reply);
        return codes.isEmpty() ? read : withCopies(read, codes);
    }

    /** Reads what the server has sent as one line. */
    ScannedLine readLine(MatchedLine line, OpenSession session, Span said) {
        ReplyCode code = codeOf(line, said);
        ReplyCode open = session.openReply();
        boolean inner = code == null || (open != null && !code.equals(open) && !ends(session, code, line, said));
        if (code == null || inner) {
            return line.plain(open == null ? Role.OTHER : Role.INNER, session);
        }
        int behind = said.start() + 3;
        boolean isData = line.format().showsData()
                && session.isTransferring()
                && !transferEnd.is(session, code, line.text().substring(behind, said.end()));
        if (isData) {
            return line.plain(Role.OTHER, session);
        }
        OpenSession answering = startsSession(session, code) ? sessions.begin(line) : session;
        boolean continues = behind < said.end() && line.text().charAt(behind) == '-';
        Sent command = continues
                ? answering.beginReply(code, catalogue, line.number())
                : answering.endReply(code, catalogue, line.number());
        Mark mark = new Mark(said.start(), code, continues ? Mark.Kind.CONTINUATION : Mark.Kind.REPLY);
        return line.marked(Role.REPLY, List.of(mark), answering, command).with(answering.takeFault());
    }

    /** Whether what is said begins with a code, as a reply does. */
    static boolean isReply(MatchedLine line, Span said) {
        return codeOf(line, said) != null;
    }

    /** The lines of a reply that stand in one field. */
    private ScannedLine readLines(MatchedLine line, OpenSession session, Span said) {
        LinePattern pattern = line.pattern();
        int end = pattern.endOfReplyLine(line.text(), said.start(), said.end());
        ScannedLine answer = readLine(line, session, new Span(said.start(), end));
        int next = pattern.nextReplyLine(line.text(), end, said.end());
        if (next < 0) {
            return answer;
        }
        List<Mark> marks = new ArrayList<>(answer.marks());
        while (next >= 0) {
            end = pattern.endOfReplyLine(line.text(), next, said.end());
            ScannedLine other = readLine(line, sessions.of(line), new Span(next, end));
            marks.addAll(other.marks());
            answer = answer.marks().isEmpty() ? other : answer;
            next = pattern.nextReplyLine(line.text(), end, said.end());
        }
        return answer.with(marks);
    }

    /** A reply whose code, or replies whose codes, the line tells apart from the text. Each is a whole reply. */
    private ScannedLine answer(MatchedLine line, OpenSession session, List<Mark> codes) {
        boolean starts = startsSession(session, codes.get(0).code());
        OpenSession answering = starts ? sessions.begin(line) : session;
        Sent command = null;
        for (Mark mark : codes) {
            command = mark.kind() == Mark.Kind.CONTINUATION
                    ? answering.beginReply(mark.code(), catalogue, line.number())
                    : answering.endReply(mark.code(), catalogue, line.number());
        }
        return line.marked(Role.REPLY, codes, answering, command).with(answering.takeFault());
    }

    /** The line with the codes of its reply that it has once more in a field of their own. */
    private static ScannedLine withCopies(ScannedLine read, List<Mark> codes) {
        List<Mark> marks = new ArrayList<>(read.marks());
        for (Mark copy : codes) {
            boolean isCopy = read.marks().stream()
                    .anyMatch(mark -> mark.code().equals(copy.code()) && mark.column() != copy.column());
            if (isCopy) {
                marks.add(new Mark(copy.column(), copy.code(), Mark.Kind.MENTION));
            }
        }
        marks.sort(Comparator.comparingInt(Mark::column));
        return read.with(marks);
    }

    /**
     * Whether a line with another code ends the open reply although RFC 959 §4.2 wants the same code: servers send
     * {@code 230-} lines and end them with 226 where that is what the command may get.
     */
    private boolean ends(OpenSession session, ReplyCode code, MatchedLine line, Span said) {
        int behind = said.start() + 3;
        boolean lastLine = behind == said.end() || line.text().charAt(behind) == ' ';
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

    /** A greeting that answers no command begins a control connection, also where the log does not say so. */
    private boolean startsSession(OpenSession session, ReplyCode code) {
        Sent waiting = session.waiting();
        return code.value() == 220
                && session.openReply() == null
                && session.hasTalked()
                && (waiting == null || !catalogue.mayAnswer(code, waiting.verb()));
    }

    /** The code with which a reply's line begins: three digits, then a space, a hyphen or nothing; or null. */
    private static @Nullable ReplyCode codeOf(MatchedLine line, Span said) {
        int behind = said.start() + 3;
        boolean fits = behind == said.end()
                || (behind < said.end()
                        && (line.text().charAt(behind) == ' ' || line.text().charAt(behind) == '-'));
        return fits ? ReplyCode.at(line.text(), said.start()) : null;
    }
}
