package io.github.ftploglens.feature;

import io.github.ftploglens.feature.Finding.Severity;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.reply.ServerSoftware;
import io.github.ftploglens.text.Span;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What will become a finding when the lines behind it are known.
 *
 * @param kind what it is so far
 * @param line its line, 0-based
 * @param mark the code
 * @param judged how severe it is when nothing makes up for it
 * @param asked the command
 * @param said what the server said with the code. Not masked
 * @param server the server, if it is known
 * @param party whose it is
 * @param time when the line was written, as the log says it, or empty
 * @param sign where the log shows what is wrong, if that is another line, or null
 * @param recovery what made up for it, or null
 * @param burst the others that are counted with it, or null
 */
record Failure(
        Finding.Kind kind,
        int line,
        Mark mark,
        Severity judged,
        Asked asked,
        String said,
        Optional<ServerSoftware> server,
        Party party,
        String time,
        @Nullable Place sign,
        @Nullable Place recovery,
        @Nullable Burst burst) {

    /**
     * The command that was answered.
     *
     * @param line its line, 0-based, or {@link ScannedLine#NONE} when the log does not have it
     * @param length how long its line is, in UTF-16 units
     * @param verb the verb in upper case, or empty
     * @param command the command as the client sent it. Not masked
     * @param purpose what it was for
     * @param announced the preliminary reply to it, or null
     */
    record Asked(
            int line,
            int length,
            String verb,
            String command,
            Purpose purpose,
            @Nullable Announcement announced) {}

    /**
     * A preliminary reply.
     *
     * @param line its line, 0-based
     * @param command the line of the command, 0-based
     */
    record Announcement(int line, Mark mark, int command) {}

    /** Another line, 0-based, and what of it is meant. */
    record Place(int line, Span span) {}

    /**
     * Several failures of one kind.
     *
     * @param count how many, with the first
     * @param lastLine the line of the last one, 0-based
     * @param lastSpan where its code stands
     * @param lastTime when its line was written, or empty
     * @param clients the clients, of which no more than {@link #MOST_CLIENTS} are told apart
     * @param users no more than two of the users
     * @param recovered for how many a success made up
     */
    record Burst(
            int count,
            int lastLine,
            Span lastSpan,
            String lastTime,
            Set<String> clients,
            Set<String> users,
            int recovered) {
        static final int MOST_CLIENTS = 1_000;

        private static Burst of(Failure first) {
            return new Burst(
                    1,
                    first.line,
                    first.mark.span(),
                    first.time,
                    known(first.party.client()),
                    known(first.party.user()),
                    first.recovery == null ? 0 : 1);
        }

        /** These, and another failure with those that are counted with it. */
        Burst with(Failure another) {
            Burst next = another.all();
            Burst last = next.lastLine < lastLine ? this : next;
            return new Burst(
                    count + next.count,
                    last.lastLine,
                    last.lastSpan,
                    last.lastTime,
                    with(clients, next.clients, MOST_CLIENTS),
                    with(users, next.users, 2),
                    recovered + next.recovered);
        }

        private static Set<String> known(String name) {
            return name.isEmpty() ? Set.of() : Set.of(name);
        }

        Burst recoveredOnce() {
            return new Burst(count, lastLine, lastSpan, lastTime, clients, users, recovered + 1);
        }

        private static Set<String> with(Set<String> some, Set<String> next, int most) {
            if (some.size() >= most || some.containsAll(next)) {
                return some;
            }
            Set<String> more = new HashSet<>(some);
            next.stream().limit(most - some.size()).forEach(more::add);
            return more;
        }
    }

    /** It with those that are counted with it. */
    Burst all() {
        Burst others = burst;
        return others == null ? Burst.of(this) : others;
    }

    /** The line of the last one that is counted with it, 0-based. */
    int lastLine() {
        Burst others = burst;
        return others == null ? line : others.lastLine;
    }

    ReplyCode code() {
        return mark.code();
    }

    /** What it is kept under until it is told: by its place in the log. */
    long key() {
        return key(line, mark.column());
    }

    static long key(int line, int column) {
        return (long) line << Integer.SIZE | column;
    }

    /** How severe it is: one level milder when all is well now. Who guesses passwords until one fits makes nothing up. */
    Severity severity() {
        Burst all = burst;
        boolean isWell = all == null
                ? recovery != null
                : all.recovered() == all.count() && !asked.purpose().isLogin();
        return isWell ? judged.milder() : judged;
    }

    Failure recoveredBy(Place success) {
        Burst all = burst;
        return new Failure(
                kind,
                line,
                mark,
                judged,
                asked,
                said,
                server,
                party,
                time,
                sign,
                success,
                all == null ? null : all.recoveredOnce());
    }

    Failure with(Burst all) {
        return new Failure(
                Finding.Kind.BURST, line, mark, judged, asked, said, server, party, time, sign, recovery, all);
    }
}
