package io.github.ftploglens.feature;

/**
 * A part of an exchange.
 *
 * @param kind what it is
 * @param region where it stands
 */
public record Highlight(Kind kind, Region region) {
    /** What a part of an exchange is. */
    public enum Kind {
        COMMAND,
        REPLY
    }
}
