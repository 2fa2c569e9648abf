package io.github.ftploglens.feature;

import io.github.ftploglens.feature.SessionSteps.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two sessions step by step: what is alike side by side, by their longest common subsequence.
 *
 * @param rows the steps from top to bottom
 * @param left how many steps were not compared, because the sessions are too long
 */
record Alignment(List<Row> rows, int left) {
    /** Between what is alike at the beginning and at the end so many steps are compared; time and memory are their square. */
    static final int MOST_COMPARED = 2_000;

    /** A step of either session, or of both. */
    record Row(@Nullable Step first, @Nullable Step second) {
        boolean isAlike() {
            return first != null && second != null && first.isLike(second);
        }
    }

    Alignment {
        rows = List.copyOf(rows);
    }

    static Alignment of(List<Step> first, List<Step> second) {
        int start = 0;
        int most = Math.min(first.size(), second.size());
        while (start < most && first.get(start).isLike(second.get(start))) {
            start++;
        }
        int end = 0;
        while (end < most - start && first.get(first.size() - 1 - end).isLike(second.get(second.size() - 1 - end))) {
            end++;
        }
        List<Step> one = first.subList(start, Math.min(first.size() - end, start + MOST_COMPARED));
        List<Step> other = second.subList(start, Math.min(second.size() - end, start + MOST_COMPARED));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < start; i++) {
            rows.add(new Row(first.get(i), second.get(i)));
        }
        rows.addAll(paired(between(one, other)));
        for (int i = end; i > 0; i--) {
            rows.add(new Row(first.get(first.size() - i), second.get(second.size() - i)));
        }
        int left = first.size() + second.size() - 2 * (start + end) - one.size() - other.size();
        return new Alignment(rows, left);
    }

    /** How much two sessions are alike, from 0 to 1. */
    static double similarity(List<Step> first, List<Step> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        int[][] common = common(first, second);
        return 2.0 * common[0][0] / (first.size() + second.size());
    }

    /** The lengths of the longest common subsequences of what begins at the two places. */
    private static int[][] common(List<Step> first, List<Step> second) {
        int[][] common = new int[first.size() + 1][second.size() + 1];
        for (int i = first.size() - 1; i >= 0; i--) {
            for (int j = second.size() - 1; j >= 0; j--) {
                common[i][j] = first.get(i).isLike(second.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<Row> between(List<Step> first, List<Step> second) {
        int[][] common = common(first, second);
        List<Row> rows = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < first.size() || j < second.size()) {
            boolean both = i < first.size() && j < second.size();
            if (both && first.get(i).isLike(second.get(j))) {
                rows.add(new Row(first.get(i++), second.get(j++)));
            } else if (j == second.size() || (both && common[i + 1][j] >= common[i][j + 1])) {
                rows.add(new Row(first.get(i++), null));
            } else {
                rows.add(new Row(null, second.get(j++)));
            }
        }
        return rows;
    }

    /** The rows with the same command and another reply side by side, where they stand between the same neighbours. */
    private static List<Row> paired(List<Row> rows) {
        List<Row> paired = new ArrayList<>();
        int at = 0;
        while (at < rows.size()) {
            if (rows.get(at).isAlike()) {
                paired.add(rows.get(at++));
                continue;
            }
            List<Step> first = new ArrayList<>();
            List<Step> second = new ArrayList<>();
            for (; at < rows.size() && !rows.get(at).isAlike(); at++) {
                Row row = rows.get(at);
                if (row.first != null) {
                    first.add(row.first);
                }
                if (row.second != null) {
                    second.add(row.second);
                }
            }
            pair(first, second, paired);
        }
        return paired;
    }

    private static void pair(List<Step> first, List<Step> second, List<Row> paired) {
        int next = 0;
        for (Step step : first) {
            int same = next;
            while (same < second.size() && !second.get(same).verb().equals(step.verb())) {
                same++;
            }
            if (same == second.size()) {
                paired.add(new Row(step, null));
            } else {
                second.subList(next, same).forEach(other -> paired.add(new Row(null, other)));
                paired.add(new Row(step, second.get(same)));
                next = same + 1;
            }
        }
        second.subList(next, second.size()).forEach(other -> paired.add(new Row(null, other)));
    }
}
