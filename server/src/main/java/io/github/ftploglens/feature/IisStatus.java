package io.github.ftploglens.feature;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.reply.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Explains the numbers that IIS logs beside a reply code: sc-substatus and sc-win32-status. */
final class IisStatus {
    /** Both are 0 when there is nothing to tell. */
    private static final String NOTHING = "0";

    private IisStatus() {}

    /** A point for each of the two numbers that says something. */
    static List<List<Inline>> of(Wording words, LogText line) {
        List<List<Inline>> points = new ArrayList<>();
        String substatus = line.field(Field.SUBSTATUS);
        if (!substatus.isEmpty() && !substatus.equals(NOTHING)) {
            points.add(point(words, "sc-substatus", substatus, "iis.substatus." + substatus));
        }
        String win32 = line.field(Field.WIN32STATUS);
        if (!win32.isEmpty() && !win32.equals(NOTHING)) {
            String name = words.find("iis.win32." + win32 + ".name")
                    .map(known -> " " + known)
                    .orElse("");
            points.add(point(words, "sc-win32-status", win32 + name, "iis.win32." + win32));
        }
        return points;
    }

    private static List<Inline> point(Wording words, String column, String value, String key) {
        List<Inline> point = new ArrayList<>();
        point.add(new Inline.Code(column + " " + value));
        point.add(new Inline.Text(" · "));
        String meaning = words.find(key)
                .map(text -> Phrases.sentences(words, text, words.get(key + ".fix")))
                .orElseGet(() -> words.get("hover.iis.unknown", Map.of("column", column)));
        point.addAll(Inline.prose(meaning));
        return List.copyOf(point);
    }
}
