package io.github.ftploglens.feature;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The failures for which a success is still looked for: of the same purpose, in the same session, or in another one of the
 * same client and user. What it keeps does not grow with the log.
 */
final class Recoveries {
    /** A success that comes more lines later makes up for nothing. */
    static final int WITHIN = 10_000;

    /**
     * A failure that nothing has made up for.
     *
     * @param number tells it from the others
     * @param failure the key of what it is counted with
     * @param keys by what a success finds it
     */
    private record Open(int number, long failure, int line, List<Key> keys) {}

    /** A purpose, and the session or the party whose it is. */
    private record Key(Purpose purpose, Object owner) {}

    private final Deque<Open> byAge = new ArrayDeque<>();
    private final Set<Integer> open = new HashSet<>();
    private final Map<Key, Deque<Open>> byKey = new HashMap<>();
    /** How many each session or party has that are not too old. */
    private final Map<Object, Integer> owners = new HashMap<>();

    private int count;

    void learn(Recoveries other) {
        byAge.addAll(other.byAge);
        open.addAll(other.open);
        other.byKey.forEach((key, failures) -> byKey.put(key, new ArrayDeque<>(failures)));
        owners.putAll(other.owners);
        count = other.count;
    }

    /** Whether a success in such a session, or of such a party, may make up for something. */
    boolean isAwaited(Optional<Integer> session, Optional<Party> party) {
        return (session.isPresent() && owners.containsKey(session.get()))
                || (party.isPresent() && owners.containsKey(party.get()));
    }

    /**
     * Takes a failure.
     *
     * @param failure the key of what it is counted with
     * @param line its line, 0-based
     * @param session the line where its session begins, or empty
     * @param party whose it is, or empty when others would look alike
     */
    void failed(long failure, int line, Purpose purpose, Optional<Integer> session, Optional<Party> party) {
        expire(line);
        List<Key> keys = keys(purpose, session, party);
        Open next = new Open(count++, failure, line, keys);
        byAge.add(next);
        open.add(next.number);
        for (Key key : keys) {
            owners.merge(key.owner, 1, Integer::sum);
            byKey.computeIfAbsent(key, unused -> new ArrayDeque<>(2)).add(next);
        }
    }

    /** Takes a success: the keys of what it makes up for, each as often as it does. */
    List<Long> succeeded(int line, Purpose purpose, Optional<Integer> session, Optional<Party> party) {
        expire(line);
        List<Long> recovered = new ArrayList<>();
        for (Key key : keys(purpose, session, party)) {
            Deque<Open> failures = byKey.remove(key);
            for (Open failure : failures == null ? List.<Open>of() : failures) {
                if (open.remove(failure.number)) {
                    recovered.add(failure.failure);
                }
            }
        }
        return recovered;
    }

    private static List<Key> keys(Purpose purpose, Optional<Integer> session, Optional<Party> party) {
        List<Key> keys = new ArrayList<>(2);
        session.ifPresent(start -> keys.add(new Key(purpose, start)));
        party.ifPresent(known -> keys.add(new Key(purpose, known)));
        return keys;
    }

    private void expire(int line) {
        while (!byAge.isEmpty() && line - byAge.getFirst().line > WITHIN) {
            Open oldest = byAge.removeFirst();
            open.remove(oldest.number);
            for (Key key : oldest.keys) {
                owners.computeIfPresent(key.owner, (owner, some) -> some == 1 ? null : some - 1);
                forget(key);
            }
        }
    }

    /** Forgets the oldest ones that are expired or made up for. */
    private void forget(Key key) {
        Deque<Open> failures = byKey.get(key);
        while (failures != null && !failures.isEmpty() && !open.contains(failures.getFirst().number)) {
            failures.removeFirst();
        }
        if (failures != null && failures.isEmpty()) {
            byKey.remove(key);
        }
    }
}
