package io.github.ftploglens.log;

/**
 * How well the commands and replies of a session have followed each other so far.
 *
 * @param greeted whether the log has the session from its greeting on
 * @param broken whether a reply was without its command, or a command without its reply
 * @param exchanges how many replies had their command, counted up to {@value #ENOUGH}
 */
record Sequence(boolean greeted, boolean broken, int exchanges) {
    /** So many replies with their commands show that the log has the commands too. */
    private static final int ENOUGH = 5;

    static final Sequence UNKNOWN = new Sequence(false, false, 0);

    /** The server has greeted, before anything was said. */
    Sequence begun() {
        return exchanges == 0 ? new Sequence(true, broken, exchanges) : this;
    }

    Sequence broke() {
        return broken ? this : new Sequence(greeted, true, exchanges);
    }

    Sequence answered() {
        return exchanges == ENOUGH ? this : new Sequence(greeted, broken, exchanges + 1);
    }

    /** Whether what seems to be out of order is so, and not something that the log leaves out. */
    boolean isTrusted() {
        return greeted && !broken;
    }

    /** Whether the log has shown that it has every command. */
    boolean isComplete() {
        return isTrusted() && exchanges == ENOUGH;
    }
}
