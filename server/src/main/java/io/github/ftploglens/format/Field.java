package io.github.ftploglens.format;

import io.github.ftploglens.reply.Key;
import java.util.Optional;

/** What a named part of a log line is. */
public enum Field {
    /** When the line was written. */
    TIME,
    /** What tells one control connection from another: a pid, a connection number, a session id. */
    SESSION,
    /** The address or name of the client. */
    CLIENT,
    /** The user, as far as the line knows. */
    USER,
    /** A whole command: the verb and its argument. */
    COMMAND,
    /** The verb of a command. */
    VERB,
    /** The argument of a command. */
    ARGUMENT,
    /** A line that the server sent: a code and its text, or an inner line of a multi-line reply. */
    REPLY,
    /** A line that either side sent; only its content tells which. */
    LINE,
    /** A reply code alone. */
    CODE,
    /** The text of a reply whose code stands elsewhere on the line. */
    TEXT,
    /** How many bytes a transfer has moved, or a hyphen. */
    BYTES,
    /** The number by which IIS tells the reason of a reply: {@code sc-substatus}. */
    SUBSTATUS,
    /** The number by which Windows tells what went wrong: {@code sc-win32-status}. */
    WIN32STATUS,
    /** The names of the columns of the lines that follow. */
    COLUMNS,
    /** The line of another log. */
    INNER,
    /** What tells the logs from each other whose lines one log holds: a container, a process, a file. */
    STREAM;

    /** Where the bounds of the field begin in the bounds of a match. */
    @SuppressWarnings("EnumOrdinal") // an array in the innermost loop of a scan; the order is never stored
    int slot() {
        return 2 * ordinal();
    }

    /** Its name in a format file. */
    public String key() {
        return Key.of(this);
    }

    /** The field of that name in a format file. */
    static Optional<Field> named(String name) {
        return Key.find(Field.class, name);
    }
}
