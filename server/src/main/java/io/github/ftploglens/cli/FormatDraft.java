package io.github.ftploglens.cli;

import com.google.gson.stream.JsonWriter;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.Secrets;
import io.github.ftploglens.format.Field;
import io.github.ftploglens.format.LayoutLearner;
import io.github.ftploglens.format.LinePattern;
import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.reply.Key;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a format that was learnt from a log as a format file, which its reader can then make stricter. */
final class FormatDraft {
    private final LogFormat format;
    private final List<String> lines;
    private final JsonWriter json;

    /**
     * A draft of the format.
     *
     * @param lines lines of the log, of which some become samples; never one that may hold a password
     */
    FormatDraft(LogFormat format, List<String> lines, Writer out) {
        this.format = format;
        this.lines = lines;
        this.json = new JsonWriter(out);
        json.setIndent("  ");
    }

    /** Writes a file that obeys {@code format.schema.json}. */
    void write(Knowledge knowledge) throws IOException {
        json.beginObject();
        json.name("$schema").value("../schema/format.schema.json");
        json.name("id").value(format.id());
        json.name("title").value(format.title());
        json.name("producer").value(format.title());
        json.name("files").beginArray().endArray();
        json.name("evidence").value(Key.of(format.evidence()));
        json.name("session").beginArray();
        for (Field field : format.sessionFields()) {
            json.value(field.key());
        }
        json.endArray();
        if (format.showsData()) {
            json.name("showsData").value(true);
        }
        json.name("words").beginObject();
        for (Map.Entry<String, List<String>> words :
                LayoutLearner.words(knowledge.catalogue()).entrySet()) {
            String sign = "=@" + words.getKey() + "}";
            if (format.patterns().stream().anyMatch(pattern -> pattern.text().contains(sign))) {
                json.name(words.getKey()).beginArray();
                for (String word : words.getValue()) {
                    json.value(word);
                }
                json.endArray();
            }
        }
        json.endObject();
        json.name("lines").beginArray();
        for (LinePattern pattern : format.patterns()) {
            Optional<String> sample = sample(pattern);
            if (sample.isPresent()) {
                write(pattern, sample.get());
            }
        }
        json.endArray();
        json.name("not").beginArray().endArray();
        json.endObject();
    }

    private void write(LinePattern pattern, String line) throws IOException {
        json.beginObject();
        json.name("is").value(Key.of(pattern.role()));
        json.name("pattern").value(pattern.text());
        if (!pattern.part().isEmpty()) {
            json.name("in").value(pattern.part());
        }
        json.name("samples").beginArray().beginObject();
        json.name("line").value(line);
        json.name("fields").beginObject();
        int[] bounds = LinePattern.newBounds();
        if (format.matches(pattern, line, bounds)) {
            for (Field field : Field.values()) {
                Optional<String> text = LinePattern.text(field, line, bounds);
                if (text.isPresent()) {
                    json.name(field.key()).value(text.get());
                }
            }
        }
        json.endObject();
        json.endObject().endArray().endObject();
    }

    private Optional<String> sample(LinePattern pattern) {
        int[] bounds = LinePattern.newBounds();
        return lines.stream()
                .filter(line -> !Secrets.mayHold(line))
                .filter(line -> isOf(pattern, line, bounds))
                .findFirst();
    }

    /** Whether the line is of the pattern and, where it stands by itself, of no other. */
    private boolean isOf(LinePattern pattern, String line, int[] bounds) {
        Optional<LinePattern> alone = format.patternOf(line, bounds);
        return pattern.part().isEmpty()
                ? alone.equals(Optional.of(pattern))
                : alone.isEmpty() && format.matches(pattern, line, bounds);
    }
}
