package io.github.ftploglens.format;

import io.github.ftploglens.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of the rows below a header. Tabs separate them where any separate their names, else blanks do.
 *
 * @param separator a tab or a blank
 * @param names the names, from left to right
 * @param known the columns whose meaning the format knows, from left to right
 */
record Columns(char separator, List<String> names, List<Known> known) {
    private static final int MOST_COLUMNS = 256;

    /** What a program writes where a row has nothing to say. */
    private static final String NOTHING = "-";

    /**
     * A column whose meaning is known.
     *
     * @param index which one, from 0
     */
    record Known(int index, Field field) {}

    Columns {
        names = List.copyOf(names);
        known = List.copyOf(known);
    }

    /**
     * The columns of these names, or empty when there are too many.
     *
     * @param text the names, with tabs or blanks between them
     * @param fields what the names mean
     */
    static Optional<Columns> named(String text, Map<String, Field> fields) {
        char separator = text.indexOf('\t') >= 0 ? '\t' : ' ';
        List<Span> spans = split(text, separator);
        if (spans.size() > MOST_COLUMNS) {
            return Optional.empty();
        }
        List<String> names = spans.stream().map(span -> span.of(text)).toList();
        List<Known> known = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Field field = fields.get(names.get(i));
            if (field != null) {
                known.add(new Known(i, field));
            }
        }
        return Optional.of(new Columns(separator, names, known));
    }

    /** Where the columns of a row stand, or nothing when it has more or fewer of them. */
    List<Span> of(String row) {
        List<Span> spans = split(row, separator);
        return spans.size() == names.size() ? spans : List.of();
    }

    /** Notes where the known columns of a row stand; two of the same meaning side by side, a date and a time, are one. */
    void note(String row, List<Span> spans, int[] bounds) {
        for (Known column : known) {
            Span span = spans.get(column.index);
            int slot = column.field.slot();
            boolean joins = bounds[slot] >= 0 && bounds[slot + 1] == span.start() - 1;
            if (!span.of(row).equals(NOTHING)) {
                bounds[slot] = joins ? bounds[slot] : span.start();
                bounds[slot + 1] = span.end();
            }
        }
    }

    /** The columns of a line, of which more than a header may name are one too many. */
    private static List<Span> split(String line, char separator) {
        List<Span> spans = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= line.length() && spans.size() <= MOST_COLUMNS; at++) {
            if (at == line.length() || line.charAt(at) == separator) {
                if (at > start || separator == '\t') {
                    spans.add(new Span(start, at));
                }
                start = at + 1;
            }
        }
        return spans;
    }
}
