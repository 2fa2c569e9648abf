package io.github.ftploglens.lsp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.jspecify.annotations.Nullable;

/** How a client counts the columns of a line (LSP 3.17, PositionEncodingKind); we count UTF-16 units. */
enum Encoding {
    UTF_8(PositionEncodingKind.UTF8) {
        @Override
        int units(int character) {
            // What is no character, half a surrogate pair, is sent as U+FFFD, which has three bytes too.
            return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x1_0000 ? 3 : 4;
        }
    },
    UTF_16(PositionEncodingKind.UTF16) {
        @Override
        int units(int character) {
            return Character.charCount(character);
        }
    },
    UTF_32(PositionEncodingKind.UTF32) {
        @Override
        int units(int character) {
            return 1;
        }
    };

    private final String key;

    Encoding(String key) {
        this.key = key;
    }

    /** The first of the client's that is known; UTF-16 when it names none. */
    static Encoding of(@Nullable List<String> wanted) {
        return Optional.ofNullable(wanted).orElse(List.of()).stream()
                .flatMap(name -> Arrays.stream(values()).filter(encoding -> encoding.key.equals(name)))
                .findFirst()
                .orElse(UTF_16);
    }

    /** As the protocol names it. */
    String key() {
        return key;
    }

    /** How many units a character has, which is given as a code point. */
    abstract int units(int character);

    /** The client's column of a column of ours; one behind the end of the line is that of the end. */
    int toClient(String line, int column) {
        int units = 0;
        for (int at = 0; at < column && at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            units += units(line.codePointAt(at));
        }
        return units;
    }

    /** Our column of a client's; inside a character it is that of the character, behind the end that of the end. */
    int fromClient(String line, int units) {
        int at = 0;
        int left = units;
        while (at < line.length() && left >= units(line.codePointAt(at))) {
            left -= units(line.codePointAt(at));
            at += Character.charCount(line.codePointAt(at));
        }
        return at;
    }
}
