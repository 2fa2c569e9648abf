package io.github.ftploglens.log;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the lines of a log up to some line leave open; the next line counts as line 0, those before are negative. */
public final class LineState {
    /** Before the first line of a log. */
    public static final LineState START = new LineState(Map.of(), Map.of());

    private final Map<String, OpenSession> sessions;
    /** The part of the log in which the next line stands, for each format that has parts. */
    private final Map<String, String> parts;

    LineState(Map<String, OpenSession> sessions, Map<String, String> parts) {
        this.sessions = sessions;
        this.parts = parts;
    }

    OpenSessions open() {
        Map<String, OpenSession> copies = new LinkedHashMap<>();
        sessions.forEach((name, session) -> copies.put(name, session.copy(0)));
        return new OpenSessions(copies, new LinkedHashMap<>(parts));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineState state && sessions.equals(state.sessions) && parts.equals(state.parts);
    }

    @Override
    public int hashCode() {
        return sessions.hashCode();
    }
}
