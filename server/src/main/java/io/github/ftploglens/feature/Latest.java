package io.github.ftploglens.feature;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what was put first, so that it does not grow with the log. */
final class Latest<K, T> extends LinkedHashMap<K, T> {
    private static final int MOST_KEPT = 10_000;
    private static final long serialVersionUID = 1L;

    private final int most;

    Latest() {
        this(MOST_KEPT);
    }

    Latest(int most) {
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, T> eldest) {
        return size() > most;
    }
}
