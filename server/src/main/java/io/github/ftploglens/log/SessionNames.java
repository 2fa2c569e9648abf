package io.github.ftploglens.log;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.format.LogFormat;
import org.jspecify.annotations.Nullable;

/**
 * The names that lines give their control connections: the id of the format and the session's fields. Most lines have a name
 * that a line shortly before had; they get the same string, which costs no memory and is found in maps at once.
 */
final class SessionNames {
    /** Between the parts of a name. */
    static final char SEPARATOR = '\0';

    /** A power of two; a log that is written by more sessions at a time has some names made anew. */
    private static final int MOST_KEPT = 128;

    private final @Nullable String[] kept = new @Nullable String[MOST_KEPT];

    String of(MatchedLine line) {
        int slot = hash(line) & (MOST_KEPT - 1);
        String name = kept[slot];
        if (name == null || !isNameOf(line, name)) {
            name = made(line);
            kept[slot] = name;
        }
        return name;
    }

    private static int hash(MatchedLine line) {
        LogFormat format = line.format();
        int hash = format.id().hashCode();
        for (int i = 0; i < format.sessionFields().size(); i++) {
            Field field = format.sessionFields().get(i);
            int end = line.end(field);
            for (int at = line.start(field); at < end; at++) {
                hash = 31 * hash + line.text().charAt(at);
            }
        }
        return hash ^ hash >>> 16;
    }

    private static boolean isNameOf(MatchedLine line, String name) {
        LogFormat format = line.format();
        int at = format.id().length();
        if (!name.startsWith(format.id())) {
            return false;
        }
        for (int i = 0; i < format.sessionFields().size(); i++) {
            Field field = format.sessionFields().get(i);
            int length = line.end(field) - line.start(field);
            if (at >= name.length()
                    || name.charAt(at) != SEPARATOR
                    || !name.regionMatches(at + 1, line.text(), line.start(field), length)) {
                return false;
            }
            at += 1 + length;
        }
        return at == name.length();
    }

    private static String made(MatchedLine line) {
        StringBuilder name = new StringBuilder(line.format().id());
        for (Field field : line.format().sessionFields()) {
            name.append(SEPARATOR).append(line.field(field));
        }
        return name.toString();
    }
}
