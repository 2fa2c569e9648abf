package io.github.ftploglens;

import static io.github.ftploglens.WireClient.EVERYTHING;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the packaged jar finds in all open logs, and what it shows above their sessions. */
final class WireSearchIT {
    private static final String FIRST = "file:///logs/a.log";
    private static final String SECOND = "output:ftp";
    private static final String TEXT = """
            Fri Nov 20 05:08:39 2026 [pid 7] CONNECT: Client "192.0.2.7"
            Fri Nov 20 05:08:39 2026 [pid 7] FTP response: Client "192.0.2.7", "220 (vsFTPd 3.0.5)"
            Fri Nov 20 05:08:40 2026 [pid 7] FTP command: Client "192.0.2.7", "USER bob"
            Fri Nov 20 05:08:40 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "331 Please specify the password."
            Fri Nov 20 05:08:40 2026 [pid 7] [bob] FTP command: Client "192.0.2.7", "PASS sw0rdfish"
            Fri Nov 20 05:08:40 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "530 Login incorrect."
            Fri Nov 20 05:08:41 2026 [pid 8] CONNECT: Client "198.51.100.9"
            Fri Nov 20 05:08:41 2026 [pid 8] FTP response: Client "198.51.100.9", "220 (vsFTPd 3.0.5)"
            Fri Nov 20 05:08:42 2026 [pid 8] FTP command: Client "198.51.100.9", "CWD in"
            Fri Nov 20 05:08:42 2026 [pid 8] FTP response: Client "198.51.100.9", "530 Please login with USER and PASS."
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "530 | 5:530 Login incorrect., 9:530 Please login with USER and PASS.",
                "pass | 4:PASS ***",
                "CWD | 8:CWD in",
                "BOB | 0:bob",
                "51.100 | 6:198.51.100.9",
                "'' | 0:192.0.2.7, 6:198.51.100.9",
                "226 | ''",
                "sw0rdfish | ''",
                "nobody at all | ''"
            })
    void codesCommandsAndSessionsAreFoundInEveryOpenLog(String query, String places) {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(FIRST, TEXT);
            client.open(SECOND, TEXT);
            client.open("untitled:Untitled-1", "nothing of FTP 530\n");
            List<String> first = new ArrayList<>();
            List<String> second = new ArrayList<>();
            for (JsonElement element : symbols(client, query)) {
                JsonObject symbol = element.getAsJsonObject();
                JsonObject location = symbol.getAsJsonObject("location");
                boolean isFirst = location.get("uri").getAsString().equals(FIRST);
                assertThat(symbol.get("containerName").getAsString()).isEqualTo(isFirst ? "a.log" : "ftp");
                int line = location.getAsJsonObject("range")
                        .getAsJsonObject("start")
                        .get("line")
                        .getAsInt();
                (isFirst ? first : second).add(line + ":" + symbol.get("name").getAsString());
            }
            assertThat(first).isEqualTo(second);
            assertThat(String.join(", ", first)).isEqualTo(places);
        }
    }

    @Test
    void noMoreIsFoundThanAReaderLooksThrough() {
        try (WireClient client = WireClient.initialized("{}")) {
            client.open(FIRST, TEXT.repeat(1_000));
            assertThat(symbols(client, "530")).hasSize(500);
        }
    }

    @Test
    void aboveASessionStandsWhatItHas() {
        try (WireClient able = WireClient.initialized(EVERYTHING);
                WireClient plain = WireClient.initialized("{}")) {
            able.open(FIRST, TEXT);
            plain.open(FIRST, TEXT);
            JsonArray plainLenses = plain.asked("codeLens", FIRST, 0, 0);
            assertThat(plainLenses).hasSize(2);
            assertThat(plainLenses.get(1).getAsJsonObject().has("command")).isFalse();
            JsonObject command = resolved(plain, plainLenses.get(0));
            assertThat(command.get("title").getAsString()).isEqualTo("replies: 3 · failed: 1");
            assertThat(command.get("command").getAsString())
                    .as("nothing to run")
                    .isEmpty();
            JsonArray lenses = able.asked("codeLens", FIRST, 0, 0);
            assertThat(lenses).hasSize(6);
            JsonObject next = resolved(able, lenses.get(1));
            assertThat(next.get("title").getAsString()).isEqualTo("Next failure");
            next.remove("title");
            assertThat(line(able.request("workspace/executeCommand", next))).isEqualTo(5);
            JsonObject shown = able.awaitMessage("window/showDocument", params -> true);
            assertThat(shown.get("uri").getAsString()).isEqualTo(FIRST);
            assertThat(shown.get("selection").toString()).contains("\"line\":5");
            JsonObject report = resolved(able, lenses.get(2));
            assertThat(report.get("command").getAsString()).isEqualTo("ftpLog.report");
            assertThat(able.request("workspace/executeCommand", report).getAsString())
                    .startsWith("# ");
            JsonObject page = able.awaitMessage("window/showDocument", params -> !params.has("selection"));
            assertThat(page.get("uri").getAsString()).endsWith("report-a.log.md");
            able.close(FIRST);
            assertThat(resolved(able, lenses.get(0)).get("title").getAsString()).isEmpty();
        }
    }

    @Test
    void theNextFailureIsLookedForFromTheTopAgain() {
        try (WireClient client = WireClient.initialized("{}")) {
            client.open(FIRST, TEXT);
            assertThat(line(next(client, 5))).isEqualTo(9);
            assertThat(line(next(client, 9))).isEqualTo(5);
            assertThat(line(next(client, Integer.MAX_VALUE))).isEqualTo(5);
            client.change(FIRST, 2, Map.of("text", "220 ready\n"));
            assertThat(next(client, 0)).isEqualTo(JsonNull.INSTANCE);
            assertThat(client.server().leftOver()).doesNotContain("window/showDocument");
        }
    }

    private static JsonElement next(WireClient client, int line) {
        return client.command("ftpLog.nextFailure", Map.of("uri", FIRST, "line", line));
    }

    private static int line(JsonElement location) {
        JsonObject range = location.getAsJsonObject().getAsJsonObject("range");
        return range.getAsJsonObject("start").get("line").getAsInt();
    }

    private static JsonArray symbols(WireClient client, String query) {
        return client.request("workspace/symbol", Map.of("query", query)).getAsJsonArray();
    }

    private static JsonObject resolved(WireClient client, JsonElement lens) {
        return client.request("codeLens/resolve", lens).getAsJsonObject().getAsJsonObject("command");
    }
}
