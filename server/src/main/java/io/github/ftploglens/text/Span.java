package io.github.ftploglens.text;

/**
 * A half-open range of columns in one line.
 *
 * @param start first column, 0-based, in UTF-16 units
 * @param end column after the last, 0-based, in UTF-16 units, not before {@code start}
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a span from " + start + " to " + end);
        }
    }

    public boolean isEmpty() {
        return start == end;
    }

    /** Whether the column lies in the span or directly behind it, as a cursor after a word does. */
    public boolean touches(int column) {
        return start <= column && column <= end;
    }

    public String of(String line) {
        return line.substring(start, end);
    }
}
