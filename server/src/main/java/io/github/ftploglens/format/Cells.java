package io.github.ftploglens.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cells of lines that are rows of a table without a known header: nearly all have the same number of delimiters. A cell is
 * a place by its number, whatever stands in the cell left of it.
 *
 * @param delimiter what stands between two cells
 */
record Cells(char delimiter) {
    private static final String DELIMITERS = ",;\t|";
    private static final String QUOTES = "\"'";

    /** Fewer are sentences. */
    private static final int LEAST_DELIMITERS = 3;

    private static final int MOST_CELLS = 100;

    private static final int MOST_OF_TEN = 9;

    /** Begins a place; the delimiter and the number of the cell follow, and perhaps the quote that the cell begins with. */
    private static final char PLACE = '\u0003';

    /** No character of a log. */
    private static final char FIRST_CELL = '\ue000';

    /** The cells of these lines, or null when they are no rows. */
    static @Nullable Cells of(List<String> lines) {
        return DELIMITERS
                .chars()
                .filter(delimiter -> areRows(lines, delimiter))
                .mapToObj(delimiter -> new Cells((char) delimiter))
                .findFirst()
                .orElse(null);
    }

    private static boolean areRows(List<String> lines, int delimiter) {
        Map<Long, Integer> rows = new HashMap<>();
        for (String line : lines) {
            rows.merge(line.chars().filter(c -> c == delimiter).count(), 1, Integer::sum);
        }
        return rows.entrySet().stream()
                .anyMatch(row -> row.getKey() >= LEAST_DELIMITERS
                        && row.getKey() < MOST_CELLS
                        && row.getValue() * 10 >= lines.size() * MOST_OF_TEN);
    }

    /** The place of the cell that begins at the column, or empty when none does. */
    String place(String line, int column) {
        boolean isQuoted = column > 0 && QUOTES.indexOf(line.charAt(column - 1)) >= 0;
        int start = isQuoted ? column - 1 : column;
        if (start > 0 && line.charAt(start - 1) != delimiter) {
            return "";
        }
        int number = 0;
        for (int at = line.indexOf(delimiter); at >= 0 && at < start; at = line.indexOf(delimiter, at + 1)) {
            number++;
        }
        return number > MOST_CELLS
                ? ""
                : "" + PLACE + delimiter + (char) (FIRST_CELL + number) + line.substring(start, column);
    }

    static boolean isPlace(String context) {
        return !context.isEmpty() && context.charAt(0) == PLACE;
    }

    /** The pattern of all that stands left of the place in a row. */
    static String before(String place) {
        return cells(place, place.charAt(2) - FIRST_CELL) + quote(place);
    }

    /**
     * The pattern of what stands between a verb and the place in a row, or null when the place is not behind the verb.
     *
     * @param isAlone whether the verb fills its cell, so that the next one holds the argument
     */
    static @Nullable String between(String verb, String place, boolean isAlone) {
        int apart = place.charAt(2) - verb.charAt(2);
        if (apart <= 0) {
            return null;
        }
        String end = quote(verb) + place.charAt(1);
        boolean hasArgument = isAlone && apart > 1;
        String argument = hasArgument ? quote(verb) + "{argument}" + end : "";
        return end + argument + cells(place, hasArgument ? apart - 2 : apart - 1) + quote(place);
    }

    private static String cells(String place, int count) {
        return ("{_}" + place.charAt(1)).repeat(count);
    }

    private static String quote(String place) {
        return place.substring(3);
    }
}
