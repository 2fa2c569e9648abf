package io.github.ftploglens.log;

import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.text.Span;

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

    public Span span() {
        return new Span(column, column + 3);
    }
}
