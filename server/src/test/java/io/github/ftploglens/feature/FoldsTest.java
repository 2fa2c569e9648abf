package io.github.ftploglens.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import io.github.ftploglens.log.LogDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldsTest {
    private static final String TWO_SESSIONS = """
            <--- 220-Welcome
            <--- This server is watched.
            <--- 220 ready
            ---> FEAT
            <--- 211-Features:
            <---  UTF8
            <--- 211 End
            ---> QUIT
            <--- 221 Goodbye.
            <--- 220 ready
            ---> NOOP
            <--- 200 Ok.
            """;

    private final Knowledge knowledge = Samples.knowledge();

    @Test
    void sessionsBannersAndLongRepliesAreFolded() {
        assertThat(folds(TWO_SESSIONS, 10))
                .containsExactly(
                        "SESSION 0-8 lines hidden: 8",
                        "BANNER 0-2 Service Ready; lines hidden: 2",
                        "REPLY 4-6 Feature List; lines hidden: 2",
                        "SESSION 9-11 lines hidden: 2");
    }

    @Test
    void whereAClientTakesFewSessionsGoFirst() {
        assertThat(folds(TWO_SESSIONS, 2)).hasSize(2).allMatch(fold -> fold.startsWith("SESSION"));
        assertThat(folds(TWO_SESSIONS, 0)).isEmpty();
    }

    @Test
    void whatOtherSessionsInterruptIsNotFolded() {
        assertThat(folds("""
                Fri Nov 20 05:08:30 2026 [pid 7] FTP response: Client "192.0.2.7", "220-Welcome"
                Fri Nov 20 05:08:31 2026 [pid 8] FTP response: Client "192.0.2.8", "220-Welcome"
                Fri Nov 20 05:08:31 2026 [pid 8] FTP response: Client "192.0.2.8", "220 ready"
                Fri Nov 20 05:08:31 2026 [pid 7] FTP response: Client "192.0.2.7", "220-to"
                Fri Nov 20 05:08:31 2026 [pid 7] FTP response: Client "192.0.2.7", "220 all"
                """, 10))
                .containsExactly(
                        "SESSION 1-2 192.0.2.8; lines hidden: 1",
                        "BANNER 1-2 Service Ready; lines hidden: 1",
                        "BANNER 3-4 Service Ready; lines hidden: 1");
    }

    private List<String> folds(String text, int most) {
        LogDocument log = knowledge.open(text);
        return Folds.of(log, most).stream()
                .map(fold ->
                        fold.kind() + " " + fold.first() + "-" + fold.last() + " " + Folds.text(knowledge, log, fold))
                .toList();
    }
}
