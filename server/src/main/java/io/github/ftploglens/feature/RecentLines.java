package io.github.ftploglens.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is known of lines, by their ascending numbers; forgets what was put first, so that it does not grow with the log. */
final class RecentLines<T> {
    private static final int MOST_KEPT = 10_000;

    private final List<T> values = new ArrayList<>();
    private int[] numbers = new int[16];
    /** Where the first one is, once some have been forgotten. */
    private int first;

    /** Takes over what another one knows; to be called before anything is put. */
    void learn(RecentLines<T> other) {
        values.addAll(other.values);
        numbers = other.numbers.clone();
        first = other.first;
    }

    /**
     * Puts what is known of a line.
     *
     * @param number its number, not below those put before
     */
    void put(int number, T value) {
        int count = values.size();
        if (count == MOST_KEPT) {
            numbers[first] = number;
            values.set(first, value);
            first = (first + 1) % MOST_KEPT;
            return;
        }
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.min(MOST_KEPT, 2 * count));
        }
        numbers[count] = number;
        values.add(value);
    }

    /** Puts something else in place of what is known of the line, if anything is. */
    void replace(int number, UnaryOperator<T> by) {
        int at = find(number);
        if (at >= 0) {
            values.set(at, by.apply(values.get(at)));
        }
    }

    /** What is known of the line with the number, or null. */
    @Nullable
    T get(int number) {
        int at = find(number);
        return at < 0 ? null : values.get(at);
    }

    private int find(int number) {
        int low = 0;
        int high = values.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int at = (first + middle) % values.size();
            if (numbers[at] == number) {
                return at;
            }
            if (numbers[at] < number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
