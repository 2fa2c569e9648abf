package io.github.ftploglens.feature;

import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.reply.HintCatalogue;
import io.github.ftploglens.reply.ReplyCatalogue;
import io.github.ftploglens.reply.Wording;
import io.github.ftploglens.text.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the product knows, in the language of a reader.
 *
 * @param catalogue the reply codes and commands
 * @param hints the reply texts of servers with known causes
 * @param formats the log formats
 * @param words the words of the reader's language
 * @param wordings the words of all languages, by their two-letter codes
 */
public record Knowledge(
        ReplyCatalogue catalogue,
        HintCatalogue hints,
        List<LogFormat> formats,
        Wording words,
        Map<String, Wording> wordings) {
    public Knowledge {
        formats = List.copyOf(formats);
        wordings = Map.copyOf(wordings);
    }

    /** The same for a reader of another language: {@code ja}, {@code ja-JP}, {@code ja_JP.UTF-8}; English when unknown. */
    public Knowledge in(String locale) {
        String language = locale.split("[-_.@]", 2)[0].toLowerCase(Locale.ROOT);
        return new Knowledge(catalogue, hints, formats, wordings.getOrDefault(language, english()), wordings);
    }

    /** The same with more formats, which come before those of the product where a log may be either. */
    public Knowledge with(List<LogFormat> own) {
        List<LogFormat> all = new ArrayList<>(own);
        all.addAll(formats);
        return new Knowledge(catalogue, hints, all, words, wordings);
    }

    /** Reads a log with the formats that are known. */
    public LogDocument open(String text) {
        return LogDocument.open(catalogue, formats, text);
    }

    /** Reads a log, or the {@linkplain Lines#head head} of one, with the formats that are known. */
    public LogDocument open(Lines lines) {
        return LogDocument.open(catalogue, formats, lines);
    }

    private Wording english() {
        return wordings.getOrDefault(Wording.ENGLISH, words);
    }
}
