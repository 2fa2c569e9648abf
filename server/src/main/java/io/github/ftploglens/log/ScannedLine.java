package io.github.ftploglens.log;

import io.github.ftploglens.format.LinePattern;
import io.github.ftploglens.format.LogFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one line of a log is. Other lines are named by their distance, so that the value stays true when lines are inserted
 * before both.
 *
 * @param format the format that knows the line, or null
 * @param pattern the pattern of the line, or null
 * @param role what the line is; {@link Role#NOTHING} without a pattern
 * @param marks the codes that it reports, by column
 * @param session how many lines back the line's control connection begins, or {@link #NONE}
 * @param verb the verb of the line's command or of the command that it answers, in upper case, or empty
 * @param command how many lines back the command stands that the line answers, 0 for the same line, or {@link #NONE}
 * @param fault what the line shows to be wrong with the order of commands and replies, or null
 */
public record ScannedLine(
        @Nullable LogFormat format,
        @Nullable LinePattern pattern,
        Role role,
        List<Mark> marks,
        int session,
        String verb,
        int command,
        @Nullable Fault fault) {
    /** No such line. */
    public static final int NONE = -1;

    static final ScannedLine UNKNOWN = new ScannedLine(null, null, Role.NOTHING, List.of(), NONE, "", NONE, null);

    /** What a line of a log is, once its content and what came before it are known. */
    public enum Role {
        NOTHING,
        COMMAND,
        REPLY,
        /** A line of a multi-line reply that bears no code. */
        INNER,
        /** A command and the code that it got. */
        RECORD,
        MENTION,
        CONNECT,
        CLOSE,
        OTHER
    }

    /** The line when it reports these codes. */
    ScannedLine with(List<Mark> reported) {
        return new ScannedLine(format, pattern, role, List.copyOf(reported), session, verb, command, fault);
    }

    /** The line when it shows a fault. */
    ScannedLine with(@Nullable Fault shown) {
        return shown == null ? this : new ScannedLine(format, pattern, role, marks, session, verb, command, shown);
    }

    /** Whether the line holds a command. */
    public boolean isCommand() {
        return role == Role.COMMAND || role == Role.RECORD;
    }
}
