package io.github.ftploglens;

import static io.github.ftploglens.LinkedLog.COLUMN;
import static io.github.ftploglens.LinkedLog.REFUSED;
import static io.github.ftploglens.LinkedLog.text;
import static io.github.ftploglens.WireClient.EVERYTHING;
import static io.github.ftploglens.WireClient.range;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packaged jar tells an editor to show of a log, and where to go from a place in it. */
final class WireEditorIT {
    private static final String LOG = "file:///logs/vsftpd.log";
    private static final String GREETING = "220-Welcome\n220 ready\nUSER bob\n331 Password?\nPASS x\n230 Hello.\n";
    private static final String RECORD = "192.0.2.7 UNKNOWN bob [20/Nov/2026:05:08:39 +0000] \"RETR a\" 226 7\n";

    @Test
    void anOutlineIsATreeOrAListAsTheClientCan() {
        try (WireClient able = WireClient.initialized(EVERYTHING);
                WireClient plain = WireClient.initialized("{}")) {
            able.open(LOG, text());
            plain.open(LOG, text());
            JsonObject session = first(able.asked("documentSymbol", LOG, 0, 0));
            assertThat(session.get("name").getAsString()).isEqualTo("dropbox_in");
            JsonObject login = first(session.getAsJsonArray("children"));
            assertThat(login.get("name").getAsString()).isEqualTo("Login");
            JsonObject refused = first(login.getAsJsonArray("children"));
            assertThat(refused.get("selectionRange")).isEqualTo(json(range(REFUSED, COLUMN, REFUSED, COLUMN + 3)));
            JsonArray flat = plain.asked("documentSymbol", LOG, 0, 0);
            assertThat(first(flat).has("containerName")).isFalse();
            assertThat(flat.get(1).getAsJsonObject().get("containerName").getAsString())
                    .isEqualTo("dropbox_in");
        }
    }

    @Test
    void foldsHaveWhatTheClientUnderstands() {
        try (WireClient able = WireClient.initialized(EVERYTHING);
                WireClient plain =
                        WireClient.initialized("{\"textDocument\": {\"foldingRange\": {\"rangeLimit\": 1}}}")) {
            able.open(LOG, GREETING);
            plain.open(LOG, GREETING);
            JsonArray folds = able.asked("foldingRange", LOG, 0, 0);
            assertThat(folds).hasSize(2);
            assertThat(folds.get(1).getAsJsonObject().get("collapsedText").getAsString())
                    .isEqualTo("Service Ready; lines hidden: 1");
            assertThat(folds.get(1).getAsJsonObject().get("kind").getAsString()).isEqualTo("comment");
            assertThat(folds.get(1).getAsJsonObject().has("startCharacter")).isFalse();
            JsonArray one = plain.asked("foldingRange", LOG, 0, 0);
            assertThat(one).hasSize(1);
            assertThat(first(one).keySet())
                    .containsExactlyInAnyOrder("startLine", "startCharacter", "endLine", "endCharacter", "kind");
        }
    }

