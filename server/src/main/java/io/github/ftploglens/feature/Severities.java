package io.github.ftploglens.feature;

import io.github.ftploglens.feature.Finding.Severity;
import io.github.ftploglens.reply.Key;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.reply.ReplyKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How severe failed replies are.
 *
 * @param chosen what a reader wants, by codes as {@code 550}, kinds as {@code 5xx}, and {@code sequence} for what is out of
 *     order; empty for what is not to be found
 */
public record Severities(Map<String, Optional<Severity>> chosen) {
    /** 4yz warns, 5yz is an error (RFC 959 §4.2). */
    public static final Severities USUAL = new Severities(Map.of());

    private static final String OFF = "off";

    /** The codes for which one severity is set: {@code 550}, or {@code 5xx}. */
    private static final Pattern CODES = Pattern.compile("[1-6]([0-5][0-9]|xx)");

    /** The name of what is out of order. */
    private static final String SEQUENCE = "sequence";

    public Severities {
        chosen = Map.copyOf(chosen);
    }

    /** From a setting as {@code {"4xx": "warning", "550": "information", "421": "off"}}; what is no severity is left out. */
    public static Severities of(Map<String, String> setting) {
        Map<String, Optional<Severity>> chosen = new HashMap<>();
        setting.forEach((codes, name) -> {
            if (name.equals(OFF)) {
                chosen.put(codes, Optional.empty());
            }
            Key.find(Severity.class, name).ifPresent(severity -> chosen.put(codes, Optional.of(severity)));
        });
        return new Severities(chosen);
    }

    /** Whether a setting may name it: a code, a kind of codes, or what is out of order. */
    public static boolean isKey(String codes) {
        return codes.equals(SEQUENCE) || CODES.matcher(codes).matches();
    }

    /** These, but for replies with the code, which are not to be found. */
    public Severities without(ReplyCode code) {
        Map<String, Optional<Severity>> others = new HashMap<>(chosen);
        others.put(code.toString(), Optional.empty());
        return new Severities(others);
    }

    /** Whether a setting may say so. */
    public static boolean isName(String name) {
        return name.equals(OFF) || Key.find(Severity.class, name).isPresent();
    }

    /** What a setting may say, one after the other. */
    public static String names() {
        return Stream.concat(Arrays.stream(Severity.values()).map(Key::of), Stream.of(OFF))
                .collect(Collectors.joining(", "));
    }

    /** The severity of a reply with the code; empty when it is not to be found. What is said of the code goes before its kind. */
    Optional<Severity> of(ReplyCode code) {
        if (!code.kind().isNegative()) {
            return Optional.empty();
        }
        Severity usual = code.kind() == ReplyKind.TRANSIENT_NEGATIVE ? Severity.WARNING : Severity.ERROR;
        String kind = code.kind().digit() + "xx";
        return chosen.getOrDefault(code.toString(), chosen.getOrDefault(kind, Optional.of(usual)));
    }

    /** The severity of a reply that is out of order; empty when it is not to be found. */
    Optional<Severity> ofSequence() {
        return chosen.getOrDefault(SEQUENCE, Optional.of(Severity.HINT));
    }
}
