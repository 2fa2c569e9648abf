package io.github.ftploglens.feature;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose session a line belongs to.
 *
 * @param start the first line of the session, 0-based, or {@link ScannedLine#NONE}
 * @param user the user, as far as the lines up to there know, or empty
 * @param client the client's address, or empty
 */
record SessionPlace(int start, String user, String client) {
    /** How far back the user is looked for. */
    private static final int MOST_LINES = 5_000;

    static SessionPlace of(LogDocument document, int line) {
        ScannedLine scanned = document.line(line);
        if (scanned.session() == ScannedLine.NONE) {
            return new SessionPlace(ScannedLine.NONE, "", "");
        }
        int start = line - scanned.session();
        String user = "";
        String client = "";
        for (int i = line; i >= Math.max(start, line - MOST_LINES) && (user.isEmpty() || client.isEmpty()); i--) {
            ScannedLine candidate = document.line(i);
            if (candidate.session() == ScannedLine.NONE || i - candidate.session() != start) {
                continue;
            }
            LogText text = new LogText(candidate, document.text(i));
            client = client.isEmpty() ? text.field(Field.CLIENT) : client;
            user = user.isEmpty() ? user(candidate, text) : user;
        }
        return new SessionPlace(start, user, client);
    }

    /** Logs write {@code ?}, {@code -}, {@code nobody} or {@code (not logged in)} where nobody is logged in. */
    private static String user(ScannedLine line, LogText text) {
        if (line.verb().equals("USER") && line.isCommand()) {
            return text.command().substring("USER".length()).strip();
        }
        String user = text.field(Field.USER);
        boolean nobody = user.equals("?") || user.equals("-") || user.equals("nobody") || user.startsWith("(not ");
        return nobody ? "" : user;
    }

    /** A sentence that says so, or empty when nothing is known. */
    Optional<List<Inline>> sentence(Wording words) {
        if (start == ScannedLine.NONE || (user.isEmpty() && client.isEmpty())) {
            return Optional.empty();
        }
        String key =
                user.isEmpty() ? "hover.session.client" : client.isEmpty() ? "hover.session.user" : "hover.session";
        return Optional.of(Inline.prose(words.get(key), Map.of("user", user, "client", client, "line", start + 1)));
    }
}
