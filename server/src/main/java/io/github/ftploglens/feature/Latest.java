package io.github.ftploglens.feature;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map by line numbers that forgets what was put first, so that it does not grow with the log. */
final class Latest<T> extends LinkedHashMap<Integer, T> {
    private static final int MOST_KEPT = 10_000;
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, T> eldest) {
        return size() > MOST_KEPT;
    }
}
