package io.github.ftploglens.reply;

import java.util.List;
import java.util.Optional;

/**
 * The facts about an FTP command.
 *
 * @param verb its name in upper case, such as {@code RETR}; {@value Reply#GREETING} stands for a new connection
 * @param definedIn what defines it, if that is known
 * @param group what the command is for
 * @param argument what its argument is
 * @param replies the codes that it may get, in the order preliminary, completion, intermediate, negative
 */
public record Command(
        String verb, Optional<Source> definedIn, Group group, Argument argument, List<ReplyCode> replies) {
    /** What a command is for. */
    public enum Group {
        LOGIN,
        SECURITY,
        SETUP,
        TRANSFER,
        FILES,
        INFORMATION,
        SESSION,
        OTHER
    }

    /** What a command's argument is. */
    public enum Argument {
        NONE,
        PATH,
        USER,
        SECRET,
        TEXT,
        NUMBER,
        ADDRESS
    }

    /** The part of its keys in the language files that stands for the verb. */
    public String key() {
        return verb.replace(' ', '_');
    }

    /** Whether the argument must never be shown. */
    public boolean isSecret() {
        return argument == Argument.SECRET;
    }
}
