package io.github.ftploglens.log;

/**
 * A command that a client has sent.
 *
 * @param line its line in the scan; negative for one before it
 * @param verb its verb in upper case
 * @param announced the line of the preliminary reply to it, or {@link #NOT_ANNOUNCED}
 */
record Sent(int line, String verb, int announced) {
    private static final int NOT_ANNOUNCED = Integer.MAX_VALUE;

    /** A command that no reply has answered. */
    Sent(int line, String verb) {
        this(line, verb, NOT_ANNOUNCED);
    }

    boolean isAnnounced() {
        return announced != NOT_ANNOUNCED;
    }

    /** The command in a scan whose line numbers are smaller by so many. */
    Sent earlierBy(int lines) {
        return new Sent(line - lines, verb, isAnnounced() ? announced - lines : NOT_ANNOUNCED);
    }
}
