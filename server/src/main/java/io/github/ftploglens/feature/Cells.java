package io.github.ftploglens.feature;

import io.github.ftploglens.reply.Wording;
import java.util.Arrays;
import java.util.List;

/** Cells of tables. */
final class Cells {
    private Cells() {}

    /** The head of a table, of words with these keys. */
    static List<List<Inline>> head(Wording words, String... keys) {
        return Arrays.stream(keys).map(key -> of(words.get(key))).toList();
    }

    /** Words or a number of ours. */
    static List<Inline> of(Object value) {
        return List.of(new Inline.Text(String.valueOf(value)));
    }

    /** What a log says, without passwords. */
    static List<Inline> said(String text) {
        return text.isEmpty() ? List.of() : List.of(new Inline.Code(text));
    }
}
