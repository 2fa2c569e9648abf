package io.github.ftploglens.feature;

import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.HintCatalogue;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.reply.ServerSoftware;
import io.github.ftploglens.reply.Wording;
import java.util.Optional;

/** Says what a server means by the text of a reply. */
final class ServerHints {
    private static final int GREETING = 220;

    /** How many lines behind the beginning of a session its greeting is looked for. */
    private static final int GREETING_WITHIN = 200;

    /**
     * What is known of a reply text.
     *
     * @param server the name of the server
     * @param cause why it sends the text
     * @param fix what to do, and in which language that is said, if not in the reader's
     */
    record Known(String server, String cause, String fix) {}

    private ServerHints() {}

    /** What is known of the reply at the line; the format or the greeting of the session tells the server. */
    static Optional<Known> of(Knowledge knowledge, LogDocument document, int line, Mark mark) {
        ScannedLine scanned = document.line(line);
        String text = new LogText(scanned, document.text(line)).replyText(mark);
        Optional<ServerSoftware> server =
                serverOfFormat(knowledge, scanned).or(() -> serverOfGreeting(knowledge, document, line));
        return of(knowledge, mark.code(), text, server);
    }

    /** What is known of a reply text, of the server if that is known. */
    static Optional<Known> of(Knowledge knowledge, ReplyCode code, String text, Optional<ServerSoftware> server) {
        Wording words = knowledge.words();
        HintCatalogue hints = knowledge.hints();
        return hints.find(code, text, server).map(hint -> {
            String key = "hint." + hint.id();
            String name = hints.server(hint.server()).map(ServerSoftware::name).orElse(hint.server());
            String fix = words.get(key + ".fix");
            boolean translated = words.has(key + ".fix");
            return new Known(
                    name,
                    words.get(key + ".cause"),
                    translated ? fix : Phrases.sentences(words, fix, words.get("hint.english")));
        });
    }

    /** The server that writes logs of the line's format, if only one does. */
    static Optional<ServerSoftware> serverOfFormat(Knowledge knowledge, ScannedLine line) {
        LogFormat format = line.format();
        return format == null ? Optional.empty() : knowledge.hints().serverOfFormat(format.id());
    }

    /** The server whose greeting the code begins, if it names itself. */
    static Optional<ServerSoftware> serverOfGreeting(Knowledge knowledge, String text, ScannedLine line, Mark mark) {
        return mark.code().value() == GREETING
                ? knowledge.hints().serverOfBanner(new LogText(line, text).replyText(mark))
                : Optional.empty();
    }

    private static Optional<ServerSoftware> serverOfGreeting(Knowledge knowledge, LogDocument document, int line) {
        ScannedLine scanned = document.line(line);
        if (scanned.session() == ScannedLine.NONE) {
            return Optional.empty();
        }
        int start = line - scanned.session();
        for (int i = start; i <= Math.min(line, start + GREETING_WITHIN); i++) {
            ScannedLine candidate = document.line(i);
            boolean same = candidate.session() != ScannedLine.NONE && i - candidate.session() == start;
            for (Mark mark : candidate.marks()) {
                Optional<ServerSoftware> server =
                        same ? serverOfGreeting(knowledge, document.text(i), candidate, mark) : Optional.empty();
                if (server.isPresent()) {
                    return server;
                }
            }
        }
        return Optional.empty();
    }
}
