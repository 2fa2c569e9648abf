package io.github.ftploglens.log;

import org.jspecify.annotations.Nullable;

/**
 * How states keep a session that is open: as a copy that does not change, the same one until a line changes the session. A
 * large log has many states, and most of its sessions are open in many of them.
 */
final class KeptSession {
    private @Nullable OpenSession copy;
    private int origin;

    /** A line changes the session. */
    void forget() {
        copy = null;
    }

    /** Takes a copy of the session that is as the session is now, and whose numbers count from the line {@code from}. */
    void keep(OpenSession kept, int from) {
        copy = kept;
        origin = from;
    }

    /** The copy, for a state that the line comes behind. */
    OpenSession of(OpenSession session, int line) {
        OpenSession same = copy;
        if (same == null) {
            same = session.copy(line);
            keep(same, line);
        }
        return same;
    }

    /** How many lines before the line the one is that the copy's numbers count from. */
    int age(int line) {
        return line - origin;
    }
}
