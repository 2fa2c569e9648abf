package io.github.ftploglens.feature;

import static io.github.ftploglens.feature.FailedReplies.Direction.NEXT;
import static io.github.ftploglens.feature.FailedReplies.Direction.PREVIOUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.Tally;
import io.github.ftploglens.text.Edit;
import io.github.ftploglens.text.Position;
import io.github.ftploglens.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailedRepliesTest {
    private static final String LOG = """
            <--- 220 (vsFTPd 3.0.5)
            ---> USER anonymous
            <--- 530-This server is
            <--- 530 closed.
            ---> SIZE 550.txt
            <--- 213 550
            ---> RETR a
            <--- 550 Failed to open file.
            """;

    private final LogDocument log = Samples.knowledge().open(LOG);

    @ParameterizedTest
    @CsvSource({"0, 3", "2, 3", "3, 7", "5, 7", "7, 3", "8, 3", "-1, 3", "99, 3"})
    void theNextOneIsBelowAndBehindTheLastComesTheFirst(int line, int found) {
        assertThat(FailedReplies.beside(log, line, NEXT)).contains(Region.of(found, new Span(5, 8)));
    }

    @ParameterizedTest
    @CsvSource({"0, 7", "3, 7", "4, 3", "7, 3", "8, 7", "-1, 7", "99, 7"})
    void thePreviousOneIsAboveAndBeforeTheFirstComesTheLast(int line, int found) {
        assertThat(FailedReplies.beside(log, line, PREVIOUS)).contains(Region.of(found, new Span(5, 8)));
    }

    @Test
    void theOnlyOneIsFoundAgain() {
        LogDocument one = Samples.knowledge().open("<--- 220 ready\n---> RETR a\n<--- 550 No such file\n");
        assertThat(FailedReplies.beside(one, 2, NEXT)).contains(Region.of(2, new Span(5, 8)));
    }

    @Test
    void aLogWithoutFailuresHasNone() {
        LogDocument good = Samples.knowledge().open("<--- 220 ready\n---> NOOP\n<--- 200 ok\n");
        assertThat(FailedReplies.beside(good, 0, NEXT)).isEmpty();
        assertThat(FailedReplies.beside(Samples.knowledge().open(""), 0, PREVIOUS))
                .isEmpty();
    }

    @Test
    void aLogIsCountedAlsoAfterItHasChanged() {
        assertThat(log.tally()).isEqualTo(new Tally(4, 2));
        Position end = new Position(8, 0);
        String more = "---> RETR b\n<--- 425 No connection.\n".repeat(1_000);
        assertThat(log.edit(new Edit(end, end, more)).tally()).isEqualTo(new Tally(1_004, 1_002));
    }
}
