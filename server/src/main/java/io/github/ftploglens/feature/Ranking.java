package io.github.ftploglens.feature;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The first of many things in some order; it does not grow with their number. */
final class Ranking<T> {
    private final Comparator<T> order;
    private final int most;
    /** The last one first, which goes when there are too many. */
    private final PriorityQueue<T> first;

    private long seen;

    /** @param order what comes first; things that are equal in it are kept as they come */
    Ranking(Comparator<T> order, int most) {
        this.order = order;
        this.most = most;
        this.first = new PriorityQueue<>(order.reversed());
    }

    /** The same, to which other things can be added. */
    Ranking<T> copy() {
        Ranking<T> copy = new Ranking<>(order, most);
        copy.first.addAll(first);
        copy.seen = seen;
        return copy;
    }

    void add(T thing) {
        seen++;
        T last = first.peek();
        if (first.size() < most) {
            first.add(thing);
        } else if (last != null && order.compare(thing, last) < 0) {
            first.poll();
            first.add(thing);
        }
    }

    boolean isEmpty() {
        return first.isEmpty();
    }

    /** Those that come first, in their order. */
    List<T> first() {
        return first.stream().sorted(order).toList();
    }

    /** How many others there were. */
    long others() {
        return seen - first.size();
    }
}
