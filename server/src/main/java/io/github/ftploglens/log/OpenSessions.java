package io.github.ftploglens.log;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.format.LinePattern;
import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.format.Surroundings;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The control connections that a scan believes to be open, by the name that the log gives them. */
final class OpenSessions {
    /** Logs do not always tell of an end: what has been silent for so long, or is the oldest of so many, has ended. */
    private static final int MOST_SILENT_LINES = 20_000;

    private static final int MOST_OPEN = 1_024;

    /** Between the parts of a name. */
    private static final char SEPARATOR = '\0';

    private final Map<String, OpenSession> byName;
    private final Map<String, Surroundings> around;

    OpenSessions(Map<String, OpenSession> byName, Map<String, Surroundings> around) {
        this.byName = byName;
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
        if (behind.equals(Surroundings.NONE)) {
            around.remove(line.format().id());
        } else if (!behind.equals(here)) {
            around.put(line.format().id(), behind);
        }
    }

    LineState state(int line) {
        Map<String, OpenSession> copies = new LinkedHashMap<>();
        byName.forEach((name, session) -> {
            if (!isOver(session, line)) {
                copies.put(name, session.copy(line));
            }
        });
        return new LineState(copies, Map.copyOf(around));
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
        byName.remove(name);
        if (byName.size() >= MOST_OPEN) {
            byName.values().remove(Collections.min(byName.values(), Comparator.comparingInt(OpenSession::lastSeen)));
        }
        OpenSession session = new OpenSession(line.number());
        byName.put(name, session);
        see(session, line);
        return session;
    }

    @Nullable
    OpenSession end(MatchedLine line) {
        OpenSession session = find(line);
        byName.remove(name(line));
        return session;
    }

    /**
     * The session inside whose multi-line reply the line stands, or null when it stands in none: the one that it names, and
     * when it names none, as a line without a mark, the one that was seen last.
     */
    private @Nullable OpenSession inReply(MatchedLine line) {
        LogFormat format = line.format();
        boolean isNamed = format.sessionFields().isEmpty()
                || format.sessionFields().stream()
                        .anyMatch(field -> line.span(field).isPresent());
        if (isNamed) {
            OpenSession session = byName.get(name(line));
            return session != null && isInReply(session, line) ? session : null;
        }
        String prefix = format.id() + SEPARATOR;
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
        Optional<Map.Entry<String, OpenSession>> waiting = byName.entrySet().stream()
                .filter(entry -> !user.isEmpty() && entry.getValue().isLoggingIn(client, user))
                .min(Map.Entry.comparingByValue(Comparator.comparingInt(OpenSession::start)));
        if (waiting.isEmpty()) {
            return null;
        }
        OpenSession session = waiting.get().getValue();
        byName.remove(waiting.get().getKey());
        byName.put(name(line), session);
        see(session, line);
        return session;
    }

    private static boolean isOver(OpenSession session, int line) {
        return line - session.lastSeen() >= MOST_SILENT_LINES;
    }

    private static void see(OpenSession session, MatchedLine line) {
        session.seen(line.number(), line.field(Field.CLIENT), line.field(Field.USER));
    }

    private static String name(MatchedLine line) {
        StringBuilder name = new StringBuilder(line.format().id());
        for (Field field : line.format().sessionFields()) {
            name.append(SEPARATOR).append(line.field(field));
        }
        return name.toString();
    }
}
