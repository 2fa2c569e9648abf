package io.github.ftploglens.reply;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The words of one language, by key; English ones stand in for what the language lacks. */
public final class Wording {
    public static final String ENGLISH = "en";

    private final String language;
    private final Supplier<Map<String, String>> source;
    private final Map<String, String> english;
    /** Null until they are asked for. */
    private volatile @Nullable Map<String, String> words;

    /**
     * @param language two-letter code of the language
     * @param words its words by key
     * @param english the English words by key
     */
    public Wording(String language, Map<String, String> words, Map<String, String> english) {
        this(language, () -> words, english);
    }

    /**
     * @param language two-letter code of the language
     * @param words reads its words by key, when they are asked for; they are the same each time
     * @param english the English words by key
     */
    public Wording(String language, Supplier<Map<String, String>> words, Map<String, String> english) {
        this.language = language;
        this.source = words;
        this.english = english;
    }

    /** The two-letter code of the language. */
    public String language() {
        return language;
    }

    /** The words for the key, in the language or else in English. */
    public Optional<String> find(String key) {
        String found = words().get(key);
        return Optional.ofNullable(found != null ? found : english.get(key));
    }

    /** Whether the language has words of its own for the key. */
    public boolean has(String key) {
        return words().containsKey(key);
    }

    /** The keys of the language's own words. */
    public Set<String> keys() {
        return words().keySet();
    }

    private Map<String, String> words() {
        Map<String, String> read = words;
        if (read == null) {
            read = source.get();
            words = read;
        }
        return read;
    }

    /** The words for a key that the language files must have; the tests see to it that they do. */
    public String get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no words for the key " + key));
    }

    /** The words for a key, each {@code {name}} in them replaced by its value; a value is not looked at again. */
    public String get(String key, Map<String, ?> values) {
        return fill(get(key), values);
    }

    /** The template, each {@code {name}} in it replaced by its value; a value is not looked at again. */
    public static String fill(String template, Map<String, ?> values) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            Object value = close < 0 ? null : values.get(template.substring(open + 1, close));
            if (value == null) {
                throw new IllegalArgumentException("nothing to fill in at column " + open + " of: " + template);
            }
            filled.append(template, from, open).append(value);
            from = close + 1;
        }
        return filled.append(template, from, template.length()).toString();
    }
}
