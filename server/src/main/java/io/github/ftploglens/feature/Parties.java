package io.github.ftploglens.feature;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.ScannedLine;
import java.util.Map;

/** Whose the sessions of a log are, when the log is read line by line. */
final class Parties {
    private final Map<Integer, Party> bySession = new Latest<>();

    void learn(Parties other) {
        bySession.putAll(other.bySession);
    }

    /** Takes the next line, and learns what it tells when it begins a session or names the user. */
    void line(int number, String text, ScannedLine line) {
        boolean namesUser = line.isCommand() && line.verb().equals("USER");
        if (line.session() != ScannedLine.NONE && (namesUser || line.role() == ScannedLine.Role.CONNECT)) {
            bySession.put(number - line.session(), of(number, line, new LogText(line, text)));
        }
    }

    /** Who is behind the line, whose session has mostly told it before. */
    Party of(int number, ScannedLine line, String text) {
        Party before = bySession.getOrDefault(number - line.session(), Party.UNKNOWN);
        boolean isKnown = !before.client().isEmpty() && !before.user().isEmpty();
        return isKnown ? before : of(number, line, new LogText(line, text));
    }

    /** Who is behind the line: what the line says itself, or else what its session has told before. */
    Party of(int number, ScannedLine line, LogText text) {
        Party before = bySession.getOrDefault(number - line.session(), Party.UNKNOWN);
        String client = text.field(Field.CLIENT);
        String user = SessionText.user(line, text);
        return new Party(client.isEmpty() ? before.client() : client, user.isEmpty() ? before.user() : user);
    }
}
