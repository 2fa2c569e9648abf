package io.github.ftploglens.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.ftploglens.feature.InlayLabels;
import io.github.ftploglens.feature.Printable;
import io.github.ftploglens.feature.Severities;
import io.github.ftploglens.reply.Key;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.reply.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the user has set, below {@code ftpLog.}.
 *
 * @param language the two-letter code or the locale of the texts, or {@value #AUTO} for that of the client
 * @param severities how severe failed replies are
 * @param inlayHints which inlay hints are shown
 * @param formatFiles the user's own format files
 * @param workspaceLogs globs of the logs of the workspace that are checked though they are not open
 */
record Settings(
        String language,
        Severities severities,
        InlayLabels.Shown inlayHints,
        List<String> formatFiles,
        List<String> workspaceLogs) {
    static final String AUTO = "auto";

    /** What counts where nothing is set. */
    static final Settings USUAL =
            new Settings(AUTO, Severities.USUAL, InlayLabels.Shown.FAILURES, List.of(), List.of());

    private static final String SECTION = "ftpLog.";

    /** More of a wrong value, nobody needs to find it. */
    private static final int LONGEST_SHOWN = 80;

    Settings {
        formatFiles = List.copyOf(formatFiles);
        workspaceLogs = List.copyOf(workspaceLogs);
    }

    /**
     * A value that cannot be used.
     *
     * @param setting its setting
     * @param value as it may be shown
     * @param wanted the key of the words that say what may stand there
     * @param choices what these words list
     */
    record Unusable(String setting, String value, String wanted, String choices) {
        String message(Wording words) {
            String possible = words.get("settings.wanted." + wanted, Map.of("choices", choices));
            return words.get("settings.unusable", Map.of("setting", setting, "value", value, "wanted", possible));
        }
    }

    /** These, but without findings of replies with the code. */
    Settings ignoring(ReplyCode code) {
        return new Settings(language, severities.without(code), inlayHints, formatFiles, workspaceLogs);
    }

    /** The language when there are no texts in it; only who has loaded them can tell. */
    Optional<Unusable> unknownLanguage(Set<String> known) {
        boolean isKnown =
                language.equals(AUTO) || known.contains(language.split("[-_.@]", 2)[0].toLowerCase(Locale.ROOT));
        String choices = AUTO + ", " + known.stream().sorted().collect(Collectors.joining(", "));
        return isKnown
                ? Optional.empty()
                : Optional.of(
                        new Unusable(SECTION + "language", "\"" + Printable.of(language) + "\"", "choice", choices));
    }

    /**
     * These settings, but for what the object sets.
     *
     * @param before count where a value cannot be used
     * @param refused is told of these values
     */
    Settings with(@Nullable JsonElement set, Settings before, Consumer<Unusable> refused) {
        return set instanceof JsonObject object ? new Reader(object, refused).read(this, before) : this;
    }

    private record Reader(JsonObject object, Consumer<Unusable> refused) {
        Settings read(Settings usual, Settings before) {
            return new Settings(
                    value("language", usual.language, before.language, this::language),
                    value("severity", usual.severities, before.severities, this::severities),
                    value("inlayHints", usual.inlayHints, before.inlayHints, this::inlayHints),
                    value("formatFiles", usual.formatFiles, before.formatFiles, this::texts),
                    value("workspaceLogs", usual.workspaceLogs, before.workspaceLogs, this::texts));
        }

        /** How the value of a setting is understood; empty when it cannot be used, and that was told. */
        private interface Meaning<T> {
            Optional<T> of(String name, JsonElement value);
        }

        private <T> T value(String name, T usual, T before, Meaning<T> meaning) {
            JsonElement value = object.get(name);
            return value == null || value.isJsonNull()
                    ? usual
                    : meaning.of(name, value).orElse(before);
        }

        /** Nothing at all is what an editor sends for a field that was emptied. */
        private Optional<String> language(String name, JsonElement value) {
            Optional<String> language = string(value).map(text -> text.isBlank() ? AUTO : text);
            return language.or(() -> refuse(name, value.toString(), "text", ""));
        }

        private Optional<InlayLabels.Shown> inlayHints(String name, JsonElement value) {
            String choices =
                    Arrays.stream(InlayLabels.Shown.values()).map(Key::of).collect(Collectors.joining(", "));
            return string(value)
                    .flatMap(text -> Key.find(InlayLabels.Shown.class, text))
                    .or(() -> refuse(name, value.toString(), "choice", choices));
        }

        private Optional<Severities> severities(String name, JsonElement value) {
            if (!(value instanceof JsonObject members)) {
                return refuse(name, value.toString(), "severities", Severities.names());
            }
            Map<String, String> chosen = new TreeMap<>();
            for (String codes : members.keySet()) {
                Optional<String> severity = string(members.get(codes)).filter(Severities::isName);
                if (severity.isPresent() && Severities.isKey(codes)) {
                    chosen.put(codes, severity.get());
                } else {
                    refuse(name, "\"" + codes + "\": " + members.get(codes), "severities", Severities.names());
                }
            }
            return Optional.of(Severities.of(chosen));
        }

        private Optional<List<String>> texts(String name, JsonElement value) {
            if (!(value instanceof JsonArray array)) {
                return refuse(name, value.toString(), "texts", "");
            }
            List<String> texts = new ArrayList<>();
            for (JsonElement element : array) {
                Optional<String> text = string(element).filter(any -> !any.isBlank());
                text.or(() -> refuse(name, element.toString(), "texts", "")).ifPresent(texts::add);
            }
            return Optional.of(texts);
        }

        private static Optional<String> string(@Nullable JsonElement value) {
            return value instanceof JsonPrimitive text && text.isString()
                    ? Optional.of(text.getAsString())
                    : Optional.empty();
        }

        private <T> Optional<T> refuse(String name, String value, String wanted, String choices) {
            String shown = value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "…" : value;
            refused.accept(new Unusable(SECTION + name, Printable.of(shown), wanted, choices));
            return Optional.empty();
        }
    }
}
