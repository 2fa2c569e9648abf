package io.github.ftploglens.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import io.github.ftploglens.format.Field;
import io.github.ftploglens.format.LinePattern;
import io.github.ftploglens.format.LogFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogTimeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "Fri Nov 20 05:08:39 2026          > 2026-11-20 05:08:39",
                "Nov  1 05:08:39                   > Nov 1 05:08:39",
                "20/Nov/2026:05:08:39 +0100        > 2026-11-20 05:08:39+01:00",
                "2026-11-20 05:08:39,425           > 2026-11-20 05:08:39.425",
                "2026-11-20T05:08:39.425113+00:00  > 2026-11-20 05:08:39.425Z",
                "2026-11-20T05:08:39.4250000Z      > 2026-11-20 05:08:39.425Z",
                "2026-11-20 05.08.39.425           > 2026-11-20 05:08:39.425",
                "2026/11/20 05:08:39               > 2026-11-20 05:08:39",
                "11/20/2026 5:08:39 PM             > 2026-11-20 17:08:39",
                "20.11.2026 12:08:39 AM            > 2026-11-20 00:08:39",
                "11/10/2026 05:08:39               > 11/10/2026 05:08:39",
                "05:08:39.425226                   > 05:08:39.425",
                "05.08.39.425                      > 05:08:39.425",
                "1795151319                        > 2026-11-20 05:08:39Z",
                "1795151319.425226                 > 2026-11-20 05:08:39.425Z",
                "1795151319425                     > 2026-11-20 05:08:39.425Z"
            })
    void whatTheLogTellsIsKnownAndNothingElse(String written, String known) {
        assertThat(LogTime.read(written).map(LogTime::toString)).contains(known);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "<7>", "25:08:39", "2026-02-30 05:08:39", "Xyz 20 05:08:39", "05:08", "05:08:39 evil"})
    void whatIsNoTimeIsNone(String written) {
        assertThat(LogTime.read(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "05:08:39, 05:08:41, 2",
        "11/10/2026 05:08:39, 11/10/2026 05:10:39, 120",
        "Nov 20 23:59:59, Nov 21 00:00:01, 2",
        "20/Nov/2026:05:08:39 +0000, 20/Nov/2026:06:08:39 +0100, 0",
        "1795151319.5, 1795151321, 1.5",
        "Feb 28 23:59:59, Feb 29 00:00:00, 1"
    })
    void timesOfOneClockCanBeCompared(String from, String to, double seconds) {
        assertThat(read(from).secondsTo(read(to))).contains(seconds);
    }

    /** Midnight, a change of the year, a clock that was set: nothing is guessed. */
    @ParameterizedTest
    @CsvSource({
        "23:59:59, 00:00:01",
        "11/10/2026 23:59:59, 12/10/2026 00:00:01",
        "Dec 31 23:59:59, Jan  1 00:00:01",
        "2026-11-20 05:08:39, 2026-11-20T05:08:39Z",
        "05:08:39, 2026-11-20 05:08:39"
    })
    void timesThatDoNotTellAreNotCompared(String from, String to) {
        assertThat(read(from).secondsTo(read(to))).isEmpty();
    }

    @Test
    void everyTimeInTheSamplesOfTheFormatsIsRead() {
        int times = 0;
        for (LogFormat format : Samples.knowledge().formats()) {
            for (LinePattern pattern : format.patterns()) {
                for (LinePattern.Sample sample : pattern.samples()) {
                    int[] bounds = LinePattern.newBounds();
                    String time = pattern.matches(sample.line(), bounds)
                            ? LinePattern.text(Field.TIME, sample.line(), bounds)
                                    .orElse("")
                            : "";
                    // rclone without times has its level there, in angle brackets.
                    if (!time.isBlank() && !time.startsWith("<")) {
                        times++;
                        assertThat(LogTime.read(time))
                                .as("%s: %s", format.id(), time)
                                .isPresent();
                    }
                }
            }
        }
        assertThat(times).isGreaterThan(150);
    }

    private static LogTime read(String written) {
        return LogTime.read(written).orElseThrow();
    }
}
