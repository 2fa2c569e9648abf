package io.github.ftploglens.log;

import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A place where a line of a log reports a reply code as a reply code.
 *
 * @param column where its three digits begin, 0-based, in UTF-16 units
 * @param code the code
 * @param kind what it is there
 */
public record Mark(int column, ReplyCode code, Kind kind) {
    /** What a reported code is. */
    public enum Kind {
        /** The code of the last or only line of a reply, or of a record that has nothing but the code. */
        REPLY,
        /** The code on the first or an inner line of a multi-line reply (RFC 959 §4.2). */
        CONTINUATION,
        /** The code of a reply that is cited in an error text. */
        MENTION
    }

    /** The codes that a part of a line lists: the same code again is another line of the same reply (RFC 959 §4.2). */
    static List<Mark> listed(String line, Span part) {
        List<Mark> marks = new ArrayList<>();
        int at = part.start();
        while (at + 3 <= part.end()) {
            ReplyCode code = ReplyCode.at(line, at);
            int last = marks.size() - 1;
            if (code != null && last >= 0 && marks.get(last).code.equals(code)) {
                marks.set(last, new Mark(marks.get(last).column, code, Kind.CONTINUATION));
            }
            if (code != null) {
                marks.add(new Mark(at, code, Kind.REPLY));
            }
            at += code == null ? 1 : 3;
        }
        return List.copyOf(marks);
    }

    public Span span() {
        return new Span(column, column + 3);
    }
}
