package io.github.ftploglens.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.format.Field;
import io.github.ftploglens.text.Edit;
import io.github.ftploglens.text.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Logs in columns, whose header names the columns of the rows below it. */
class HeaderTest {
    private static final String ROW = "2026-11-20 05:08:39 192.0.2.7 bob RETR 550.txt 226 425\n";

    private static final String OTHER_ROW = "192.0.2.7 226 425 RETR 550.txt 2026-11-20 05:08:39 bob\n";

    private static final String HEADER =
            "#Fields: date time c-ip cs-username cs-method cs-uri-stem sc-status sc-win32-status\n";

    private static final String OTHER_HEADER =
            "#Fields: c-ip sc-win32-status sc-status cs-method cs-uri-stem date time cs-username\n";

    private final Knowledge knowledge = Samples.knowledge();

    @Test
    void aRowIsReadByTheColumnsOfTheLastHeader() {
        assertThat(codes(HEADER + ROW + OTHER_HEADER + OTHER_ROW + HEADER + ROW))
                .containsExactly("226", "425", "226");
    }

    @Test
    void rowsBeforeAnyHeaderHaveTheUsualColumns() {
        assertThat(codes(ROW + ROW + OTHER_HEADER + OTHER_ROW)).containsExactly("226", "226", "425");
    }

    @Test
    void aRowOfOtherColumnsThanTheHeaderNamesHasTheUsualOnes() {
        assertThat(codes(OTHER_HEADER + OTHER_ROW + ROW.replace(" 425\n", "\n")))
                .containsExactly("425", "226");
    }

    @Test
    void aHeaderWithoutTheCodeLeavesNone() {
        assertThat(codes(ROW + ROW + ROW + HEADER.replace("sc-status", "sc-bytes") + ROW))
                .containsExactly("226", "226", "226");
    }

    @Test
    void aHyphenIsNoValueAndADateAndATimeAreOne() {
        LogDocument log = knowledge.open(HEADER + ROW.replace("bob", "-"));
        LogText row = new LogText(log.line(1), log.text(1));
        assertThat(row.field(Field.USER)).isEmpty();
        assertThat(row.field(Field.TIME)).isEqualTo("2026-11-20 05:08:39");
        assertThat(row.field(Field.WIN32STATUS)).isEqualTo("425");
        assertThat(row.command()).isEqualTo("RETR 550.txt");
    }

    @Test
    void aHeaderThatNamesTooManyColumnsIsNone() {
        assertThat(codes(HEADER + "#Fields: " + "sc-status ".repeat(100_000) + "\n" + ROW))
                .containsExactly("226");
    }

    /** The law of editing where a header far above decides: what the rows are changes with it. */
    @Test
    void aHeaderThatIsEditedChangesTheRowsBelowIt() {
        String text = HEADER + ROW.repeat(600) + HEADER + ROW.repeat(600);
        LogDocument log = knowledge.open(text);
        Position start = new Position(0, 0);
        List<Edit> edits = List.of(
                new Edit(start, new Position(1, 0), OTHER_HEADER),
                new Edit(start, new Position(1, 0), ""),
                new Edit(start, start, HEADER.replace("sc-status", "sc-bytes")),
                new Edit(new Position(300, 0), new Position(300, 0), OTHER_HEADER + OTHER_ROW),
                new Edit(new Position(300, 0), new Position(302, 0), ""));
        for (Edit edit : edits) {
            log = log.edit(edit);
            LogDocument fresh = knowledge.open(log.lines().toString());
            assertThat(scanned(log)).isEqualTo(scanned(fresh));
        }
    }

    private static List<ScannedLine> scanned(LogDocument log) {
        return IntStream.range(0, log.count()).mapToObj(log::line).toList();
    }

    private List<String> codes(String text) {
        LogDocument log = knowledge.open(text);
        List<String> codes = new ArrayList<>();
        for (ScannedLine line : scanned(log)) {
            line.marks().forEach(mark -> codes.add(mark.code().toString()));
        }
        return codes;
    }
}
