package io.github.ftploglens.feature;

import io.github.ftploglens.reply.Wording;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The time between two lines of one log. Both are written in the same zone, which need not be known. */
final class Elapsed {
    private final List<DateTimeFormatter> layouts = List.of(
            layout("EEE MMM ppd HH:mm:ss yyyy"),
            layout("dd/MMM/yyyy:HH:mm:ss xx"),
            layout("yyyy-MM-dd['T'][' ']HH:mm:ss[XXX][XX]"),
            layout("yyyy-MM-dd HH.mm.ss"),
            new DateTimeFormatterBuilder()
                    .appendPattern("MMM ppd HH:mm:ss")
                    // syslog has no year; a leap year takes 29 February too (RFC 3164 §4.1.2)
                    .parseDefaulting(ChronoField.YEAR, 2024)
                    .toFormatter(Locale.ROOT),
            layout("HH:mm:ss"));

    /** The layout that was right last; the times of a log are written alike. */
    private int latest;

    /** The seconds from one time to the other, or empty when they cannot be read or go backwards. */
    Optional<Double> seconds(String from, String to) {
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i < layouts.size(); i++) {
            int at = (latest + i) % layouts.size();
            DateTimeFormatter layout = layouts.get(at);
            Optional<LocalDateTime> start = read(layout, from);
            Optional<LocalDateTime> end = start.isEmpty() ? start : read(layout, to);
            if (start.isPresent() && end.isPresent()) {
                latest = at;
                double seconds = Duration.between(start.get(), end.get()).toMillis() / 1000.0;
                return seconds < 0 ? Optional.empty() : Optional.of(seconds);
            }
        }
        return Optional.empty();
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

    private static Optional<LocalDateTime> read(DateTimeFormatter layout, String time) {
        int dot = fraction(time);
        String whole = dot < 0 ? time : time.substring(0, dot) + time.substring(endOfDigits(time, dot + 1));
        try {
            TemporalAccessor read = layout.parse(whole);
            LocalDateTime second = read.isSupported(ChronoField.EPOCH_DAY)
                    ? LocalDateTime.from(read)
                    : LocalTime.from(read).atDate(LocalDate.EPOCH);
            return Optional.of(second.plus(nanos(time, dot), ChronoUnit.NANOS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Where the fraction of a second begins, or -1; {@code 16.04.30.953} has its third dot there. */
    private static int fraction(String time) {
        int dot = Math.max(time.lastIndexOf('.'), time.lastIndexOf(','));
        boolean dots = time.indexOf(':') < 0;
        return !dots || time.chars().filter(c -> c == '.').count() == 3 ? dot : -1;
    }

    private static long nanos(String time, int dot) {
        if (dot < 0) {
            return 0;
        }
        String digits = time.substring(dot + 1, endOfDigits(time, dot + 1));
        return Long.parseLong((digits + "000000000").substring(0, 9));
    }

    private static int endOfDigits(String time, int from) {
        int to = from;
        while (to < time.length() && Character.isDigit(time.charAt(to))) {
            to++;
        }
        return to;
    }

    private static DateTimeFormatter layout(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }
}
