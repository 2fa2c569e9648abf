package io.github.ftploglens.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import io.github.ftploglens.log.LogDocument;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {
    private final Knowledge knowledge = Samples.knowledge();

    @Test
    void thePartsOfALineHaveTheirTypes() {
        assertThat(tokens("""
                Fri Nov 20 05:08:30 2026 [pid 7] [bob] FTP command: Client "192.0.2.7", "STOR report 425.csv"
                Fri Nov 20 05:08:34 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "425 Failed to establish connection."
                """))
                .containsExactly(
                        "0 TIME Fri Nov 20 05:08:30 2026",
                        "0 USER bob",
                        "0 CLIENT 192.0.2.7",
                        "0 VERB STOR",
                        "0 ARGUMENT report 425.csv",
                        "1 TIME Fri Nov 20 05:08:34 2026",
                        "1 USER bob",
                        "1 CLIENT 192.0.2.7",
                        "1 CODE/TRANSIENT_NEGATIVE 425");
    }

    @Test
    void aRecordHasACommandAndACode() {
        assertThat(tokens("192.0.2.7 UNKNOWN bob [20/Nov/2026:05:08:39 +0000] \"RETR a.txt\" 226 7495\n"))
                .containsExactly(
                        "0 CLIENT 192.0.2.7",
                        "0 USER bob",
                        "0 TIME 20/Nov/2026:05:08:39 +0000",
                        "0 VERB RETR",
                        "0 ARGUMENT a.txt",
                        "0 CODE/COMPLETION 226");
    }

    @Test
    void secretsAreTold() {
        assertThat(tokens("""
                < 220 (vsFTPd 3.0.5)
                > USER bob
                < 331 Please specify the password.
                > PASS my s3cret
                < 230 Hello.
                > SITE PSWD old new
                > site help
                """))
                .containsExactly(
                        "0 CODE/COMPLETION 220",
                        "1 VERB USER",
                        "1 USER bob",
                        "2 CODE/INTERMEDIATE 331",
                        "3 VERB PASS",
                        "3 SECRET my s3cret",
                        "4 CODE/COMPLETION 230",
                        "5 VERB SITE",
                        "5 ARGUMENT PSWD ",
                        "5 SECRET old new",
                        "6 VERB site",
                        "6 ARGUMENT help");
    }

    @Test
    void onlyTheLinesThatAreAskedForAreRead() {
        LogDocument log = knowledge.open("<--- 220 ready\n---> NOOP\n<--- 200 Ok.\n---> QUIT\n");
        assertThat(tokens(log, 1, 2)).containsExactly("1 VERB NOOP", "2 CODE/COMPLETION 200");
        assertThat(tokens(log, -3, 0)).containsExactly("0 CODE/COMPLETION 220");
        assertThat(tokens(log, 3, Integer.MAX_VALUE)).containsExactly("3 VERB QUIT");
        assertThat(tokens(log, 7, 9)).isEmpty();
    }

    private List<String> tokens(String text) {
        return tokens(knowledge.open(text), 0, Integer.MAX_VALUE);
    }

    private List<String> tokens(LogDocument log, int first, int last) {
        List<String> tokens = new ArrayList<>();
        Tokens.of(knowledge.catalogue(), log, first, last, token -> {
            String type = token.kind() == null ? token.type().name() : token.type() + "/" + token.kind();
            tokens.add(token.line() + " " + type + " " + token.span().of(log.text(token.line())));
        });
        return tokens;
    }
}