    @Test
    void whereThereIsNoFtpLogAnEditorFoldsAsItAlwaysDoes() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LOG, "nothing of FTP\n  at all\n");
            assertThat(client.request("textDocument/foldingRange", WireClient.document(LOG)))
                    .isEqualTo(JsonNull.INSTANCE);
        }
    }

    @Test
    void fromAReplyThereIsAWayToItsCommand() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LOG, text());
            JsonObject command = first(client.asked("definition", LOG, REFUSED, COLUMN));
            JsonArray exchange = client.asked("documentHighlight", LOG, REFUSED, COLUMN);
            assertThat(exchange).hasSize(2);
            assertThat(first(exchange).get("kind").getAsInt()).as("write").isEqualTo(3);
            assertThat(first(exchange).get("range")).isEqualTo(command.get("range"));
            assertThat(command.get("uri").getAsString()).isEqualTo(LOG);
            int column = text().lines().toList().get(1).indexOf("220");
            JsonArray all = client.asked("references", LOG, 1, column);
            assertThat(all).hasSizeGreaterThan(1).allMatch(place -> {
                JsonObject start =
                        place.getAsJsonObject().getAsJsonObject("range").getAsJsonObject("start");
                return text().lines()
                        .toList()
                        .get(start.get("line").getAsInt())
                        .startsWith("220", start.get("character").getAsInt());
            });
        }
    }

    @Test
    void aSelectionGrowsToTheWholeLog() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LOG, text());
            JsonObject selection = first(client.asked("selectionRange", LOG, REFUSED, COLUMN));
            assertThat(selection.get("range")).isEqualTo(json(range(REFUSED, COLUMN, REFUSED, COLUMN + 3)));
            while (selection.has("parent")) {
                selection = selection.getAsJsonObject("parent");
            }
            int lines = Math.toIntExact(text().lines().count());
            assertThat(selection.get("range")).isEqualTo(json(range(0, 0, lines, 0)));
        }
    }

    @Test
    void theTokensOfALineAreAmongThoseOfTheLog() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LOG, text());
            JsonArray line = client.tokens("range", LOG, REFUSED);
            assertThat(numbers(line).subList(0, 2)).containsExactly(REFUSED, 0);
            List<Integer> all = numbers(client.tokens("full", LOG, 0));
            assertThat(all.size() % 5).isZero();
            assertThat(all).hasSizeGreaterThan(4 * 5 * 200);
            List<Integer> behindTheFirst = numbers(line).subList(5, line.size());
            assertThat(Collections.indexOfSubList(all, behindTheFirst)).isPositive();
        }
    }

    @Test
    void onlyTheTokensThatHaveChangedAreSentAgain() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LOG, text());
            JsonObject first = client.request("textDocument/semanticTokens/full", WireClient.document(LOG))
                    .getAsJsonObject();
            int lines = Math.toIntExact(text().lines().count());
            client.change(LOG, 2, Map.of("range", range(lines, 0, lines, 0), "text", text()));
            client.change(LOG, 3, Map.of("range", range(REFUSED, COLUMN, REFUSED, COLUMN + 3), "text", "421"));
            JsonObject delta = delta(client, first.get("resultId").getAsString());
            List<Integer> data = new ArrayList<>(numbers(first.getAsJsonArray("data")));
            JsonObject edit = first(delta.getAsJsonArray("edits"));
            assertThat(edit.get("start").getAsInt()).as("what is before stays").isGreaterThan(4 * 5);
            List<Integer> replaced = data.subList(
                    edit.get("start").getAsInt(),
                    edit.get("start").getAsInt() + edit.get("deleteCount").getAsInt());
            replaced.clear();
            replaced.addAll(numbers(edit.getAsJsonArray("data")));
            assertThat(data).isEqualTo(numbers(client.tokens("full", LOG, 0)));
            assertThat(delta(client, "of another server").getAsJsonArray("data"))
                    .hasSize(data.size());
            JsonObject now = client.request("textDocument/semanticTokens/full", WireClient.document(LOG))
                    .getAsJsonObject();
            assertThat(delta(client, now.get("resultId").getAsString()).getAsJsonArray("edits"))
                    .isEmpty();
        }
    }

    private static JsonObject delta(WireClient client, String before) {
        Object params = Map.of("textDocument", Map.of("uri", LOG), "previousResultId", before);
        return client.request("textDocument/semanticTokens/full/delta", params).getAsJsonObject();
    }

    @Test
    void inlayHintsFollowTheSetting() {
        String all = "{\"initializationOptions\": {\"inlayHints\": \"all\"}}";
        try (WireClient client = WireClient.initialized(EVERYTHING, all)) {
            client.open(LOG, RECORD);
            assertThat(first(client.asked("inlayHint", LOG, 0, 0)).get("label").getAsString())
                    .isEqualTo("Closing Data Connection");
            for (String other : List.of("failures", "nonsense", "off")) {
                client.tell(
                        "workspace/didChangeConfiguration",
                        Map.of("settings", Map.of("ftpLog", Map.of("inlayHints", other))));
                assertThat(client.asked("inlayHint", LOG, 0, 0)).as(other).isEmpty();
            }
            client.awaitMessage("workspace/inlayHint/refresh", params -> true);
        }
    }

    @Test
    void byDefaultInlayHintsAreThoseOfFailures() {
        try (WireClient client = WireClient.initialized("{}")) {
            client.open(LOG, RECORD + RECORD.replace("226", "550"));
            assertThat(client.asked("inlayHint", LOG, 0, 0)).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "documentSymbol",
                "foldingRange",
                "selectionRange",
                "definition",
                "references",
                "documentHighlight",
                "inlayHint"
            })
    void aDocumentThatIsNotOpenOrHasNothingInItIsNothingSpecial(String request) {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            assertThat(client.asked(request, LOG, 0, 0)).isEmpty();
            assertThat(client.tokens("full", LOG, 0)).isEmpty();
            for (String text : List.of("", "\n", "\u0000", "220")) {
                client.open(LOG, text);
                assertThat(client.asked(request, LOG, 99, 99)).hasSize(request.equals("selectionRange") ? 1 : 0);
                assertThat(client.tokens("range", LOG, 99)).isEmpty();
                client.close(LOG);
            }
        }
    }

    private static JsonObject first(JsonArray array) {
        return array.get(0).getAsJsonObject();
    }

    private static List<Integer> numbers(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonElement::getAsInt)
                .toList();
    }

    private static JsonElement json(Object value) {
        return new Gson().toJsonTree(value);
    }
}
