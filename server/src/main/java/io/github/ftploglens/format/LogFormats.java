package io.github.ftploglens.format;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.ftploglens.format.LinePattern.Layout;
import io.github.ftploglens.format.LinePattern.Place;
import io.github.ftploglens.format.LinePattern.Role;
import io.github.ftploglens.format.LinePattern.Sample;
import io.github.ftploglens.reply.Key;
import io.github.ftploglens.reply.ReplyCode;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads format files. */
public final class LogFormats {
    private static final int LONGEST_SHOWN = 80;
    private static final String SCHEMA = "see format.schema.json";

    private static final Set<String> OF_FORMAT = Set.of(
            "$schema",
            "id",
            "title",
            "producer",
            "files",
            "evidence",
            "session",
            "changesAtLogin",
            "showsData",
            "words",
            "lines",
            "not",
            "directive");
    private static final Set<String> OF_LINE =
            Set.of("is", "pattern", "row", "columns", "codes", "in", "opens", "breaks", "samples");
    private static final Set<String> OF_SAMPLE = Set.of("header", "line", "fields");

    private static final Set<String> OF_DIRECTIVE = Set.of("name", "id", "title", "variables", "times");
    private static final Set<String> OF_VARIABLE = Set.of("is", "or", "as");

    private LogFormats() {}

    /**
     * Reads a file that obeys {@code format.schema.json}.
     *
     * @param where the file's name, for messages
     * @throws FormatException when the file is not one
     */
    public static LogFormat load(Reader file, String where) {
        try {
            return format(JsonParser.parseReader(file).getAsJsonObject(), where);
        } catch (JsonParseException
                | IllegalStateException
                | UnsupportedOperationException
                | IllegalArgumentException
                | ClassCastException e) {
            throw new FormatException(where, "this is no format file (" + reason(e) + ")", SCHEMA);
        }
    }

    /** Gson's messages begin with the class of their cause, and end with a line of its own advice. */
    private static String reason(RuntimeException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private static LogFormat format(JsonObject json, String where) {
        check(json, OF_FORMAT, where);
        Map<String, List<String>> words = new LinkedHashMap<>();
        if (json.has("words")) {
            json.getAsJsonObject("words")
                    .entrySet()
                    .forEach(entry -> words.put(entry.getKey(), strings(entry.getValue())));
        }
        List<LinePattern> patterns = new ArrayList<>();
        for (JsonElement line : needed(json, "lines", where).getAsJsonArray()) {
            patterns.add(pattern(line.getAsJsonObject(), words, where));
        }
        return new LogFormat(
                needed(json, "id", where).getAsString(),
                needed(json, "title", where).getAsString(),
                needed(json, "producer", where).getAsString(),
                strings(json.get("files")),
                oneOf(LogFormat.Evidence.class, needed(json, "evidence", where).getAsString(), where),
                strings(json.get("session")).stream()
                        .map(name -> field(name, where))
                        .toList(),
                isTrue(json, "changesAtLogin"),
                isTrue(json, "showsData"),
                patterns,
                strings(json.get("not")),
                null,
                json.has("directive")
                        ? Optional.of(directive(json.getAsJsonObject("directive"), words, where))
                        : Optional.empty());
    }

    private static LogDirective directive(JsonObject json, Map<String, List<String>> words, String where) {
        check(json, OF_DIRECTIVE, where);
        return new LogDirective(
                needed(json, "name", where).getAsString(),
                needed(json, "id", where).getAsString(),
                needed(json, "title", where).getAsString(),
                variables(needed(json, "variables", where).getAsJsonObject(), where),
                variables(needed(json, "times", where).getAsJsonObject(), where),
                words);
    }

    private static Map<String, LogDirective.Variable> variables(JsonObject json, String where) {
        Map<String, LogDirective.Variable> variables = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
            JsonObject variable = entry.getValue().getAsJsonObject();
            check(variable, OF_VARIABLE, where);
            variables.put(
                    entry.getKey(),
                    new LogDirective.Variable(
                            needed(variable, "is", where).getAsString(),
                            text(variable, "or"),
                            needed(variable, "as", where).getAsString()));
        }
        return variables;
    }

