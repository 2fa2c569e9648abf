package io.github.ftploglens.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.text.Position;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuickFixesTest {
    private static final String LOG = """
            <--- 220 ready
            ---> STOR a.txt
            <--- 150 Ok to send data.
            <--- 425 Failed to establish connection.
            ---> QUIT
            <--- 221 Goodbye.
            """;

    private final Knowledge knowledge = Samples.knowledge();
    private final LogDocument log = knowledge.open(LOG);

    @Test
    void aCodeIsExplainedAndComparedFirstWithTheOtherOfItsExchange() {
        assertThat(titles(new Position(3, 6), new Position(3, 6)))
                .startsWith("Explain 425", "Compare 425 with 150")
                .contains("Compare 425 with 221")
                .endsWith("Copy a redacted excerpt of this session", "Ignore 425 from now on")
                .hasSize(7);
    }

    @Test
    void whatIsNotListedNeedNotBeIgnored() {
        Position failed = new Position(3, 6);
        assertThat(titles(Severities.of(Map.of("4xx", "off")), failed, failed))
                .noneMatch(title -> title.startsWith("Ignore"));
        Position done = new Position(5, 6);
        assertThat(titles(done, done)).startsWith("Explain 221").noneMatch(title -> title.startsWith("Ignore"));
    }

    @Test
    void aReportIsOfferedInLogsOnly() {
        assertThat(QuickFixes.ofLog(knowledge, log)).extracting(QuickFix::title).containsExactly("Report on this log");
        assertThat(QuickFixes.ofLog(knowledge, knowledge.open("550 g of sugar\n")))
                .isEmpty();
    }

    @Test
    void twoSelectedCodesAreCompared() {
        assertThat(titles(new Position(0, 0), new Position(3, 9))).containsExactly("Compare 220 with 150");
        assertThat(titles(new Position(3, 0), new Position(5, 9))).containsExactly("Compare 425 with 221");
    }

    @Test
    void theTextOfAReplyHasThoseOfItsCode() {
        assertThat(titles(new Position(3, 20), new Position(3, 20))).startsWith("Explain 425");
        assertThat(titles(new Position(2, 20), new Position(3, 20))).containsExactly("Compare 150 with 425");
    }

    @Test
    void elsewhereThereIsNothingToOffer() {
        assertThat(titles(new Position(1, 3), new Position(1, 3))).isEmpty();
        assertThat(titles(new Position(99, 0), new Position(99, 0))).isEmpty();
    }

    private List<String> titles(Position start, Position end) {
        return titles(Severities.USUAL, start, end);
    }

    private List<String> titles(Severities severities, Position start, Position end) {
        return QuickFixes.at(knowledge, log, severities, start, end).stream()
                .map(QuickFix::title)
                .toList();
    }
}
