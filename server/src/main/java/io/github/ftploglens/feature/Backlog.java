package io.github.ftploglens.feature;

import io.github.ftploglens.feature.Failure.Burst;
import io.github.ftploglens.feature.Failure.Place;
import io.github.ftploglens.reply.Reply;
import io.github.ftploglens.reply.ReplyCatalogue;
import io.github.ftploglens.reply.ReplyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The failures that are not told yet, because lines to come may make up for them or belong to them. Many of one kind become
 * one. What it keeps does not grow with the log.
 */
final class Backlog {
    /** So many failures of one kind are told as one. */
    static final int BURST = 10;

    /** Failures of one kind belong together when no more lines than this lie between one and the next. */
    static final int NEAR = 1_000;

    /** Failed logins of {@value #BURST} clients belong together when they lie within so many lines. */
    static final int CROWDED = 300;

    /** What is found more often than this before the first can be told is told without waiting. */
    private static final int MOST_HELD = 10_000;

    private final ReplyCatalogue catalogue;
    private final TreeMap<Long, Failure> held = new TreeMap<>();
    /** Up to this line none of them is settled. */
    private int unsettledUntil = Integer.MAX_VALUE;

    private final Map<Similar, Chain> chains = new Latest<>();
    /** What has been counted with another failure. */
    private final Map<Long, Long> absorbed = new Latest<>();

    /** What failures of one kind share. */
    private record Similar(ReplyCode code, String group, String client) {}

    /** Failures of one kind by their keys, the first alone once they are one. */
    private record Chain(List<Long> members, int lastLine) {}

    Backlog(ReplyCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    void learn(Backlog other) {
        held.putAll(other.held);
        unsettledUntil = other.unsettledUntil;
        chains.putAll(other.chains);
        absorbed.putAll(other.absorbed);
    }

    /** Takes what is told by itself. */
    void add(Failure failure) {
        held.put(failure.key(), failure);
        unsettledUntil = Math.min(unsettledUntil, failure.line() + Recoveries.WITHIN);
    }

    /** Takes a failed reply: the key of what it is counted with from now on. */
    long addSimilar(Failure failure) {
        Similar similar = similar(failure);
        boolean isGuess = failure.asked().purpose().isLogin() && !similar.client.isEmpty();
        Similar ofAll = new Similar(similar.code, similar.group, "");
        Chain crowd = isGuess ? chains.get(ofAll) : null;
        if (crowd != null && failure.line() - crowd.lastLine <= NEAR && isCrowd(crowd.members.get(0))) {
            similar = ofAll;
        }
        long key = addTo(similar, failure);
        if (isGuess && !similar.equals(ofAll)) {
            addToCrowd(ofAll, failure, key, crowd == null ? List.of() : crowd.members);
        }
        return root(key);
    }

    private long addTo(Similar similar, Failure failure) {
        Chain chain = chains.remove(similar);
        Failure first = chain == null || failure.line() - chain.lastLine > NEAR ? null : held.get(chain.members.get(0));
        Burst burst = first == null ? null : first.burst();
        if (first != null && burst != null) {
            held.put(first.key(), first.with(burst.with(failure)));
            chains.put(similar, new Chain(List.of(first.key()), failure.line()));
            return first.key();
        }
        add(failure);
        List<Long> members = new ArrayList<>(chain == null || first == null ? List.of() : chain.members);
        members.add(failure.key());
        if (members.size() == BURST) {
            members = List.of(unite(members));
        }
        chains.put(similar, new Chain(List.copyOf(members), failure.line()));
        return root(failure.key());
    }

    /** Counts logins that many clients fail at as one: somebody guesses from many places. */
    private void addToCrowd(Similar ofAll, Failure failure, long key, List<Long> before) {
        List<Long> members = new ArrayList<>();
        for (long member : before) {
            Failure other = held.get(member);
            if (other != null
                    && other.recovery() == null
                    && failure.line() - other.lastLine() <= CROWDED
                    && !other.party().client().equals(failure.party().client())) {
                members.add(member);
            }
        }
        members.add(key);
        members.sort(null);
        if (members.size() == BURST) {
            members = List.of(unite(members));
        }
        chains.put(ofAll, new Chain(List.copyOf(members), failure.line()));
    }

    private boolean isCrowd(long key) {
        Failure failure = held.get(key);
        Burst burst = failure == null ? null : failure.burst();
        return burst != null && burst.clients().size() > 1;
    }

    /** What it is counted with in the end. */
    private long root(long key) {
        Long with = absorbed.get(key);
        return with == null ? key : root(with);
    }

    /** Who asked does not matter where the server refuses all. */
    private Similar similar(Failure failure) {
        boolean isForAll = catalogue
                .reply(failure.code())
                .filter(reply -> reply.scope() == Reply.Scope.SERVER)
                .isPresent();
        return isForAll
                ? new Similar(failure.code(), "", "")
                : new Similar(
                        failure.code(),
                        failure.asked().purpose().group(),
                        failure.party().client());
    }

    private long unite(List<Long> members) {
        long key = members.get(0);
        Failure first = held.get(key);
        Burst all = null;
        for (long member : members) {
            Failure failure = held.get(member);
            if (failure != null) {
                all = all == null ? failure.all() : all.with(failure);
            }
            if (member != key) {
                held.remove(member);
                absorbed.put(member, key);
            }
        }
        if (first != null && all != null) {
            held.put(key, first.with(all));
        }
        return key;
    }

    /** Takes a success that makes up for a failure. */
    void recovered(long key, Place success) {
        held.computeIfPresent(root(key), (same, failure) -> failure.recoveredBy(success));
    }

    /**
     * Tells what no line to come can change.
     *
     * @param line the next line, 0-based
     */
    void settle(int line, Consumer<Failure> sink) {
        if (line <= unsettledUntil && held.size() <= MOST_HELD) {
            return;
        }
        Map.Entry<Long, Failure> first = held.firstEntry();
        while (first != null && (held.size() > MOST_HELD || isSettled(first.getValue(), line))) {
            held.pollFirstEntry();
            sink.accept(first.getValue());
            first = held.firstEntry();
        }
        unsettledUntil = first == null
                ? Integer.MAX_VALUE
                : Math.max(line, first.getValue().line() + Recoveries.WITHIN);
    }

    private static boolean isSettled(Failure failure, int line) {
        return line - failure.line() > Recoveries.WITHIN
                && (failure.burst() == null || line - failure.lastLine() > NEAR);
    }

    /** Tells all that is left. */
    void end(Consumer<Failure> sink) {
        held.values().forEach(sink);
        held.clear();
    }
}
