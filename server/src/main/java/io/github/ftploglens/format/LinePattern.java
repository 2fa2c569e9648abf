package io.github.ftploglens.format;

import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        /** Anything else that the producer writes. */
        OTHER;

        static Role named(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /** The part of a log that the lines of a multi-line reply make between its first and its last. */
    public static final String INSIDE_REPLY = "reply";

    private static final int BOUNDS = 2 * Field.values().length;

    private final Role role;
    private final String text;
    private final List<Shape> shapes;
    /** The codes that its reply may have; none where any will do. */
    private final Set<ReplyCode> codes;

    private final Place place;
    private final List<Sample> samples;

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
     * @param line the line
     * @param fields the fields that it has, with their texts
     */
    public record Sample(String line, Map<Field, String> fields) {}

    LinePattern(Role role, String text, List<Shape> shapes, Set<ReplyCode> codes, Place place, List<Sample> samples) {
        this.role = role;
        this.text = text;
        this.shapes = shapes;
        this.codes = codes;
        this.place = place;
        this.samples = samples;
    }

    public Role role() {
        return role;
    }

    /** The pattern as the format file has it. */
    public String text() {
        return text;
    }

    public List<Sample> samples() {
        return samples;
    }

    /** The part of a log in which alone it fits: {@link #INSIDE_REPLY}, or one that another line opens; or empty. */
    public String part() {
        return place.in();
    }

    /** The part in which the next line stands, when a line of this pattern stands in the given one. */
    public String partBehind(String part) {
        String opens = place.opens();
        return opens == null ? part : opens;
    }

    /** Where the line of a reply ends that begins at the column, in a field that may hold several up to its end. */
    public int endOfReplyLine(String line, int from, int end) {
        int found = place.breaks().isEmpty() ? -1 : line.indexOf(place.breaks(), from);
        return found < 0 || found > end ? end : found;
    }

    /** Where the next line of the reply begins behind one that ends at the column, or -1 when that was the last. */
    public int nextReplyLine(String line, int from, int end) {
        int next = from + place.breaks().length();
        return next <= from || next > end || !line.startsWith(place.breaks(), from) ? -1 : next;
    }

    /** Whether a line of this pattern tells the format; a bare reply that only some codes make one does not. */
    boolean isEvidence() {
        return codes.isEmpty();
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
        for (Shape shape : shapes) {
            if (shape.matches(line, bounds)) {
                return codes.isEmpty() || hasCode(line, bounds);
            }
        }
        return false;
    }

    private boolean hasCode(String line, int[] bounds) {
        int reply = Math.max(bounds[Field.REPLY.slot()], bounds[Field.CODE.slot()]);
        ReplyCode code = reply < 0 ? null : ReplyCode.at(line, reply);
        return code != null && codes.contains(code);
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
                && role == pattern.role
                && text.equals(pattern.text)
                && codes.equals(pattern.codes)
                && place.equals(pattern.place);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
