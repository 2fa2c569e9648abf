package io.github.ftploglens.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A line pattern without optional parts: stretches of fixed elements with free fields between them. Each stretch is looked
 * for once, from where the one before it ended; nothing is tried again, so a match costs time linear in the line's length.
 */
final class Shape {
    /** The elements between two free fields. */
    private record Stretch(List<Element> elements) {
        int end(String line, int from, int[] bounds) {
            int at = from;
            for (Element element : elements) {
                int end = element.end(line, at);
                if (end < 0) {
                    return -1;
                }
                Shape.note(element, at, end, bounds);
                at = end;
            }
            return at;
        }

        /** Where the stretch may begin next, at or behind the column; -1 when nowhere. */
        int candidate(String line, int from) {
            if (elements.get(0) instanceof Element.Literal literal) {
                return line.indexOf(literal.text(), from);
            }
            return from <= line.length() ? from : -1;
        }

        int candidateBefore(String line, int from) {
            if (elements.get(0) instanceof Element.Literal literal) {
                return line.lastIndexOf(literal.text(), from);
            }
            return from;
        }
    }

    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Element.Free> gaps = new ArrayList<>();

    Shape(List<Element> elements) {
        List<Element> stretch = new ArrayList<>();
        for (Element element : elements) {
            if (element instanceof Element.Free free) {
                stretches.add(new Stretch(List.copyOf(stretch)));
                gaps.add(free);
                stretch.clear();
            } else {
                stretch.add(element);
            }
        }
        stretches.add(new Stretch(List.copyOf(stretch)));
    }

    /** Whether the whole line has this shape; if so the bounds hold start and end of each field, else anything. */
    boolean matches(String line, int[] bounds) {
        Arrays.fill(bounds, -1);
        int at = stretches.get(0).end(line, 0, bounds);
        if (at < 0) {
            return false;
        }
        for (int i = 0; i < gaps.size(); i++) {
            Element.Free gap = gaps.get(i);
            Stretch next = stretches.get(i + 1);
            boolean atEnd = i + 1 == gaps.size();
            if (atEnd && next.elements().isEmpty()) {
                note(gap, at, line.length(), bounds);
                return true;
            }
            int found = gap.last() ? findLast(next, line, at, atEnd, bounds) : findFirst(next, line, at, atEnd, bounds);
            if (found < 0) {
                return false;
            }
            note(gap, at, found, bounds);
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

    private static void note(Element element, int start, int end, int[] bounds) {
        Field field = element.named();
        if (field != null) {
            bounds[field.slot()] = start;
            bounds[field.slot() + 1] = end;
        }
    }
}
