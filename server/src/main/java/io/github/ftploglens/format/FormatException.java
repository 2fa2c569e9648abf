package io.github.ftploglens.format;

import java.io.Serial;

/** A format file that cannot be used: what is wrong, where, and what to do. */
public final class FormatException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Says where something is wrong, what, and what to do about it. */
    public FormatException(String where, String problem, String remedy) {
        super(where + ": " + problem + "; " + remedy);
    }
}
