package io.github.ftploglens.reply;

import java.util.List;

/** What the second digit of a reply code says (RFC 959 §4.2), in the order of the digits from 0. */
public enum ReplyFunction {
    SYNTAX,
    INFORMATION,
    CONNECTIONS,
    AUTHENTICATION,
    UNSPECIFIED,
    FILE_SYSTEM;

    private static final List<ReplyFunction> BY_DIGIT = List.of(values());

    static ReplyFunction ofDigit(int digit) {
        return BY_DIGIT.get(digit);
    }

    /** The last part of its keys in the language files. */
    public String key() {
        return Key.of(this);
    }
}
