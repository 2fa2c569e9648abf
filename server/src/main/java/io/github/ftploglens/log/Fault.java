package io.github.ftploglens.log;

/**
 * A break in the order of commands and replies, known at a line. Only told where the log shows a session from its beginning
 * and every reply so far had its command; one for each session, as what follows the first one is its consequence.
 *
 * @param kind what is wrong
 * @param distance how many lines back the reply stands that is at fault, 0 for the line itself
 */
public record Fault(Kind kind, int distance) {
    /** What is wrong with a reply. */
    public enum Kind {
        /** The preliminary reply was never followed by its final one (RFC 959 §4.2). */
        UNFINISHED,
        /** The command may not get this positive reply (RFC 959 §5.4): it may be that of another command. */
        UNEXPECTED,
        /** No command waits for the reply: there is one reply too many. */
        STRAY
    }
}
