package io.github.ftploglens.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a line pattern. */
sealed interface Element {
    /** Characters that stand there as they are. */
    record Literal(String text) implements Element {}

    /** One of several texts, the first that fits; longer ones come before their beginnings. */
    record Choice(@Nullable Field field, List<String> texts) implements Element {}

    /** A field of a type. */
    record Typed(@Nullable Field field, FieldType type) implements Element {}

    /**
     * A field of any characters, perhaps none: up to the first place where what follows it in the pattern fits, or up to the
     * last such place.
     */
    record Free(@Nullable Field field, boolean last) implements Element {}

    /** The column behind this element when it stands at the column, or -1. A free element has no end of its own. */
    default int end(String line, int from) {
        if (this instanceof Literal literal) {
            return line.startsWith(literal.text, from) ? from + literal.text.length() : -1;
        }
        if (this instanceof Choice choice) {
            for (String text : choice.texts) {
                if (line.startsWith(text, from)) {
                    return from + text.length();
                }
            }
            return -1;
        }
        if (this instanceof Typed typed) {
            return typed.type.end(line, from);
        }
        throw new IllegalStateException("a free field ends where the next element begins");
    }

    default @Nullable Field named() {
        if (this instanceof Choice choice) {
            return choice.field;
        }
        if (this instanceof Typed typed) {
            return typed.field;
        }
        return this instanceof Free free ? free.field : null;
    }
}
