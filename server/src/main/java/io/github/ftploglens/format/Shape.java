package io.github.ftploglens.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A line pattern without optional parts: stretches of fixed elements with free fields between them. Each stretch is looked
 * for once, from where the one before it ended; nothing is tried again, so a match costs time linear in the line's length.
 */
final class Shape {
    /** The elements between two free fields. */
    private static final class Stretch {
        private final Element[] elements;
        /** Where the bounds of each element belong, -1 for one without a name. */
        private final int[] slots;

        Stretch(List<Element> elements) {
            this.elements = elements.toArray(Element[]::new);
            this.slots = elements.stream().mapToInt(Shape::slot).toArray();
        }

        int end(String line, int from, int[] bounds) {
            int at = from;
            for (int i = 0; i < elements.length; i++) {
                int end = elements[i].end(line, at);
                if (end < 0) {
                    return -1;
                }
                note(slots[i], at, end, bounds);
                at = end;
            }
            return at;
        }

        /** Where the stretch may begin next, at or behind the column; -1 when nowhere. */
        int candidate(String line, int from) {
            if (elements[0] instanceof Element.Literal literal) {
                return line.indexOf(literal.text(), from);
            }
            return from <= line.length() ? from : -1;
        }

        int candidateBefore(String line, int from) {
            if (elements[0] instanceof Element.Literal literal) {
                return line.lastIndexOf(literal.text(), from);
            }
            return from;
        }
    }

    private final Stretch[] stretches;
    private final Element.Free[] gaps;
    /** Where the bounds of each gap belong, -1 for one without a name. */
    private final int[] slots;

    /** The longest text that every line of this shape holds: most lines of other shapes are told by it at once. */
    private final String key;

    Shape(List<Element> elements) {
        List<Stretch> stretches = new ArrayList<>();
        List<Element.Free> gaps = new ArrayList<>();
        List<Element> stretch = new ArrayList<>();
        for (Element element : elements) {
            if (element instanceof Element.Free free) {
                stretches.add(new Stretch(stretch));
                gaps.add(free);
                stretch.clear();
            } else {
                stretch.add(element);
            }
        }
        stretches.add(new Stretch(stretch));
        this.stretches = stretches.toArray(Stretch[]::new);
        this.gaps = gaps.toArray(Element.Free[]::new);
        this.slots = gaps.stream().mapToInt(Shape::slot).toArray();
        this.key = elements.stream()
                .map(element -> element instanceof Element.Literal literal ? literal.text() : "")
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /** Whether the whole line has this shape; if so the bounds hold start and end of each field, else anything. */
    boolean matches(String line, int[] bounds) {
        if (line.indexOf(key) < 0) {
            return false;
        }
        Arrays.fill(bounds, -1);
        int at = stretches[0].end(line, 0, bounds);
        if (at < 0) {
            return false;
        }
        for (int i = 0; i < gaps.length; i++) {
            Stretch next = stretches[i + 1];
            boolean atEnd = i + 1 == gaps.length;
            if (atEnd && next.elements.length == 0) {
                note(slots[i], at, line.length(), bounds);
                return true;
            }
            int found =
                    gaps[i].last() ? findLast(next, line, at, atEnd, bounds) : findFirst(next, line, at, atEnd, bounds);
            if (found < 0) {
                return false;
            }
            note(slots[i], at, found, bounds);
            at = next.end(line, found, bounds);
        }
        return at == line.length();
    }

    private static int findFirst(Stretch stretch, String line, int from, boolean atEnd, int[] bounds) {
        for (int at = stretch.candidate(line, from); at >= 0; at = stretch.candidate(line, at + 1)) {
            int end = stretch.end(line, at, bounds);
            if (end >= 0 && (!atEnd || end == line.length())) {
                return at;
            }
        }
        return -1;
    }

    private static int findLast(Stretch stretch, String line, int from, boolean atEnd, int[] bounds) {
        for (int at = stretch.candidateBefore(line, line.length());
                at >= from;
                at = stretch.candidateBefore(line, at - 1)) {
            int end = stretch.end(line, at, bounds);
            if (end >= 0 && (!atEnd || end == line.length())) {
                return at;
            }
        }
        return -1;
    }

    private static int slot(Element element) {
        Field field = element.named();
        return field == null ? -1 : field.slot();
    }

    private static void note(int slot, int start, int end, int[] bounds) {
        if (slot >= 0) {
            bounds[slot] = start;
            bounds[slot + 1] = end;
        }
    }
}
