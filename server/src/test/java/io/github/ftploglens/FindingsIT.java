package io.github.ftploglens;

import static io.github.ftploglens.WireClient.EVERYTHING;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of failures over time, by every door of the packaged jar: pulled, pushed, printed. */
final class FindingsIT {
    private static final String LOG = "file:///logs/guessed.log";
    private static final int GUESSES = 412;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aBurstIsOneDiagnosticThatLeadsToItsLastReply() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LOG, guesses());
            JsonArray items = client.pulled(LOG).getAsJsonArray("items");
            assertThat(items).hasSize(1);
            JsonObject burst = items.get(0).getAsJsonObject();
            assertThat(burst.get("severity").getAsInt()).isEqualTo(1);
            assertThat(burst.get("message").getAsString())
                    .startsWith("530 × 412, from 203.0.113.7, lines 5–2060, 05:08:39: one user each time: ");
            JsonArray related = burst.getAsJsonArray("relatedInformation");
            JsonObject last = related.get(1).getAsJsonObject();
            assertThat(last.get("message").getAsString()).isEqualTo("the last of 412");
            assertThat(startOf(last.getAsJsonObject("location"))).isEqualTo(5 * GUESSES - 1);
            client.open(LOG + "2", guesses() + recovered());
            assertThat(client.pulled(LOG + "2").getAsJsonArray("items")).hasSize(2);
        }
    }

    @Test
    void aFailureThatWasMadeUpForIsPushedMilderWithThePlaceOfTheSuccess() {
        String diagnostics = "{\"textDocument\": {\"publishDiagnostics\": {\"relatedInformation\": true}}}";
        try (WireClient client = WireClient.initialized(diagnostics)) {
            client.open(LOG, recovered());
            JsonObject failure = client.pushed(LOG).get(0).getAsJsonObject();
            assertThat(failure.get("severity").getAsInt()).isEqualTo(2);
            assertThat(failure.get("message").getAsString())
                    .endsWith("Recovered in line 5: the same command succeeded.");
            JsonObject success =
                    failure.getAsJsonArray("relatedInformation").get(1).getAsJsonObject();
            assertThat(success.get("message").getAsString()).isEqualTo("recovered in line 5");
            assertThat(startOf(success.getAsJsonObject("location"))).isEqualTo(4);
            // The success is taken away.
            client.change(LOG, 2, Map.of("range", WireClient.range(4, 0, 5, 0), "text", ""));
            assertThat(client.pushed(LOG)
                            .get(0)
                            .getAsJsonObject()
                            .get("severity")
                            .getAsInt())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, ×", "fr, lignes", "ja, 行目", "ru, строки", "th, บรรทัด"})
    void aBurstIsToldInEveryLanguage(String language, String word) throws IOException {
        Path log = Files.writeString(folder.resolve("guessed.log"), guesses());
        assertThat(Cli.run("check", "--language", language, log.toString())
                        .ended(1)
                        .lines())
                .singleElement()
                .asString()
                .contains("530 × 412", "203.0.113.7", word);
    }

    @Test
    void checkPrintsWhatAProgramNeedsOfIt() throws IOException {
        Path log = Files.writeString(folder.resolve("guessed.log"), guesses() + recovered());
        String json = Cli.run("check", "--format", "json", log.toString()).ended(1);
        JsonArray found = JsonParser.parseString(json).getAsJsonArray();
        JsonObject burst = found.get(0).getAsJsonObject();
        assertThat(burst.get("kind").getAsString()).isEqualTo("burst");
        assertThat(burst.get("count").getAsInt()).isEqualTo(GUESSES);
        assertThat(burst.get("lastLine").getAsInt()).isEqualTo(5 * GUESSES);
        JsonObject failure = found.get(1).getAsJsonObject();
        assertThat(failure.get("kind").getAsString()).isEqualTo("failure");
        assertThat(failure.get("recoveredLine").getAsInt()).isEqualTo(5 * GUESSES + 5);
    }

    private static int startOf(JsonObject location) {
        return location.getAsJsonObject("range")
                .getAsJsonObject("start")
                .get("line")
                .getAsInt();
    }

    private static String guesses() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < GUESSES; i++) {
            log.append("""
                    < "220 (vsFTPd 3.0.3)"
                    > "USER root"
                    < "331 Please specify the password."
                    > "PASS <password>"
                    < "530 Login incorrect."
                    """.replaceAll("(?m)^", said(1000 + i, "root", "203.0.113.7")));
        }
        return shown(log.toString());
    }

    private static String recovered() {
        return shown("""
                < "220 (vsFTPd 3.0.3)"
                > "DELE a.txt"
                < "550 Delete operation failed."
                > "DELE a.txt"
                < "250 Delete operation successful."
                """.replaceAll("(?m)^", said(7, "bob", "192.0.2.7")));
    }

    private static String said(int pid, String user, String client) {
        return "Fri Nov 20 05:08:39 2026 [pid " + pid + "] [" + user + "] @" + client + " ";
    }

    private static String shown(String log) {
        return log.replaceAll("@(\\S+) < ", "FTP response: Client \"$1\", ")
                .replaceAll("@(\\S+) > ", "FTP command: Client \"$1\", ");
    }
}
