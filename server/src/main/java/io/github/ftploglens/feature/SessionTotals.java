package io.github.ftploglens.feature;

import java.util.Comparator;
import java.util.List;

/** What many sessions have together, and the worst of them; it does not grow with their number. */
final class SessionTotals {
    /** So many sessions and transfers are kept. */
    static final int MOST_SHOWN = 20;

    private final Ranking<Session> worst;
    private final Ranking<Moved> transfers;
    private long moved;
    private long failed;
    private long bytes;

    /** A transfer and who asked for it. */
    record Moved(String user, Transfer transfer) {}

    SessionTotals() {
        worst = new Ranking<>(
                Comparator.comparing((Session session) -> !session.isFailed())
                        .thenComparing(Session::failures, Comparator.reverseOrder())
                        .thenComparing(Session::first),
                MOST_SHOWN);
        transfers = new Ranking<>(
                Comparator.comparing((Moved each) -> each.transfer().outcome())
                        .thenComparing(each -> each.transfer().line()),
                MOST_SHOWN);
    }

    private SessionTotals(SessionTotals other) {
        worst = other.worst.copy();
        transfers = other.transfers.copy();
        moved = other.moved;
        failed = other.failed;
        bytes = other.bytes;
    }

    void add(Session session) {
        worst.add(session);
        moved += session.transfers();
        failed += session.failedTransfers();
        bytes += session.bytes();
        for (Session.Part part : session.parts()) {
            if (part instanceof Transfer transfer) {
                transfers.add(new Moved(session.user(), transfer));
            }
        }
    }

    /** These and more sessions. */
    SessionTotals and(List<Session> others) {
        SessionTotals all = new SessionTotals(this);
        others.forEach(all::add);
        return all;
    }

    /** How many transfers were asked for. */
    long transfers() {
        return moved;
    }

    long failedTransfers() {
        return failed;
    }

    /** How many bytes were moved, as far as the log says. */
    long bytes() {
        return bytes;
    }

    /** Those that failed first, and among them those with the most negative replies. */
    List<Session> worstSessions() {
        return worst.first();
    }

    long otherSessions() {
        return worst.others();
    }

    /** Those that failed first. */
    List<Moved> worstTransfers() {
        return transfers.first();
    }
}
