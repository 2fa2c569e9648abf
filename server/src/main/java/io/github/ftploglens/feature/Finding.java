package io.github.ftploglens.feature;

import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.text.Span;
import java.util.Optional;

/**
 * A failed reply in a log.
 *
 * @param line its line, 0-based
 * @param span the code in the line
 * @param severity how bad it is
 * @param code the code
 * @param message what failed, why, and what to do
 * @param address where the code is defined
 * @param cause the line of the command that failed, if the log has it
 */
public record Finding(
        int line, Span span, Severity severity, ReplyCode code, String message, String address, Optional<Cause> cause) {
    /** How bad a finding is, the worst first. */
    public enum Severity {
        ERROR,
        WARNING,
        INFORMATION,
        HINT
    }

    /**
     * The command that failed.
     *
     * @param line its line, 0-based
     * @param length how long its line is, in UTF-16 units
     * @param message what it is
     */
    public record Cause(int line, int length, String message) {}
}
