package io.github.ftploglens.feature;

import io.github.ftploglens.log.LogTime;
import io.github.ftploglens.reply.Wording;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The time between two lines of one log. */
final class Elapsed {
    /** {@code 5:08:39} is the shortest time that is written; to read one takes longer than to look at it. */
    private static final int SHORTEST = 7;

    private Elapsed() {}

    /** The seconds from one time to the other as the log writes them, or empty when they cannot be read or go backwards. */
    static Optional<Double> seconds(String from, String to) {
        if (from.equals(to)) {
            return from.length() < SHORTEST ? Optional.empty() : Optional.of(0.0);
        }
        return LogTime.read(from).flatMap(start -> LogTime.read(to).flatMap(start::secondsTo));
    }

    /** When two lines were written, no longer than it must be to tell them apart; empty when that cannot be read. */
    static Optional<String> times(Wording words, String from, String to) {
        Optional<LogTime> start = LogTime.read(from);
        Optional<LogTime> end = LogTime.read(to);
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        DateTimeFormatter shown =
                DateTimeFormatter.ofPattern(shown(start.get().local(), end.get().local()), Locale.ROOT);
        String first = shown.format(start.get().local());
        String last = shown.format(end.get().local());
        return Optional.of(first.equals(last) ? first : words.get("burst.times", Map.of("from", first, "to", last)));
    }

    private static String shown(LocalDateTime start, LocalDateTime end) {
        if (!start.toLocalDate().equals(end.toLocalDate())) {
            return "MM-dd HH:mm";
        }
        return Duration.between(start, end).toMinutes() < 2 ? "HH:mm:ss" : "HH:mm";
    }

    /** So many seconds, as a reader says it: {@code 4.2 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
    static String said(Wording words, double seconds) {
        long whole = Math.round(seconds);
        if (seconds < 60 && whole < 60) {
            String number = seconds == whole ? String.valueOf(whole) : String.format(Locale.ROOT, "%.1f", seconds);
            return words.get("duration.seconds", Map.of("seconds", number));
        }
        if (whole < 3600) {
            return words.get("duration.minutes", Map.of("minutes", whole / 60, "seconds", whole % 60));
        }
        return words.get("duration.hours", Map.of("hours", whole / 3600, "minutes", whole % 3600 / 60));
    }
}
