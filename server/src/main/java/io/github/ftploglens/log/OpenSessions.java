package io.github.ftploglens.log;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.format.LinePattern;
import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.format.Surroundings;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The control connections that a scan believes to be open, by the name that the log gives them. */
final class OpenSessions {
    /** Logs do not always tell of an end: what has been silent for long, or is the oldest of so many, has ended. */
    private static final int MOST_OPEN = 1_024;

    /** A line that comes so much later than the server's goodbye belongs to another connection of the same name. */
    private static final int MOST_LINES_AFTER_GOODBYE = 1_000;

    /** The one that no line has named for the longest time first. */
    private final Map<String, OpenSession> byName;

    private final Map<String, Surroundings> around;
    private final SessionNames names = new SessionNames();

    OpenSessions(Map<String, OpenSession> byName, Map<String, Surroundings> around) {
        this.byName = new LinkedHashMap<>(16, 0.75f, true);
        this.byName.putAll(byName);
        this.around = around;
    }

    /** What the lines read so far tell of the next one. */
    Surroundings around(LogFormat format) {
        return around.getOrDefault(format.id(), Surroundings.NONE);
    }

    /** Goes on behind the line. */
    void goOn(MatchedLine line) {
        Surroundings here = around(line.format());
        Surroundings behind = line.format().behind(here, line.pattern(), line.text(), line.bounds());
        if (behind.equals(here)) {
            return;
        }
        if (behind.equals(Surroundings.NONE)) {
            around.remove(line.format().id());
        } else {
            around.put(line.format().id(), behind);
        }
    }

    LineState state(int line, Strangers strangers) {
        byName.values().removeIf(session -> isOver(session, line));
        return new LineState(byName, line, Map.copyOf(around), strangers);
    }

    /** Whether a server has announced a transfer that it has not reported the end of before the line. */
    boolean isTransferring(int line) {
        return byName.values().stream().anyMatch(session -> session.isTransferring() && !isOver(session, line));
    }

    /** Whether the line stands inside a multi-line reply, whose other lines have a mark that it has not. */
    boolean isInReply(MatchedLine line) {
        return inReply(line) != null;
    }

    /** The session of the line; begun if there is none. */
    OpenSession of(MatchedLine line) {
        OpenSession session =
                line.pattern().part().equals(LinePattern.INSIDE_REPLY) ? inReply(line) : byName.get(name(line));
        if (session != null && !isOver(session, line.number())) {
            see(session, line);
            return session;
        }
        OpenSession renamed = line.format().changesAtLogin() ? renameAtLogin(line) : null;
        return renamed == null ? begin(line) : renamed;
    }

    /** The session of the line, or null when none is open by its name. */
    @Nullable
    OpenSession find(MatchedLine line) {
        OpenSession session = byName.get(name(line));
        if (session == null || isOver(session, line.number())) {
            return null;
        }
        see(session, line);
        return session;
    }

    OpenSession begin(MatchedLine line) {
        String name = name(line);
        OpenSession before = byName.remove(name);
        forgetEldest(line.number());
        OpenSession session = new OpenSession(line.number());
        byName.put(name, session);
        see(session, line);
        if (before != null && !before.isClosed() && !isOver(before, line.number())) {
            // Two connections of one name may be open at once: nothing would tell their lines apart.
            session.distrust();
        }
        return session;
    }

    private void forgetEldest(int line) {
        Iterator<OpenSession> eldest = byName.values().iterator();
        while (eldest.hasNext() && (isOver(eldest.next(), line) || byName.size() >= MOST_OPEN)) {
            eldest.remove();
        }
    }

    @Nullable
    OpenSession end(MatchedLine line) {
        OpenSession session = find(line);
        byName.remove(name(line));
        if (session != null) {
            session.giveUp(line.number());
        }
        return session;
    }

    /**
     * The session inside whose multi-line reply the line stands, or null when it stands in none: the one that it names, and
     * when it names none, as a line without a mark, the one that was seen last.
     */
    private @Nullable OpenSession inReply(MatchedLine line) {
        LogFormat format = line.format();
        List<Field> fields = format.sessionFields().stream()
                .filter(field -> field != Field.STREAM)
                .toList();
        boolean isNamed = fields.isEmpty()
                || fields.stream().anyMatch(field -> line.span(field).isPresent());
        if (isNamed) {
            OpenSession session = byName.get(name(line));
            return session != null && isInReply(session, line) ? session : null;
        }
        String stream = line.field(Field.STREAM);
        String prefix =
                format.id() + SessionNames.SEPARATOR + (stream.isEmpty() ? stream : stream + SessionNames.SEPARATOR);
        return byName.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix) && isInReply(entry.getValue(), line))
                .map(Map.Entry::getValue)
                .max(Comparator.comparingInt(OpenSession::lastSeen))
                .orElse(null);
    }

    private static boolean isInReply(OpenSession session, MatchedLine line) {
        return session.openReply() != null && !isOver(session, line.number());
    }

    /** vsftpd goes on in another process once the user has logged in: the line's session is the oldest that waits for it. */
    private @Nullable OpenSession renameAtLogin(MatchedLine line) {
        String client = line.field(Field.CLIENT);
        String user = line.field(Field.USER);
        if (user.isEmpty()) {
            return null;
        }
        Map.Entry<String, OpenSession> oldest = null;
        for (Map.Entry<String, OpenSession> entry : byName.entrySet()) {
            if (entry.getValue().isLoggingIn(client, user)
                    && !isOver(entry.getValue(), line.number())
                    && (oldest == null
                            || entry.getValue().start() < oldest.getValue().start())) {
                oldest = entry;
            }
        }
        if (oldest == null) {
            return null;
        }
        OpenSession session = oldest.getValue();
        byName.remove(oldest.getKey());
        byName.put(name(line), session);
        see(session, line);
        return session;
    }

    private static boolean isOver(OpenSession session, int line) {
        int most = session.isClosed() ? MOST_LINES_AFTER_GOODBYE : LineScanner.MOST_SILENT_LINES;
        return line - session.lastSeen() >= most;
    }

    private static void see(OpenSession session, MatchedLine line) {
        session.seen(line);
    }

    private String name(MatchedLine line) {
        return names.of(line);
    }
}
