package io.github.ftploglens.log;

import io.github.ftploglens.format.Surroundings;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the lines of a log up to some line leave open; the next line counts as line 0, those before are negative. */
public final class LineState {
    /** Before the first line of a log. */
    public static final LineState START = new LineState(Map.of(), Map.of(), Strangers.NONE);

    private final Map<String, OpenSession> sessions;
    /** What the lines tell of the next one, by the id of the format for which they do. */
    private final Map<String, Surroundings> around;

    private final Strangers strangers;

    LineState(Map<String, OpenSession> sessions, Map<String, Surroundings> around, Strangers strangers) {
        this.sessions = sessions;
        this.around = around;
        this.strangers = strangers;
    }

    Strangers strangers() {
        return strangers;
    }

    OpenSessions open() {
        Map<String, OpenSession> copies = new LinkedHashMap<>();
        sessions.forEach((name, session) -> copies.put(name, session.copy(0)));
        return new OpenSessions(copies, new LinkedHashMap<>(around));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineState state
                && sessions.equals(state.sessions)
                && around.equals(state.around)
                && strangers.equals(state.strangers);
    }

    @Override
    public int hashCode() {
        return sessions.hashCode();
    }
}
