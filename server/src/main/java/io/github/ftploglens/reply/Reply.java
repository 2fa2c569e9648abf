package io.github.ftploglens.reply;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The facts about a reply code. Its words are in the language files.
 *
 * @param code the code
 * @param status whether a standard defines it, and who sends it
 * @param definedIn what defines it
 * @param commands the verbs that may get it, {@value #ANY_COMMAND} for every one, {@value #GREETING} for a new connection
 * @param place where in a session it is sent
 * @param awaits what follows it
 * @param control what becomes of the control connection
 * @param data what it says of the data connection
 * @param retry whether the command is worth repeating
 * @param scope what the reply is about
 * @param next the commands that sensibly follow, in order
 * @param related the codes worth comparing, the most confusable first
 * @param words what servers say with this code and other protocols do not, in lower case; none where others share the code
 * @param meanings the meanings that the command tells apart, or none
 */
public record Reply(
        ReplyCode code,
        Status status,
        Source definedIn,
        Set<String> commands,
        Place place,
        Awaits awaits,
        Control control,
        Data data,
        Retry retry,
        Scope scope,
        List<String> next,
        List<ReplyCode> related,
        Set<String> words,
        List<Meaning> meanings) {
    public static final String ANY_COMMAND = "*";
    public static final String GREETING = "(connect)";

    /** Whether a standard defines a code, and who sends it. */
    public enum Status {
        /** An RFC in force defines it. */
        STANDARD,
        /** No standard does, but servers send it. */
        USED,
        /** Public lists name it, but no server is known to send it. */
        LISTED,
        /** Only RFCs from before RFC 959 define it. */
        HISTORIC
    }

    /** Where in a session a reply is sent. */
    public enum Place {
        GREETING,
        LOGIN,
        SECURITY,
        SETUP,
        TRANSFER,
        FILES,
        INFORMATION,
        ANY,
        END
    }

    /** What follows a reply. */
    public enum Awaits {
        REPLY,
        COMMAND,
        NONE
    }

    /** What becomes of the control connection. */
    public enum Control {
        OPEN,
        CLOSES
    }

    /** What a reply says of the data connection. */
    public enum Data {
        NONE,
        OPENS,
        OPEN,
        CLOSES,
        REFUSED
    }

    /** Whether the command is worth repeating. */
    public enum Retry {
        NONE,
        WAIT,
        CONTINUE,
        NOW,
        LATER,
        CHANGE,
        NEVER
    }

    /** What a reply is about. */
    public enum Scope {
        /** What was asked. */
        REQUEST,
        /** The state of the server, whoever asks. */
        SERVER
    }

    /**
     * One of several meanings of a code.
     *
     * @param id the part of its keys in the language files, as in {@code reply.522.protocol.name}
     * @param commands the verbs whose reply has this meaning
     * @param definedIn what defines it
     */
    public record Meaning(String id, Set<String> commands, Source definedIn) {}

    /** Whether a standard or common practice lets the verb get this reply. */
    public boolean mayAnswer(String verb) {
        return commands.contains(ANY_COMMAND) || commands.contains(verb);
    }

    /** Whether servers of today send it. */
    public boolean isSent() {
        return status == Status.STANDARD || status == Status.USED;
    }

    /** Whether the text says what servers say with this code and other protocols do not. */
    public boolean isWordedAs(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(lower::contains);
    }

    /** The meaning that the code has in reply to the verb, if it has several. */
    public Optional<Meaning> meaningFor(String verb) {
        return meanings.stream()
                .filter(meaning -> meaning.commands().contains(verb))
                .findFirst();
    }
}
