package io.github.ftploglens.log;

import io.github.ftploglens.format.Surroundings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** What the lines of a log up to some line leave open; the next line counts as line 0, those before are negative. */
public final class LineState {
    /** Before the first line of a log. */
    public static final LineState START = new LineState(Map.of(), 0, Map.of(), Strangers.NONE);

    /** The names of the sessions, that of the one which no line has named for the longest time first. */
    private final String[] names;
    /** The sessions, as {@link KeptSession} keeps them. */
    private final OpenSession[] sessions;
    /** How many lines before this state the line 0 of each session is. */
    private final int[] ages;
    /** What the lines tell of the next one, by the id of the format for which they do. */
    private final Map<String, Surroundings> around;

    private final Strangers strangers;

    /**
     * @param sessions those that are open, by their names
     * @param line the next line, as they count lines
     */
    LineState(Map<String, OpenSession> sessions, int line, Map<String, Surroundings> around, Strangers strangers) {
        this.names = sessions.keySet().toArray(String[]::new);
        this.sessions = sessions.values().stream()
                .map(session -> session.kept().of(session, line))
                .toArray(OpenSession[]::new);
        this.ages = sessions.values().stream()
                .mapToInt(session -> session.kept().age(line))
                .toArray();
        this.around = around;
        this.strangers = strangers;
    }

    Strangers strangers() {
        return strangers;
    }

    OpenSessions open() {
        Map<String, OpenSession> open = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            OpenSession session = sessions[i].copy(ages[i]);
            session.kept().keep(sessions[i], -ages[i]);
            open.put(names[i], session);
        }
        return new OpenSessions(open, new LinkedHashMap<>(around));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineState state
                && Arrays.equals(names, state.names)
                && IntStream.range(0, names.length).allMatch(i -> hasSame(i, state))
                && around.equals(state.around)
                && strangers.equals(state.strangers);
    }

    private boolean hasSame(int session, LineState other) {
        OpenSession mine = sessions[session];
        OpenSession its = other.sessions[session];
        return ages[session] == other.ages[session]
                ? mine.equals(its)
                : mine.copy(ages[session]).equals(its.copy(other.ages[session]));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(names);
    }
}
