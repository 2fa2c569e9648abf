package io.github.ftploglens.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.MarkedLog;
import io.github.ftploglens.Samples;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.text.Position;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where a reader can go from a place of a log, and what is selected or highlighted around it. */
class NavigationTest {
    private static final String INTERLEAVED = """
            Fri Nov 20 05:08:30 2026 [pid 7] [bob] FTP command: Client "192.0.2.7", "S‸TOR report.csv"
            Fri Nov 20 05:08:31 2026 [pid 9] [amy] FTP command: Client "192.0.2.9", "RETR other.csv"
            Fri Nov 20 05:08:31 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "150 Ok to send data."
            Fri Nov 20 05:08:32 2026 [pid 9] [amy] FTP response: Client "192.0.2.9", "550 Failed to open file."
            Fri Nov 20 05:08:34 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "425 Failed to establish connection."
            Fri Nov 20 05:08:35 2026 [pid 7] [bob] FTP command: Client "192.0.2.7", "STOR again.csv"
            """;

    private final Knowledge knowledge = Samples.knowledge();

    @Test
    void aReplyLeadsToItsCommand() {
        assertThat(definition(moved(INTERLEAVED, "425‸"))).containsExactly("0 STOR");
        assertThat(definition(moved(INTERLEAVED, "Failed to‸ open"))).containsExactly("1 RETR");
        assertThat(definition("192.0.2.7 UNKNOWN bob [20/Nov/2026:05:08:39 +0000] \"RETR a.txt\" 55‸0 -\n"))
                .containsExactly("0 RETR");
    }

    @Test
    void nothingElseLeadsAnywhere() {
        assertThat(definition(INTERLEAVED)).isEmpty();
        assertThat(definition(moved(INTERLEAVED, "05:08:34‸"))).isEmpty();
        assertThat(definition("<--- 22‸0 ready\n")).isEmpty();
        LogDocument log = knowledge.open("<--- 220 ready\n");
        assertThat(Definitions.at(log, new Position(9, 0))).isEmpty();
        assertThat(References.at(log, new Position(9, 0))).isEmpty();
        assertThat(Highlights.at(log, new Position(9, 0))).isEmpty();
    }

    @Test
    void aCodeAndAVerbAreFoundInTheWholeLog() {
        assertThat(references(INTERLEAVED)).containsExactly("0 STOR", "5 STOR");
        assertThat(references("""
                <--- 550-No
                <--- 550 such file 550
                ---> RETR 550
                <--- 5‸50 No.
                """)).containsExactly("0 550", "1 550", "3 550");
        assertThat(references(moved(INTERLEAVED, "to send ‸data"))).isEmpty();
    }

    @Test
    void ofTooManyReferencesThoseAroundTheCursorAreFound() {
        String line = "<--- 200 Ok.\n";
        LogDocument log = knowledge.open(line.repeat(30_000));
        List<Region> found = References.at(log, new Position(20_000, 6));
        assertThat(found).hasSize(References.MOST_SHOWN);
        assertThat(found.get(0).start().line()).isEqualTo(15_000);
        assertThat(References.at(log, new Position(0, 6)).get(0).start().line()).isZero();
        assertThat(References.at(log, new Position(29_999, 6))
                        .get(9_999)
                        .start()
                        .line())
                .isEqualTo(29_999);
    }

    @Test
    void anExchangeIsHighlightedAcrossOtherSessions() {
        List<String> exchange = List.of("COMMAND 0 STOR", "REPLY 2 150", "REPLY 4 425");
        assertThat(highlights(INTERLEAVED)).isEqualTo(exchange);
        assertThat(highlights(moved(INTERLEAVED, "4‸25 Failed"))).isEqualTo(exchange);
        assertThat(highlights(moved(INTERLEAVED, "05‸:08:34"))).isEmpty();
    }

    @Test
    void theLinesOfALongReplyAreHighlighted() {
        assertThat(highlights("""
                <--- 220-Welcome
                <--- inner
                <--- 2‸20 ready
                ---> FEAT
                """)).containsExactly("REPLY 0 220", "REPLY 2 220");
        assertThat(highlights("""
                ---> FEAT
                <--- 2‸11-Features:
                <---  UTF8
                <--- 211 End
                """)).containsExactly("COMMAND 0 FEAT", "REPLY 1 211", "REPLY 3 211");
    }

    @Test
    void aSelectionGrowsFromTheCodeToTheLog() {
        assertThat(selections("""
                <--- 220 ready
                ---> FEAT
                <--- 211-Features:
                <---  UTF8
                <--- 2‸11 End
                ---> NOOP
                """))
                .containsExactly(
                        "211",
                        "211 End",
                        "<--- 211 End",
                        "<--- 211-Features:/<---  UTF8/<--- 211 End",
                        "---> FEAT/<--- 211-Features:/<---  UTF8/<--- 211 End",
                        "<--- 220 ready/---> FEAT/<--- 211-Features:/<---  UTF8/<--- 211 End/---> NOOP/");
    }

    @Test
    void aSelectionGrowsFromTheVerb() {
        assertThat(selections(INTERLEAVED))
                .startsWith("STOR", "STOR report.csv")
                .hasSize(4);
    }

    @Test
    void aPositionOutsideTheLogSelectsTheNearestLine() {
        LogDocument log = knowledge.open("<--- 220 ready\n");
        assertThat(Selections.at(log, new Position(99, 99)))
                .containsExactly(
                        new Region(new Position(1, 0), new Position(1, 0)),
                        new Region(new Position(0, 0), new Position(1, 0)));
        assertThat(Selections.at(knowledge.open(""), new Position(0, 0))).hasSize(1);
    }

    /** The same log with the cursor elsewhere. */
    private static String moved(String log, String to) {
        String plain = log.replace("‸", "");
        String place = to.replace("‸", "");
        assertThat(plain).contains(place);
        return plain.replace(place, to);
    }

    private List<String> definition(String marked) {
        MarkedLog log = MarkedLog.of(knowledge, marked);
        return Definitions.at(log.document(), log.cursor()).stream()
                .map(region -> place(log.document(), region))
                .toList();
    }

    private List<String> references(String marked) {
        MarkedLog log = MarkedLog.of(knowledge, marked);
        return References.at(log.document(), log.cursor()).stream()
                .map(region -> place(log.document(), region))
                .toList();
    }

    private List<String> highlights(String marked) {
        MarkedLog log = MarkedLog.of(knowledge, marked);
        return Highlights.at(log.document(), log.cursor()).stream()
                .map(highlight -> highlight.kind() + " " + place(log.document(), highlight.region()))
                .toList();
    }

    private List<String> selections(String marked) {
        MarkedLog log = MarkedLog.of(knowledge, marked);
        return Selections.at(log.document(), log.cursor()).stream()
                .map(region -> text(log.document(), region))
                .toList();
    }

    private static String place(LogDocument log, Region region) {
        return region.start().line() + " " + text(log, region);
    }

    private static String text(LogDocument log, Region region) {
        return IntStream.rangeClosed(region.start().line(), region.end().line())
                .mapToObj(line -> {
                    String text = log.text(line);
                    int from = line == region.start().line() ? region.start().column() : 0;
                    int to = line == region.end().line() ? region.end().column() : text.length();
                    return text.substring(from, to);
                })
                .collect(Collectors.joining("/"));
    }
}
