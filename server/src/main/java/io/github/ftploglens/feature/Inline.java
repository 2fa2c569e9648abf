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

    /**
     * The number of a line of the log, which leads there.
     *
     * @param line 0-based; shown 1-based
     */
    record Line(int line) implements Inline {}

    /** A sentence of a language file, with its {@code `code`} spans. */
    static List<Inline> prose(String sentence) {
        return prose(sentence, Map.of());
    }

    /**
     * A sentence of a language file, each {@code {name}} in it replaced by its value, which is never looked at as markup; a
     * value that is an inline itself stays one.
     */
    static List<Inline> prose(String sentence, Map<String, ?> values) {
        List<Inline> inlines = new ArrayList<>();
        String[] parts = sentence.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 0) {
                words(parts[i], values, inlines);
            } else {
                inlines.add(new Code(Wording.fill(parts[i], values)));
            }
        }
        return List.copyOf(inlines);
    }

    private static void words(String part, Map<String, ?> values, List<Inline> inlines) {
        int from = 0;
        while (from < part.length()) {
            int next = part.length();
            String name = "";
            for (Map.Entry<String, ?> value : values.entrySet()) {
                int at = value.getValue() instanceof Inline ? part.indexOf("{" + value.getKey() + "}", from) : -1;
                if (at >= 0 && at < next) {
                    next = at;
                    name = value.getKey();
                }
            }
            if (next > from) {
                inlines.add(new Text(Wording.fill(part.substring(from, next), values)));
            }
            if (values.get(name) instanceof Inline inline) {
                inlines.add(inline);
            }
            from = name.isEmpty() ? part.length() : next + name.length() + 2;
        }
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
        if (this instanceof Line line) {
            return String.valueOf(line.line + 1);
        }
        return this instanceof Reference reference ? reference.text : "";
    }
}
