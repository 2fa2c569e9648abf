package io.github.ftploglens.format;

import org.jspecify.annotations.Nullable;

/**
 * What the lines before a line tell of it, for one format.
 *
 * @param part the part of the log in which it stands, which another line has opened; empty for none
 * @param table the columns that it may have, which a header has named; null before any header
 */
public record Surroundings(String part, @Nullable Table table) {
    /** Where a log begins. */
    public static final Surroundings NONE = new Surroundings("", null);
}
