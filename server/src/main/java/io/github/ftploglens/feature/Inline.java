package io.github.ftploglens.feature;

import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.reply.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A piece of a sentence. What a log says becomes {@link Code} and nothing else: no renderer takes that for markup. */
public sealed interface Inline {
    /** Words of ours. */
    record Text(String text) implements Inline {}

    /** A command, a setting or a text of a log, to be shown character by character. */
    record Code(String text) implements Inline {
        public Code {
            text = Printable.of(text);
        }
    }

    /** Words of ours that stand out. */
    record Strong(String text) implements Inline {}

    /** Words of ours that lead to an address of ours. */
    record Link(String text, String address) implements Inline {}

    /** Words of ours that lead to the comparison of codes, or to the explanation of one. */
    record Reference(String text, List<ReplyCode> codes) implements Inline {
        public Reference {
            codes = List.copyOf(codes);
        }
    }

    /** A sentence of a language file, with its {@code `code`} spans. */
    static List<Inline> prose(String sentence) {
        return prose(sentence, Map.of());
    }

    /** A sentence of a language file, each {@code {name}} in it replaced by its value, which is never looked at as markup. */
    static List<Inline> prose(String sentence, Map<String, ?> values) {
        List<Inline> inlines = new ArrayList<>();
        String[] parts = sentence.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            String filled = values.isEmpty() ? parts[i] : Wording.fill(parts[i], values);
            if (!filled.isEmpty()) {
                inlines.add(i % 2 == 0 ? new Text(filled) : new Code(filled));
            }
        }
        return List.copyOf(inlines);
    }

    /** The words alone. */
    static String plain(List<Inline> inlines) {
        return inlines.stream().map(Inline::words).collect(Collectors.joining());
    }

    /** The words without what they look like or lead to. */
    default String words() {
        if (this instanceof Text text) {
            return text.text;
        }
        if (this instanceof Code code) {
            return code.text;
        }
        if (this instanceof Strong strong) {
            return strong.text;
        }
        if (this instanceof Link link) {
            return link.text;
        }
        return this instanceof Reference reference ? reference.text : "";
    }
}
