package io.github.ftploglens.feature;

/**
 * Who talks with the server, as far as the log says it.
 *
 * @param client the address or name of the client, or empty
 * @param user the user, or empty
 */
record Party(String client, String user) {
    static final Party UNKNOWN = new Party("", "");
}
