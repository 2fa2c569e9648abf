package io.github.ftploglens.format;

import java.util.Map;
import java.util.Optional;

/** Proves a format by its own samples. */
public final class FormatProof {
    private FormatProof() {}

    /**
     * Checks that each sample has the layout that it stands below, and the fields that it says.
     *
     * @param where the file's name, for messages
     * @throws FormatException when one has not
     */
    public static void check(LogFormat format, String where) {
        for (LinePattern pattern : format.patterns()) {
            for (LinePattern.Sample sample : pattern.samples()) {
                check(format, pattern, sample, where);
            }
        }
    }

    /** Checks one sample of a layout. */
    static void check(LogFormat format, LinePattern pattern, LinePattern.Sample sample, String where) {
        int[] bounds = LinePattern.newBounds();
        String line = sample.line();
        LinePattern found = format.patternOf(line, bounds, around(format, pattern, sample, bounds))
                .orElseThrow(() -> new FormatException(
                        where, "the sample \"" + line + "\" fits no layout", "correct \"" + pattern.text() + "\""));
        // A row is bound to the columns of its header, and is another object than the layout of the file.
        if (!found.samples().equals(pattern.samples())) {
            throw new FormatException(
                    where,
                    "the sample \"" + line + "\" of \"" + pattern.text() + "\" fits \"" + found.text() + "\" before",
                    "put the stricter layout first");
        }
        for (Map.Entry<Field, String> field : sample.fields().entrySet()) {
            Optional<String> text = LinePattern.text(field.getKey(), line, bounds);
            if (!text.equals(Optional.of(field.getValue()))) {
                throw new FormatException(
                        where,
                        "in the sample \"" + line + "\", " + field.getKey().key() + " is "
                                + text.map(value -> "\"" + value + "\"").orElse("missing"),
                        "\"" + field.getValue() + "\" was expected");
            }
        }
    }

    private static Surroundings around(LogFormat format, LinePattern pattern, LinePattern.Sample sample, int[] bounds) {
        Surroundings part = new Surroundings(pattern.part(), null);
        return format.patternOf(sample.header(), bounds)
                .map(header -> format.behind(part, header, sample.header(), bounds))
                .orElse(part);
    }
}
