package io.github.ftploglens.log;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a line was written, as far as the log tells: what it leaves out, a year, a day or a zone, stays unknown.
 *
 * @param local the time on the clock of the log; where the day is not known, that of an arbitrary day
 * @param known what of the day the log tells
 * @param day the day as the log writes it, where that can be read in two ways: {@code 11/10/2026}; else empty
 * @param zone how far the clock is from UTC, or null when the log does not say so
 */
public record LogTime(
        LocalDateTime local,
        Known known,
        String day,
        @Nullable ZoneOffset zone) {
    /** What of the day is known. */
    public enum Known {
        DATE,
        /** The month and the day, as syslog writes them (RFC 3164 §4.1.2). */
        MONTH_AND_DAY,
        NOTHING
    }

    /** Longer texts are no times. */
    private static final int LONGEST = 64;

    /** A leap year, which has 29 February too. */
    private static final int ANY_YEAR = 2024;

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private static final Pattern CLOCK =
            Pattern.compile("(?<!\\d)(\\d{1,2})([:.])(\\d\\d)\\2(\\d\\d)(?:[.,](\\d{1,9}))?(?!\\d)");

    /** Seconds or milliseconds since 1970, from the year 2001 on. */
    private static final Pattern EPOCH = Pattern.compile("(\\d{10})(?:\\.(\\d{1,9})|(\\d{3}))?");

    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/](\\d\\d)[-/](\\d\\d)T?");
    private static final Pattern CLF = Pattern.compile("(\\d\\d)/(\\p{Alpha}{3})/(\\d{4}):");
    private static final Pattern NAMED = Pattern.compile("(?:\\p{Alpha}{3},? )?(\\p{Alpha}{3}) {1,2}(\\d{1,2})");
    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern REST =
            Pattern.compile("(?i)([AP]M)? ?(?:(Z|UTC|GMT)|([+-]\\d\\d):?(\\d\\d))? ?(\\d{4})?");

    /** Reads the time of a line in any of the ways in which logs write it, or empty when it is in none of them. */
    public static Optional<LogTime> read(String text) {
        String written = text.strip();
        if (written.isEmpty() || written.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            Matcher epoch = EPOCH.matcher(written);
            return epoch.matches() ? Optional.of(sinceEpoch(epoch)) : ofClock(written);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LogTime sinceEpoch(Matcher epoch) {
        Instant instant = Instant.ofEpochSecond(
                Long.parseLong(epoch.group(1)), nanos(epoch.group(2) == null ? epoch.group(3) : epoch.group(2)));
        return new LogTime(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), Known.DATE, "", ZoneOffset.UTC);
    }

    private static Optional<LogTime> ofClock(String written) {
        Matcher clock = CLOCK.matcher(written);
        // 20.11.26 05:08:39: where colons stand, dots are those of a date.
        boolean colons = written.indexOf(':') >= 0;
        boolean found = clock.find();
        while (found && colons && clock.group(2).equals(".")) {
            found = clock.find();
        }
        if (!found) {
            return Optional.empty();
        }
        Matcher rest = REST.matcher(written.substring(clock.end()).strip());
        if (!rest.matches()) {
            return Optional.empty();
        }
        LocalTime time = LocalTime.of(
                hour(Integer.parseInt(clock.group(1)), rest.group(1)),
                Integer.parseInt(clock.group(3)),
                Integer.parseInt(clock.group(4)),
                nanos(clock.group(5)));
        return Optional.of(onDay(written.substring(0, clock.start()).strip(), time, zone(rest), rest.group(5)));
    }

    private static int hour(int hour, @Nullable String half) {
        if (half == null) {
            return hour;
        }
        return hour % 12 + (half.equalsIgnoreCase("PM") ? 12 : 0);
    }

    private static @Nullable ZoneOffset zone(Matcher rest) {
        if (rest.group(2) != null) {
            return ZoneOffset.UTC;
        }
        return rest.group(3) == null ? null : ZoneOffset.of(rest.group(3) + ":" + rest.group(4));
    }

    /** @param year the year where it stands behind the clock, as ctime(3) writes it, or null */
    private static LogTime onDay(String day, LocalTime time, @Nullable ZoneOffset zone, @Nullable String year) {
        Matcher iso = ISO.matcher(day);
        if (iso.matches()) {
            return new LogTime(
                    date(iso.group(1), Integer.parseInt(iso.group(2)), iso.group(3))
                            .atTime(time),
                    Known.DATE,
                    "",
                    zone);
        }
        Matcher clf = CLF.matcher(day);
        if (clf.matches()) {
            return new LogTime(
                    date(clf.group(3), month(clf.group(2)), clf.group(1)).atTime(time), Known.DATE, "", zone);
        }
        Matcher named = NAMED.matcher(day);
        if (named.matches()) {
            String in = year == null ? String.valueOf(ANY_YEAR) : year;
            LocalDate date = date(in, month(named.group(1)), named.group(2));
            return new LogTime(date.atTime(time), year == null ? Known.MONTH_AND_DAY : Known.DATE, "", zone);
        }
        Matcher slashes = SLASHES.matcher(day);
        if (slashes.matches()) {
            int first = Integer.parseInt(slashes.group(1));
            int second = Integer.parseInt(slashes.group(2));
            if (first > 12 || second > 12 || first == second) {
                String dayOfMonth = first > 12 ? slashes.group(1) : slashes.group(2);
                LocalDate date = date(slashes.group(3), first > 12 ? second : first, dayOfMonth);
                return new LogTime(date.atTime(time), Known.DATE, "", zone);
            }
        }
        return new LogTime(LocalDate.EPOCH.atTime(time), Known.NOTHING, day, zone);
    }

    private static LocalDate date(String year, int month, String day) {
        return LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
    }

    private static int month(String name) {
        int at = MONTHS.indexOf(name.toLowerCase(Locale.ROOT));
        if (at < 0 || at % 3 != 0) {
            throw new DateTimeException("no month: " + name);
        }
        return at / 3 + 1;
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }

    /**
     * The seconds from this time to a later one of the same log; empty when it is earlier, or when the two do not tell. Both are
     * of one clock, so that neither the zone nor the day need be known.
     */
    public Optional<Double> secondsTo(LogTime later) {
        boolean comparable = known == later.known && day.equals(later.day) && (zone == null) == (later.zone == null);
        if (!comparable) {
            return Optional.empty();
        }
        Duration passed = Duration.between(atUtc(), later.atUtc());
        return passed.isNegative() ? Optional.empty() : Optional.of(passed.toNanos() / 1e9);
    }

    private LocalDateTime atUtc() {
        return zone == null ? local : local.minusSeconds(zone.getTotalSeconds());
    }

    /** What is known of it: {@code 2026-11-20 05:08:39.425+01:00}, {@code Nov 20 05:08:39}, {@code 05:08:39}. */
    @Override
    public String toString() {
        String shown = switch (known) {
            case DATE -> local.toLocalDate() + " ";
            case MONTH_AND_DAY ->
                DateTimeFormatter.ofPattern("MMM d ", Locale.ROOT).format(local);
            case NOTHING -> day.isEmpty() ? "" : day + " ";
        };
        String fraction = local.getNano() == 0 ? "" : String.format(Locale.ROOT, ".%03d", local.getNano() / 1_000_000);
        String clock =
                String.format(Locale.ROOT, "%02d:%02d:%02d", local.getHour(), local.getMinute(), local.getSecond());
        return shown + clock + fraction + (zone == null ? "" : zone);
    }
}
