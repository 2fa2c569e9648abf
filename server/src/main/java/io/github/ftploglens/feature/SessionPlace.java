package io.github.ftploglens.feature;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.Command;
import io.github.ftploglens.reply.ReplyCatalogue;
import io.github.ftploglens.reply.Wording;
import java.util.ArrayList;
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

    /** How far back transfers are counted. */
    private static final int MOST_COUNTED = 20_000;

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
            user = user.isEmpty() ? SessionText.user(candidate, text) : user;
        }
        return new SessionPlace(start, user, client);
    }

    /** Sentences that say whose session the line belongs to, and to which of its transfers. */
    static List<List<Inline>> sentences(Knowledge knowledge, LogDocument document, int line) {
        List<List<Inline>> sentences = new ArrayList<>();
        of(document, line).sentence(knowledge.words()).ifPresent(sentences::add);
        transfer(knowledge.catalogue(), document, line)
                .ifPresent(number ->
                        sentences.add(Inline.prose(knowledge.words().get("hover.transfer"), Map.of("number", number))));
        return sentences;
    }

    /** Whether the command moves a file or a listing. */
    static boolean isTransfer(ReplyCatalogue catalogue, String verb) {
        Optional<Command> command = catalogue.command(catalogue.canonical(verb));
        return command.isPresent()
                && command.get().group() == Command.Group.TRANSFER
                && !command.get().verb().equals("ABOR");
    }

    /** Which transfer of its session the line belongs to, from 1; empty for none, or when the session began too long ago. */
    private static Optional<Integer> transfer(ReplyCatalogue catalogue, LogDocument document, int line) {
        ScannedLine scanned = document.line(line);
        int start = line - scanned.session();
        int command = line - Math.max(0, scanned.command());
        boolean counts = scanned.session() != ScannedLine.NONE
                && command - start <= MOST_COUNTED
                && isTransfer(catalogue, scanned.verb());
        if (!counts) {
            return Optional.empty();
        }
        int number = 0;
        for (int i = Math.max(0, start); i <= command; i++) {
            ScannedLine candidate = document.line(i);
            boolean same = candidate.session() != ScannedLine.NONE && i - candidate.session() == start;
            number += same && candidate.isCommand() && isTransfer(catalogue, candidate.verb()) ? 1 : 0;
        }
        return Optional.of(number);
    }

    /** A sentence that says so, or empty when nothing is known. */
    Optional<List<Inline>> sentence(Wording words) {
        if (start == ScannedLine.NONE || (user.isEmpty() && client.isEmpty())) {
            return Optional.empty();
        }
        String key =
                user.isEmpty() ? "hover.session.client" : client.isEmpty() ? "hover.session.user" : "hover.session";
        return Optional.of(Inline.prose(
                words.get(key), Map.of("user", Secrets.mask(user), "client", client, "line", new Inline.Line(start))));
    }
}
