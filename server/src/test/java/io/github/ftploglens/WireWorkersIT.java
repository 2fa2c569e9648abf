package io.github.ftploglens;

import static io.github.ftploglens.WireClient.EVERYTHING;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the packaged jar works on several questions at once, and gives up what nobody waits for. */
final class WireWorkersIT {
    private static final int REQUEST_CANCELLED = -32800;
    private static final String LARGE = "file:///logs/large.log";
    private static final String SMALL = "file:///logs/small.log";
    private static final String LOG = """
            <--- 220 ready
            ---> RETR 550.txt
            <--- 550 No such file
            """;
    private static final int EXCHANGES = 100_000;
    private static final String FAILS_AT_BOTH_ENDS =
            LOG + "---> NOOP\n<--- 200 ok\n".repeat(EXCHANGES) + "---> DELE a\n<--- 550 No such file";
    private static final int LAST = 3 + 2 * EXCHANGES + 1;

    @Test
    void aHoverDoesNotWaitForAllTokensOfALargeLog() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LARGE, LOG.repeat(100_000));
            assertThat(client.hoverText(LARGE, 2, 5)).contains("550");
            int tokens = client.send("textDocument/semanticTokens/full", WireClient.document(LARGE));
            assertThat(client.hoverText(LARGE, 2, 5)).contains("550");
            assertThat(client.isAnswered(tokens))
                    .as("all tokens before the hover")
                    .isFalse();
            assertThat(client.response(tokens).getAsJsonObject("result").getAsJsonArray("data"))
                    .hasSize(4 * 5 * 100_000);
        }
    }

    @Test
    void aSmallLogDoesNotWaitForALargeOneThatIsBeingOpened() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(SMALL, LOG);
            assertThat(client.hoverText(SMALL, 2, 5)).contains("550");
            client.open(LARGE, LOG.repeat(200_000));
            int large = client.send("textDocument/documentSymbol", WireClient.document(LARGE));
            assertThat(client.hoverText(SMALL, 2, 5)).contains("550");
            assertThat(client.isAnswered(large))
                    .as("the large log before the small one")
                    .isFalse();
        }
    }

    @Test
    void theDiagnosticsOfTheHeadOfALargeLogComeFirst() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LARGE, FAILS_AT_BOTH_ENDS);
            JsonObject head = client.pulled(LARGE);
            assertThat(lines(head.getAsJsonArray("items"))).containsExactly(2);
            client.awaitMessage("workspace/diagnostic/refresh", params -> true);
            JsonObject whole = client.pulledAgain(LARGE, head);
            assertThat(lines(whole.getAsJsonArray("items"))).containsExactly(2, LAST);
            assertThat(client.pulledAgain(LARGE, whole).get("kind").getAsString())
                    .isEqualTo("unchanged");
        }
        try (WireClient client = WireClient.initialized("{}")) {
            client.open(LARGE, FAILS_AT_BOTH_ENDS);
            assertThat(lines(client.pushed(LARGE))).containsExactly(2);
            assertThat(lines(client.pushed(LARGE))).containsExactly(2, LAST);
        }
    }

    @Test
    void whoDoesNotAskAgainWaitsForAllDiagnostics() {
        try (WireClient client = WireClient.initialized("{\"textDocument\": {\"diagnostic\": {}}}")) {
            client.open(LARGE, FAILS_AT_BOTH_ENDS);
            assertThat(lines(client.pulled(LARGE).getAsJsonArray("items"))).containsExactly(2, LAST);
        }
    }

    private static List<Integer> lines(JsonArray diagnostics) {
        List<Integer> lines = new ArrayList<>();
        for (JsonElement diagnostic : diagnostics) {
            JsonObject start =
                    diagnostic.getAsJsonObject().getAsJsonObject("range").getAsJsonObject("start");
            lines.add(start.get("line").getAsInt());
        }
        return lines;
    }

    @Test
    void workThatIsCancelledIsNotDone() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LARGE, LOG.repeat(100_000));
            List<Integer> requests = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                requests.add(client.send("textDocument/semanticTokens/full", WireClient.document(LARGE)));
                requests.add(client.send("textDocument/documentSymbol", WireClient.document(LARGE)));
                requests.add(client.send("textDocument/diagnostic", WireClient.document(LARGE)));
            }
            requests.forEach(id -> client.tell("$/cancelRequest", Map.of("id", id)));
            assertThat(client.hoverText(LARGE, 2, 5)).contains("550");
            long cancelled = requests.stream()
                    .map(client::response)
                    .filter(response -> response.has("error") && code(response) == REQUEST_CANCELLED)
                    .count();
            assertThat(cancelled).as("all but what was answered before").isGreaterThan(200);
            assertThat(client.tokens("range", LARGE, 2)).isNotEmpty();
        }
    }

    private static int code(JsonObject response) {
        return response.getAsJsonObject("error").get("code").getAsInt();
    }
}
