package io.github.ftploglens.reply;

import java.util.Locale;
import java.util.Optional;

/** The name that the value of an enum has in files, in settings and on the wire: its own in lower case. */
public final class Key {
    private Key() {}

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The value with the name, or empty when there is none. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String name) {
        for (E value : type.getEnumConstants()) {
            if (of(value).equals(name)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
