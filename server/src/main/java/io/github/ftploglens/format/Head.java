package io.github.ftploglens.format;

import java.util.List;

/** The lines by which the formats of a log are decided on: its first ones, or those of them that tell the most. */
public interface Head {
    /** The number of lines. */
    int count();

    /** A line; {@code index} is 0-based. */
    String line(int index);

    /** Of how many lines of the log they are, at least {@link #count}. */
    default int of() {
        return count();
    }

    /** These lines. */
    static Head of(List<String> lines) {
        return of(lines, lines.size());
    }

    /** These lines, that are all that matters of so many. */
    static Head of(List<String> lines, int of) {
        return new Head() {
            @Override
            public int count() {
                return lines.size();
            }

            @Override
            public String line(int index) {
                return lines.get(index);
            }

            @Override
            public int of() {
                return of;
            }
        };
    }

    /** The first ones of these lines; {@code most} is at most their number. */
    default Head first(int most) {
        Head all = this;
        return new Head() {
            @Override
            public int count() {
                return most;
            }

            @Override
            public String line(int index) {
                return all.line(index);
            }
        };
    }
}
