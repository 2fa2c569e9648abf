package io.github.ftploglens.reply;

import java.util.List;
import java.util.Locale;

/**
 * A text in which {@code *} stands for any characters, perhaps none; letter case does not count. Each part is looked for
 * once, so that matching takes time linear in the text's length.
 */
public final class TextGlob {
    private final List<String> parts;
    private final int literals;

    /** Reads the text with its stars. */
    public TextGlob(String glob) {
        parts = List.of(glob.toLowerCase(Locale.ROOT).split("\\*", -1));
        literals = parts.stream().mapToInt(String::length).sum();
    }

    /** How many characters of a text it decides on: of two that fit, the one with more says more. */
    int literals() {
        return literals;
    }

    /** Whether anything may stand before its first character. */
    boolean isOpen() {
        return parts.get(0).isEmpty();
    }

    /** Whether the whole text, but for blanks around it, is of this form. */
    public boolean fits(String text) {
        return fitsLower(lower(text));
    }

    /** A text as {@link #fitsLower} takes it: for one that is compared with many. */
    static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    boolean fitsLower(String lower) {
        String first = parts.get(0);
        if (!lower.startsWith(first)) {
            return false;
        }
        if (parts.size() == 1) {
            return lower.length() == first.length();
        }
        int at = first.length();
        for (int i = 1; i < parts.size() - 1; i++) {
            String part = parts.get(i);
            int found = lower.indexOf(part, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
        }
        String last = parts.get(parts.size() - 1);
        return lower.length() - last.length() >= at && lower.endsWith(last);
    }
}
