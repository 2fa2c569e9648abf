package io.github.ftploglens.log;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.format.LinePattern;
import io.github.ftploglens.format.LogFormat;
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

    private final Map<String, OpenSession> byName;
    private final Map<String, String> parts;

    OpenSessions(Map<String, OpenSession> byName, Map<String, String> parts) {
        this.byName = byName;
        this.parts = parts;
    }

    /** Whether a matched line stands in that part of the log. */
    boolean isIn(String part, LogFormat format, String text, int[] bounds, int line) {
        if (part.equals(LinePattern.INSIDE_REPLY)) {
            OpenSession session = byName.get(name(format, text, bounds));
            return session != null && !isOver(session, line) && session.openReply() != null;
        }
        return part.equals(parts.getOrDefault(format.id(), ""));
    }

    /** Goes on behind a line of the pattern. */
    void goOn(LogFormat format, LinePattern pattern) {
        String part = parts.getOrDefault(format.id(), "");
        String behind = pattern.partBehind(part);
        if (behind.isEmpty()) {
            parts.remove(format.id());
        } else if (!behind.equals(part)) {
            parts.put(format.id(), behind);
        }
    }

    LineState state(int line) {
        Map<String, OpenSession> copies = new LinkedHashMap<>();
        byName.forEach((name, session) -> {
            if (!isOver(session, line)) {
                copies.put(name, session.copy(line));
            }
        });
        return new LineState(copies, Map.copyOf(parts));
    }

    /** The session of a matched line, or null when none is open by its name. */
    @Nullable
    OpenSession find(LogFormat format, String text, int[] bounds, int line) {
        OpenSession session = byName.get(name(format, text, bounds));
        if (session == null || isOver(session, line)) {
            return null;
        }
        see(session, text, bounds, line);
        return session;
    }

    OpenSession findOrBegin(LogFormat format, String text, int[] bounds, int line) {
        OpenSession session = find(format, text, bounds, line);
        if (session == null && format.changesAtLogin()) {
            session = renameAtLogin(format, text, bounds, line);
        }
        return session == null ? begin(format, text, bounds, line) : session;
    }

    OpenSession begin(LogFormat format, String text, int[] bounds, int line) {
        String name = name(format, text, bounds);
        byName.remove(name);
        if (byName.size() >= MOST_OPEN) {
            byName.values().remove(Collections.min(byName.values(), Comparator.comparingInt(OpenSession::lastSeen)));
        }
        OpenSession session = new OpenSession(line);
        byName.put(name, session);
        see(session, text, bounds, line);
        return session;
    }

    @Nullable
    OpenSession end(LogFormat format, String text, int[] bounds, int line) {
        OpenSession session = find(format, text, bounds, line);
        byName.remove(name(format, text, bounds));
        return session;
    }

    /** vsftpd goes on in another process once the user has logged in: the line's session is the oldest that waits for it. */
    private @Nullable OpenSession renameAtLogin(LogFormat format, String text, int[] bounds, int line) {
        String client = LinePattern.text(Field.CLIENT, text, bounds).orElse("");
        String user = LinePattern.text(Field.USER, text, bounds).orElse("");
        Optional<Map.Entry<String, OpenSession>> waiting = byName.entrySet().stream()
                .filter(entry -> !user.isEmpty() && entry.getValue().isLoggingIn(client, user))
                .min(Map.Entry.comparingByValue(Comparator.comparingInt(OpenSession::start)));
        if (waiting.isEmpty()) {
            return null;
        }
        OpenSession session = waiting.get().getValue();
        byName.remove(waiting.get().getKey());
        byName.put(name(format, text, bounds), session);
        see(session, text, bounds, line);
        return session;
    }

    private static boolean isOver(OpenSession session, int line) {
        return line - session.lastSeen() >= MOST_SILENT_LINES;
    }

    private static void see(OpenSession session, String text, int[] bounds, int line) {
        session.seen(
                line,
                LinePattern.text(Field.CLIENT, text, bounds).orElse(""),
                LinePattern.text(Field.USER, text, bounds).orElse(""));
    }

    private static String name(LogFormat format, String text, int[] bounds) {
        StringBuilder name = new StringBuilder(format.id());
        for (Field field : format.sessionFields()) {
            Optional<String> part = LinePattern.text(field, text, bounds);
            name.append('\0').append(part.orElse(""));
        }
        return name.toString();
    }
}
