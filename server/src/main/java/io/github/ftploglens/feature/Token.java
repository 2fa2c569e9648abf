package io.github.ftploglens.feature;

import io.github.ftploglens.reply.ReplyKind;
import io.github.ftploglens.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A part of a line that an editor may give a colour.
 *
 * @param line the line, 0-based
 * @param span its place in the line, never empty
 * @param type what it is
 * @param kind the kind of the reply when it is a reply code, else null
 */
public record Token(
        int line, Span span, Type type, @Nullable ReplyKind kind) {
    /** What a part of a line is. */
    public enum Type {
        CODE,
        VERB,
        ARGUMENT,
        /** An argument that must not be shown. */
        SECRET,
        USER,
        CLIENT,
        TIME
    }
}
