package io.github.ftploglens;

import static io.github.ftploglens.LinkedLog.COLUMN;
import static io.github.ftploglens.LinkedLog.REFUSED;
import static io.github.ftploglens.LinkedLog.failures;
import static io.github.ftploglens.LinkedLog.places;
import static io.github.ftploglens.LinkedLog.text;
import static io.github.ftploglens.WireClient.EVERYTHING;
import static io.github.ftploglens.WireClient.range;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packaged jar says of logs, to clients that can do little and to clients that can do much. */
final class WireIT {
    private static final String LOG = "file:///logs/vsftpd.log";
    private static final String OTHER = "file:///logs/other.log";

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"processId\": null, \"rootUri\": null}", "{\"initializationOptions\": null}"})
    void aClientThatCanDoNothingIsServed(String more) {
        try (WireClient client = WireClient.initialized("{}", more)) {
            client.open(LOG, text());
            assertThat(places(client.pushed(LOG))).isEqualTo(failures(0));
            JsonObject hover = client.hover(LOG, REFUSED, COLUMN).getAsJsonObject();
            assertThat(hover.getAsJsonObject("contents").get("kind").getAsString())
                    .isEqualTo("plaintext");
            assertThat(hover.getAsJsonObject("contents").get("value").getAsString())
                    .startsWith("530 · Not Logged In\n")
                    .contains("Permanent negative", "USER dropbox_in (line 9)", "must use encryption", "RFC 959")
                    .doesNotContain("**", "](", "###");
            assertThat(hover.get("range")).isEqualTo(json(range(REFUSED, COLUMN, REFUSED, COLUMN + 3)));
            assertThat(client.shutDown()).isZero();
            assertThat(client.server().stderr()).isEmpty();
        }
    }

    @Test
    void diagnosticsSayWhatFailedAndNothingThatTheClientDoesNotKnow() {
        try (WireClient client = WireClient.initialized("{}")) {
            client.open(LOG, text());
            assertThat(client.pushed(LOG).get(0).getAsJsonObject().keySet())
                    .containsExactlyInAnyOrder("range", "severity", "code", "source", "message");
        }
    }

    @Test
    void diagnosticsArePulledAndThenNothingIsPushed() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LOG, text());
            JsonObject report = client.pulled(LOG);
            assertThat(report.get("kind").getAsString()).isEqualTo("full");
            assertThat(places(report.getAsJsonArray("items"))).isEqualTo(failures(0));
            JsonObject again = client.pulledAgain(LOG, report);
            assertThat(again.get("kind").getAsString()).isEqualTo("unchanged");
            assertThat(again.get("resultId")).isEqualTo(report.get("resultId"));
            client.change(LOG, 2, Map.of("range", range(0, 0, 0, 0), "text", "\n"));
            JsonObject changed = client.pulledAgain(LOG, report);
            assertThat(changed.get("kind").getAsString()).isEqualTo("full");
            assertThat(changed.get("resultId")).isNotEqualTo(report.get("resultId"));
            client.close(LOG);
            assertThat(client.pulled(LOG).getAsJsonArray("items")).isEmpty();
            assertThat(client.server().leftOver()).doesNotContain("textDocument/publishDiagnostics");
        }
    }

    @Test
    void diagnosticsNameTheCommandThatFailedAndTheRfc() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LOG, text());
            JsonObject refused =
                    client.pulled(LOG).getAsJsonArray("items").get(0).getAsJsonObject();
            assertThat(refused.getAsJsonObject("codeDescription").get("href").getAsString())
                    .startsWith("https://www.rfc-editor.org/rfc/rfc959");
            JsonObject related =
                    refused.getAsJsonArray("relatedInformation").get(0).getAsJsonObject();
            assertThat(related.get("message").getAsString()).contains("USER dropbox_in");
            int length = text().lines().toList().get(REFUSED - 1).length();
            assertThat(related.get("location"))
                    .isEqualTo(json(Map.of("uri", LOG, "range", range(REFUSED - 1, 0, REFUSED - 1, length))));
        }
    }

    @Test
    void aDocumentThatIsOpenedAgainIsNotTakenForTheOldOne() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LOG, text());
            JsonObject report = client.pulled(LOG);
            client.close(LOG);
            client.open(LOG, "nothing of FTP\n");
            JsonObject now = client.pulledAgain(LOG, report);
            assertThat(now.get("kind").getAsString()).isEqualTo("full");
            assertThat(now.getAsJsonArray("items")).isEmpty();
        }
    }

    @Test
    void aHoverIsMarkdownForAClientThatShowsIt() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LOG, text());
            JsonObject contents =
                    client.hover(LOG, REFUSED, COLUMN + 3).getAsJsonObject().getAsJsonObject("contents");
            assertThat(contents.get("kind").getAsString()).isEqualTo("markdown");
            assertThat(contents.get("value").getAsString())
                    .startsWith("### 530 · Not Logged In\n")
                    .contains("**Permanent negative**", "`USER dropbox_in` (line 9)", "](https://www.rfc-editor.org/")
                    .doesNotContain("command:");
        }
    }

    @Test
    void aHoverHasCommandLinksOnlyForAClientThatWantsThem() {
        String links = "{\"initializationOptions\": {\"commandLinks\": true}}";
        try (WireClient client = WireClient.initialized(EVERYTHING, links)) {
            client.open(LOG, text());
            assertThat(client.hoverText(LOG, REFUSED, COLUMN))
                    .contains("](command:ftpLog.compareCodes?%5B%7B")
                    .contains("(line [9](command:ftpLog.goToLine?%5B%7B%22uri%22%3A%22");
        }
    }

    @Test
    void editsOverTheWireAreTheSameAsANewText() {
        List<String> lines = text().lines().toList();
        Object[] edits = {
            Map.of("range", range(REFUSED, COLUMN, REFUSED, COLUMN + 3), "text", "421"),
            Map.of("range", range(30, 0, 60, 0), "text", ""),
            Map.of("range", range(200, 0, 200, 0), "text", lines.get(24) + "\r\n" + lines.get(30) + "\n"),
            Map.of("range", range(100, 7, 100, 7), "text", "\r"),
            Map.of("range", range(0, 0, 0, 9_999), "text", "")
        };
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LOG, text());
            for (int i = 0; i < edits.length; i++) {
                client.change(LOG, i + 2, edits[i]);
            }
            client.open(OTHER, text());
            client.change(OTHER, 2, edits);
            JsonArray oneByOne = client.pulled(LOG).getAsJsonArray("items");
            JsonArray together = client.pulled(OTHER).getAsJsonArray("items");
            assertThat(places(oneByOne)).isEqualTo(places(together)).isNotEqualTo(failures(0));
            // A login makes up for it.
            assertThat(places(oneByOne).get(0)).endsWith("severity 3 421");
            client.close(LOG);
            client.open(LOG, edited(lines));
            assertThat(client.pulled(LOG).getAsJsonArray("items")).isEqualTo(oneByOne);
            for (JsonElement diagnostic : oneByOne) {
                JsonObject start =
                        diagnostic.getAsJsonObject().getAsJsonObject("range").getAsJsonObject("start");
                int line = start.get("line").getAsInt();
                int column = start.get("character").getAsInt();
                assertThat(client.hover(LOG, line, column)).isEqualTo(client.hover(OTHER, line, column));
            }
        }
    }

    /** What the edits make of the log, written down without them. */
    private static String edited(List<String> lines) {
        String refused = lines.get(REFUSED);
        return "\n"
                + join(lines.subList(1, REFUSED))
                + refused.substring(0, COLUMN) + "421" + refused.substring(COLUMN + 3) + "\n"
                + join(lines.subList(REFUSED + 1, 30))
                + join(lines.subList(60, 130))
                + lines.get(130).substring(0, 7) + "\r" + lines.get(130).substring(7) + "\n"
                + join(lines.subList(131, 230))
                + lines.get(24) + "\r\n" + lines.get(30) + "\n"
                + join(lines.subList(230, lines.size()));
    }

    @Test
    void aChangeMayReplaceTheWholeText() {
        try (WireClient client = WireClient.initialized("{}")) {
            client.open(LOG, "");
            assertThat(client.pushed(LOG)).isEmpty();
            client.change(LOG, 2, Map.of("text", "gone at once"), Map.of("text", text()));
            assertThat(places(client.pushed(LOG))).isEqualTo(failures(0));
        }
    }

    @Test
    void theLastPushedDiagnosticsAreThoseOfTheLastText() {
        try (WireClient client = WireClient.initialized("{}")) {
            client.open(LOG, text());
            for (int version = 2; version < 42; version++) {
                client.change(LOG, version, Map.of("range", range(0, 0, 0, 0), "text", "\n"));
            }
            List<String> last = failures(40);
            client.pushed(LOG, diagnostics -> places(diagnostics).equals(last));
            client.hover(LOG, 0, 0);
            assertThat(client.server().leftOver())
                    .as("after those of the last text")
                    .doesNotContain("textDocument/publishDiagnostics");
        }
    }

    @Test
    void closingADocumentClearsItsPushedDiagnostics() {
        try (WireClient client = WireClient.initialized("{}")) {
            client.open(LOG, text());
            assertThat(client.pushed(LOG)).isNotEmpty();
            client.close(LOG);
            assertThat(client.pushed(LOG)).isEmpty();
        }
    }

    @Test
    void questionsAboutADocumentThatIsNotOpenAreAnsweredWithNothing() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.change(OTHER, 2, Map.of("text", text()));
            assertThat(client.hover(OTHER, REFUSED, COLUMN)).isEqualTo(JsonNull.INSTANCE);
            assertThat(client.codeActions(OTHER, REFUSED, COLUMN)).isEmpty();
            JsonObject report = client.pulled(OTHER);
            assertThat(report.get("kind").getAsString()).isEqualTo("full");
            assertThat(report.getAsJsonArray("items")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\r\r", "\n", "\uFEFF", "220", "\u0000"})
    void aDocumentWithNothingInItIsNothingSpecial(String text) {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LOG, text);
            for (int line : new int[] {0, 1, 3, 4, Integer.MAX_VALUE}) {
                assertThat(client.hover(LOG, line, 0)).isEqualTo(JsonNull.INSTANCE);
                assertThat(client.hover(LOG, line, Integer.MAX_VALUE)).isEqualTo(JsonNull.INSTANCE);
                assertThat(client.codeActions(LOG, line, 0)).isEmpty();
            }
            assertThat(client.pulled(LOG).getAsJsonArray("items")).isEmpty();
            client.change(LOG, 2, Map.of("text", text()));
            assertThat(places(client.pulled(LOG).getAsJsonArray("items"))).isEqualTo(failures(0));
        }
    }

    @Test
    void aDocumentOfFiveMegabytesIsAnswered() {
        String large = text().repeat(5_000_000 / text().length() + 1);
        int lines = Math.toIntExact(large.lines().count());
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LOG, large);
            int refusedLast = lines - 250 + REFUSED;
            assertThat(client.hoverText(LOG, refusedLast, COLUMN)).contains("(line " + refusedLast + ")");
            assertThat(client.pulled(LOG).getAsJsonArray("items"))
                    .as("kinds of failures, each a burst")
                    .hasSize(14);
            client.change(LOG, 2, Map.of("range", range(lines, 0, lines, 0), "text", text()));
            assertThat(client.hoverText(LOG, lines + REFUSED, COLUMN)).startsWith("### 530");
        }
    }

    private static String join(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private static JsonElement json(Object value) {
        return new Gson().toJsonTree(value);
    }
}
