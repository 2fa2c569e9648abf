package io.github.ftploglens.feature;

import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.ServerSoftware;
import java.util.Map;
import java.util.Optional;

/** The servers of a log's sessions, when the log is read line by line. */
final class SessionServers {
    private final Knowledge knowledge;
    private final Map<Integer, ServerSoftware> bySession = new Latest<>();

    SessionServers(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** Takes over what the other one knows. */
    void learn(SessionServers other) {
        bySession.putAll(other.bySession);
    }

    /** Takes the next line, of which the code is one, and learns the server when it is its greeting. */
    void code(int number, String text, ScannedLine line, Mark mark) {
        ServerHints.serverOfGreeting(knowledge, text, line, mark)
                .ifPresent(server -> bySession.put(number - line.session(), server));
    }

    /** The server whose session the line belongs to, if it is known. */
    Optional<ServerSoftware> server(int number, ScannedLine line) {
        return ServerHints.serverOfFormat(knowledge, line)
                .or(() -> Optional.ofNullable(bySession.get(number - line.session())));
    }

    /** What is known of the reply. */
    Optional<ServerHints.Known> hint(int number, String text, ScannedLine line, Mark mark) {
        return ServerHints.of(knowledge, mark.code(), new LogText(line, text).replyText(mark), server(number, line));
    }
}
