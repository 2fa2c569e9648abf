package io.github.ftploglens.format;

import io.github.ftploglens.text.Span;
import java.util.Arrays;
import java.util.List;

/**
 * A layout of lines in columns, bound to the columns that a header names.
 *
 * @param cells what some of the columns must be like
 */
record Row(Columns columns, List<Cell> cells) {
    /**
     * What a column must be like.
     *
     * @param index which one, from 0
     * @param shapes the shapes that its text may have
     */
    record Cell(int index, List<Shape> shapes) {
        boolean matches(String text, int[] bounds) {
            return shapes.stream().anyMatch(shape -> shape.matches(text, bounds));
        }
    }

    Row {
        cells = List.copyOf(cells);
    }

    /** Whether the line is such a row; if so the bounds hold start and end of each field, else anything. */
    boolean matches(String line, int[] bounds) {
        List<Span> spans = columns.of(line);
        if (spans.isEmpty()) {
            return false;
        }
        Arrays.fill(bounds, -1);
        columns.note(line, spans, bounds);
        int[] inner = new int[bounds.length];
        for (Cell cell : cells) {
            Span span = spans.get(cell.index);
            if (!cell.matches(span.of(line), inner)) {
                return false;
            }
            for (int i = 0; i < inner.length; i++) {
                bounds[i] = inner[i] < 0 ? bounds[i] : inner[i] + span.start();
            }
        }
        return true;
    }
}
