package io.github.ftploglens.feature;

/**
 * Lines that an editor may hide behind the first of them.
 *
 * @param kind what they are
 * @param first the first line, 0-based
 * @param last the last line, 0-based, behind {@code first}
 */
public record Fold(Kind kind, int first, int last) {
    /** What is folded. */
    public enum Kind {
        /** A session with no line of another one in it. */
        SESSION,
        /** The lines of a greeting. */
        BANNER,
        /** The lines of another multi-line reply. */
        REPLY
    }
}
