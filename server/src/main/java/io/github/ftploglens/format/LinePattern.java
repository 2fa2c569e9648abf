package io.github.ftploglens.format;

import io.github.ftploglens.reply.Key;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of the layouts that the lines of a format have. */
public final class LinePattern {
    /** What a line of a pattern is. */
    public enum Role {
        /** The server's reply, or an inner line of one. */
        REPLY,
        /** The client's command. */
        COMMAND,
        /** Either of the two, which only the content tells. */
        LINE,
        /** A command and the code that it got. */
        RECORD,
        /** An error text that cites a reply. */
        MENTION,
        /** A new control connection. */
        CONNECT,
        /** The end of a control connection. */
        CLOSE,
        /** The names of the columns of the lines that follow. */
        HEADER,
        /** It holds a line of another log. */
        WRAPPER,
        /** Anything else that the producer writes. */
        OTHER
    }

    /** The part of a log that the lines of a multi-line reply make between its first and its last. */
    public static final String INSIDE_REPLY = "reply";

    private static final int BOUNDS = 2 * Field.values().length;

    private final Layout layout;
    private final Shape[] shapes;
    /** Where it stands below a header that names columns; null where it speaks of none. */
    private final @Nullable Row row;

    /**
     * A layout as the format file has it.
     *
     * @param shapes the shapes that a line may have; none when it speaks of columns
     * @param cells what columns must be like, by their names; null when it does not speak of columns
     * @param columns what the columns mean that a header names
     * @param codes the codes that its reply may have; none where any will do
     */
    record Layout(
            Role role,
            String text,
            List<Shape> shapes,
            @Nullable Map<String, List<Shape>> cells,
            Map<String, Field> columns,
            Set<ReplyCode> codes,
            Place place,
            List<Sample> samples) {}

    /**
     * Where in a log its lines stand.
     *
     * @param in the part in which alone it fits, {@value #INSIDE_REPLY} or one that another line opens; empty for everywhere
     * @param opens the part that its lines open, empty when they only end the one before; null when they do neither
     * @param breaks what stands between the lines of a reply that are written into one field; empty when a field has but one
     */
    record Place(String in, @Nullable String opens, String breaks) {
        static final Place ANYWHERE = new Place("", null, "");
    }

    /**
     * A line of a log as this pattern must see it.
     *
     * @param header the header above it, or empty
     * @param line the line
     * @param fields the fields that it has, with their texts
     */
    public record Sample(String header, String line, Map<Field, String> fields) {}

    LinePattern(Layout layout) {
        this(layout, null);
    }

    private LinePattern(Layout layout, @Nullable Row row) {
        this.layout = layout;
        this.shapes = layout.shapes.toArray(Shape[]::new);
        this.row = row;
    }

    /** The pattern below a header that names these columns, or empty when it needs another one. */
    Optional<LinePattern> under(Columns named) {
        Map<String, List<Shape>> cells = layout.cells;
        if (cells == null) {
            return Optional.of(this);
        }
        if (!named.names().containsAll(cells.keySet())) {
            return Optional.empty();
        }
        List<Row.Cell> bound = cells.entrySet().stream()
                .map(cell -> new Row.Cell(named.names().indexOf(cell.getKey()), cell.getValue()))
                .toList();
        return Optional.of(new LinePattern(layout, new Row(named, bound)));
    }

    public Role role() {
        return layout.role;
    }

    /** The pattern as the format file has it. */
    public String text() {
        return layout.text;
    }

    public List<Sample> samples() {
        return layout.samples;
    }

    /** What the columns mean that a header of this pattern names. */
    Map<String, Field> columns() {
        return layout.columns;
    }

    /** The part of a log in which alone it fits: {@link #INSIDE_REPLY}, or one that another line opens; or empty. */
    public String part() {
        return layout.place.in();
    }

    /** The part in which the next line stands, when a line of this pattern stands in the given one. */
    public String partBehind(String part) {
        String opens = layout.place.opens();
        return opens == null ? part : opens;
    }

    /** Whether its lines tell nothing of the next one. */
    boolean isAlone() {
        return layout.role != Role.HEADER && layout.place.opens() == null;
    }

    /** Where the line of a reply ends that begins at the column, in a field that may hold several up to its end. */
    public int endOfReplyLine(String line, int from, int end) {
        int found = breaks().isEmpty() ? -1 : line.indexOf(breaks(), from);
        return found < 0 || found > end ? end : found;
    }

    /** Where the next line of the reply begins behind one that ends at the column, or -1 when that was the last. */
    public int nextReplyLine(String line, int from, int end) {
        int next = from + breaks().length();
        return next <= from || next > end || !line.startsWith(breaks(), from) ? -1 : next;
    }

    private String breaks() {
        return layout.place.breaks();
    }

    /** Whether the line of another log that its lines hold is written as in a JSON string. */
    boolean isInnerQuoted() {
        return layout.text.contains("{" + Field.INNER.key() + ":" + Key.of(FieldType.QUOTED) + "}");
    }

    /** Whether a line of this pattern tells the format; a bare reply that only some codes make one does not. */
    boolean isEvidence() {
        return layout.codes.isEmpty();
    }

    /** Room for the bounds of a match, to be used again for the next one. */
    public static int[] newBounds() {
        return new int[BOUNDS];
    }

    /**
     * Whether the line is of this pattern.
     *
     * @param bounds from {@link #newBounds}; when it is, they hold where its fields are, see {@link #span}
     */
    public boolean matches(String line, int[] bounds) {
        boolean fits = row == null ? hasShape(line, bounds) : row.matches(line, bounds);
        return fits && (layout.codes.isEmpty() || hasCode(line, bounds));
    }

    private boolean hasShape(String line, int[] bounds) {
        for (Shape shape : shapes) {
            if (shape.matches(line, bounds)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasCode(String line, int[] bounds) {
        int reply = Math.max(bounds[Field.REPLY.slot()], bounds[Field.CODE.slot()]);
        ReplyCode code = reply < 0 ? null : ReplyCode.at(line, reply);
        return code != null && layout.codes.contains(code);
    }

    /** Where the field begins in the line that was matched last, or -1 when the line has none. */
    public static int start(Field field, int[] bounds) {
        return bounds[field.slot()];
    }

    /** Where the field ends in the line that was matched last, or -1 when the line has none. */
    public static int end(Field field, int[] bounds) {
        return bounds[field.slot() + 1];
    }

    /** Where the field stands in the line that was matched last, or empty when the line has none. */
    public static Optional<Span> span(Field field, int[] bounds) {
        int start = bounds[field.slot()];
        return start < 0 ? Optional.empty() : Optional.of(new Span(start, bounds[field.slot() + 1]));
    }

    /** The text of the field in the line that was matched last, or empty when the line has none. */
    public static Optional<String> text(Field field, String line, int[] bounds) {
        return span(field, bounds).map(span -> span.of(line));
    }

    /** Two patterns are equal when they read lines alike; samples do not count. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LinePattern pattern
                && layout.role == pattern.layout.role
                && layout.text.equals(pattern.layout.text)
                && layout.codes.equals(pattern.layout.codes)
                && layout.place.equals(pattern.layout.place)
                && layout.columns.equals(pattern.layout.columns)
                && Objects.equals(row, pattern.row);
    }

    @Override
    public int hashCode() {
        return layout.text.hashCode();
    }

    @Override
    public String toString() {
        return layout.text;
    }
}
