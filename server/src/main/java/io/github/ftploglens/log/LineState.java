package io.github.ftploglens.log;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the lines of a log up to some line leave open; the next line counts as line 0, those before are negative. */
public final class LineState {
    /** Before the first line of a log. */
    public static final LineState START = new LineState(Map.of());

    private final Map<String, OpenSession> sessions;

    LineState(Map<String, OpenSession> sessions) {
        this.sessions = sessions;
    }

    OpenSessions open() {
        Map<String, OpenSession> copies = new LinkedHashMap<>();
        sessions.forEach((name, session) -> copies.put(name, session.copy(0)));
        return new OpenSessions(copies);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineState state && sessions.equals(state.sessions);
    }

    @Override
    public int hashCode() {
        return sessions.hashCode();
    }
}
