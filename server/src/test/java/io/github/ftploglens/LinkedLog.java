package io.github.ftploglens;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A log that a real vsftpd wrote, with the labels beside it, for the tests that talk with the server. */
final class LinkedLog {
    static final Path FILE = Path.of(System.getProperty("corpus.dir")).resolveSibling("linked/vsftpd-file.log");

    /** The 530 in line 10 answers the USER in line 9; both 0-based here. */
    static final int REFUSED = 9;

    static final int COLUMN = 94;

    /** The lines, 1-based, of failures that a later success makes up for, and that are less severe. */
    private static final Set<Integer> RECOVERED = Set.of(10, 74, 178);

    private LinkedLog() {}

    static String text() {
        return read(FILE);
    }

    /** The failed replies by the labels, as {@link #places} writes them, when so many lines stand before them. */
    static List<String> failures(int linesBefore) {
        List<String> failures = new ArrayList<>();
        for (String label : read(FILE.resolveSibling("vsftpd-file.labels.tsv"))
                .lines()
                .skip(1)
                .toList()) {
            String[] cells = label.split("\t", -1);
            int line = Integer.parseInt(cells[0]) - 1 + linesBefore;
            int column = Integer.parseInt(cells[1]);
            boolean failed = cells[2].startsWith("4") || cells[2].startsWith("5");
            if (failed && cells[3].equals("reply")) {
                int severity = cells[2].startsWith("4") ? 2 : 1;
                int milder = RECOVERED.contains(Integer.parseInt(cells[0])) ? 1 : 0;
                failures.add(place(line, column, line, column + 3, severity + milder, cells[2]));
            }
        }
        return failures;
    }

    /** Where diagnostics stand, how severe they are, and which code they have. */
    static List<String> places(JsonArray diagnostics) {
        List<String> places = new ArrayList<>();
        for (JsonElement element : diagnostics) {
            JsonObject diagnostic = element.getAsJsonObject();
            JsonObject start = diagnostic.getAsJsonObject("range").getAsJsonObject("start");
            JsonObject end = diagnostic.getAsJsonObject("range").getAsJsonObject("end");
            places.add(place(
                    start.get("line").getAsInt(),
                    start.get("character").getAsInt(),
                    end.get("line").getAsInt(),
                    end.get("character").getAsInt(),
                    diagnostic.get("severity").getAsInt(),
                    diagnostic.get("code").getAsString()));
        }
        return places;
    }

    private static String place(int line, int column, int endLine, int endColumn, int severity, String code) {
        String is = severity == 1 ? "error" : severity == 2 ? "warning" : "severity " + severity;
        return line + ":" + column + " to " + endLine + ":" + endColumn + " " + is + " " + code;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
