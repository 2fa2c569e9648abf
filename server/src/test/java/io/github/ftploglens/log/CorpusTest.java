package io.github.ftploglens.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import io.github.ftploglens.feature.Knowledge;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Logs that real programs wrote, against labels that the recorder of their connections wrote. */
class CorpusTest {
    private final Knowledge knowledge = Samples.knowledge();

    private record Place(int line, int column) {}

    private record Label(String code, String kind, String session, List<String> commands) {}

    @TestFactory
    Stream<DynamicTest> everyCodeIsFoundAndNothingElse() {
        return Stream.of(Samples.CORPUS, Samples.LINKED)
                .flatMap(folder -> Samples.logs(folder).stream())
                .map(log -> DynamicTest.dynamicTest(log.getFileName().toString(), () -> codes(log)));
    }

    @TestFactory
    Stream<DynamicTest> everyReplyIsLinkedToItsCommandAndItsSession() {
        return Samples.logs(Samples.LINKED).stream()
                .map(log -> DynamicTest.dynamicTest(log.getFileName().toString(), () -> links(log)));
    }

    private void codes(Path log) {
        LogDocument document = lines(log);
        Map<Place, Label> labels = labels(log);
        for (int line = 0; line < document.count(); line++) {
            for (Mark mark : document.line(line).marks()) {
                Label label = labels.remove(new Place(line, mark.column()));
                assertThat(label)
                        .as("line %d: %s", line + 1, document.text(line))
                        .isNotNull();
                assertThat(mark.code()).hasToString(label.code());
                boolean cited = mark.kind() == Mark.Kind.MENTION || label.kind().equals("mention");
                if (!cited) {
                    assertThat(mark.kind().name()).isEqualToIgnoringCase(label.kind());
                }
            }
        }
        labels.values().removeIf(label -> label.kind().equals("mention"));
        assertThat(labels).as("labels that were not found").isEmpty();
    }

    private void links(Path log) {
        LogDocument document = lines(log);
        Map<String, Integer> sessions = new HashMap<>();
        labels(log).forEach((place, label) -> {
            ScannedLine line = document.line(place.line());
            String at = "line " + (place.line() + 1) + ": " + document.text(place.line());
            boolean none = line.command() == ScannedLine.NONE;
            String command = none ? "" : String.valueOf(place.line() + 1 - line.command());
            assertThat(label.commands()).as(at).contains(command);
            if (!label.session().isEmpty()) {
                int start = place.line() - line.session();
                assertThat(sessions.computeIfAbsent(label.session(), name -> start))
                        .as(at)
                        .isEqualTo(start);
            }
        });
        assertThat(sessions.values()).doesNotHaveDuplicates();
    }

    /** The labels count lines that end at LF; a CR inside a line is a character of it. */
    private LogDocument lines(Path log) {
        return knowledge.open(Samples.text(log).replace("\r\n", "\n").replace('\r', '\u0001'));
    }

    private static Map<Place, Label> labels(Path log) {
        Map<Place, Label> labels = new LinkedHashMap<>();
        Samples.text(Samples.labels(log))
                .lines()
                .filter(row -> !row.startsWith("line\t"))
                .forEach(row -> {
                    String[] cells = Arrays.copyOf(row.split("\t", -1), 6);
                    Place place = new Place(Integer.parseInt(cells[0]) - 1, Integer.parseInt(cells[1]));
                    String session = cells[4] == null ? "" : cells[4];
                    String commands = cells[5] == null ? "" : cells[5];
                    labels.put(place, new Label(cells[2], cells[3], session, List.of(commands.split("\\|", -1))));
                });
        return labels;
    }
}