    private static LinePattern pattern(JsonObject line, Map<String, List<String>> words, String where) {
        check(line, OF_LINE, where);
        Role role = oneOf(Role.class, needed(line, "is", where).getAsString(), where);
        String text = line.has("row")
                ? line.get("row").toString()
                : needed(line, "pattern", where).getAsString();
        JsonArray samples = line.getAsJsonArray("samples");
        if (samples == null || samples.isEmpty()) {
            throw new FormatException(where, "the pattern \"" + text + "\" has no samples", "add one");
        }
        if (role == Role.HEADER && !text.contains("{columns}")) {
            throw new FormatException(where, "the header \"" + text + "\" names no columns", "put {columns} into it");
        }
        if (role == Role.WRAPPER && !text.contains("{inner")) {
            throw new FormatException(where, "the wrapper \"" + text + "\" holds no line", "put {inner} into it");
        }
        List<Sample> read = new ArrayList<>();
        for (JsonElement sample : samples) {
            read.add(sample(sample.getAsJsonObject(), where));
        }
        Set<ReplyCode> codes = new HashSet<>();
        for (String code : strings(line.get("codes"))) {
            codes.add(new ReplyCode(Integer.parseInt(code)));
        }
        return new LinePattern(new Layout(
                role,
                text,
                line.has("row") ? List.of() : PatternParser.parse(text, words, where),
                line.has("row") ? cells(line.getAsJsonObject("row"), words, where) : null,
                line.has("columns") ? columns(line.getAsJsonObject("columns"), where) : Map.of(),
                Set.copyOf(codes),
                place(line, where),
                List.copyOf(read)));
    }

    private static Map<String, List<Shape>> cells(JsonObject row, Map<String, List<String>> words, String where) {
        Map<String, List<Shape>> cells = new LinkedHashMap<>();
        row.entrySet()
                .forEach(cell -> cells.put(
                        cell.getKey(), PatternParser.parse(cell.getValue().getAsString(), words, where)));
        return cells;
    }

    private static Map<String, Field> columns(JsonObject columns, String where) {
        Map<String, Field> fields = new LinkedHashMap<>();
        columns.entrySet()
                .forEach(column ->
                        fields.put(column.getKey(), field(column.getValue().getAsString(), where)));
        return fields;
    }

    private static Place place(JsonObject line, String where) {
        String opens = line.has("opens") ? line.get("opens").getAsString() : null;
        if (LinePattern.INSIDE_REPLY.equals(opens)) {
            throw new FormatException(
                    where, "a layout opens the part \"reply\"", "a multi-line reply opens it; use another name");
        }
        return new Place(text(line, "in"), opens, text(line, "breaks"));
    }

    private static String text(JsonObject json, String name) {
        return json.has(name) ? json.get(name).getAsString() : "";
    }

    private static Sample sample(JsonObject sample, String where) {
        check(sample, OF_SAMPLE, where);
        Map<Field, String> fields = new EnumMap<>(Field.class);
        for (Map.Entry<String, JsonElement> entry :
                needed(sample, "fields", where).getAsJsonObject().entrySet()) {
            fields.put(field(entry.getKey(), where), entry.getValue().getAsString());
        }
        return new Sample(text(sample, "header"), needed(sample, "line", where).getAsString(), fields);
    }

    private static Field field(String name, String where) {
        return Field.named(name)
                .orElseThrow(() -> new FormatException(
                        where, "there is no field \"" + name + "\"", "use one of those that format.schema.json lists"));
    }

    private static void check(JsonObject json, Set<String> known, String where) {
        for (String name : json.keySet()) {
            if (!known.contains(name)) {
                throw new FormatException(where, "nothing is known of \"" + name + "\"", SCHEMA);
            }
        }
    }

    private static JsonElement needed(JsonObject json, String name, String where) {
        JsonElement value = json.get(name);
        if (value == null) {
            throw new FormatException(where, "\"" + name + "\" is missing from " + start(json), SCHEMA);
        }
        return value;
    }

    private static String start(JsonObject json) {
        String text = json.toString();
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    private static <E extends Enum<E>> E oneOf(Class<E> kind, String name, String where) {
        return Key.find(kind, name)
                .orElseThrow(() -> new FormatException(
                        where,
                        "\"" + name + "\" is not possible here",
                        "use one of "
                                + Arrays.stream(kind.getEnumConstants())
                                        .map(Key::of)
                                        .collect(Collectors.joining(", "))));
    }

    private static boolean isTrue(JsonObject json, String name) {
        return json.has(name) && json.get(name).getAsBoolean();
    }

    private static List<String> strings(@Nullable JsonElement array) {
        List<String> strings = new ArrayList<>();
        if (array != null) {
            array.getAsJsonArray().forEach(element -> strings.add(element.getAsString()));
        }
        return List.copyOf(strings);
    }
}
