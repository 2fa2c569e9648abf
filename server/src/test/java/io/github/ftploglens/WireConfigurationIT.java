package io.github.ftploglens;

import static io.github.ftploglens.WireClient.EVERYTHING;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the packaged jar comes to know the settings, and that it does without a restart what they say. */
final class WireConfigurationIT {
    private static final String CONFIGURATION = "workspace/configuration";
    private static final String REFRESH = "workspace/diagnostic/refresh";
    private static final String LOG = "file:///logs/a.log";
    private static final String TEXT = "<--- 220 ready\n---> RETR a\n<--- 550 No such file\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aClientThatCanBeAskedIsAsked() {
        try (WireClient client = WireClient.start()) {
            set(client, "{\"language\": \"ru\", \"severity\": {\"5xx\": \"hint\"}, \"java\": {\"home\": \"\"}}");
            client.initialize(EVERYTHING, "{}");
            JsonObject asked = client.awaitMessage(CONFIGURATION, params -> true);
            assertThat(asked.toString()).isEqualTo("{\"items\":[{\"section\":\"ftpLog\"}]}");
            client.awaitMessage(REFRESH, params -> true);
            client.open(LOG, TEXT);
            JsonObject finding = only(client.pulled(LOG).getAsJsonArray("items"));
            assertThat(finding.get("message").getAsString()).containsPattern("\\p{IsCyrillic}{3}");
            assertThat(finding.get("severity").getAsInt()).isEqualTo(4);
        }
    }

    @Test
    void aChangeMayOnlySayThatThereIsSomethingToAskFor() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.awaitMessage(CONFIGURATION, params -> true);
            client.open(LOG, TEXT);
            assertThat(only(client.pulled(LOG).getAsJsonArray("items"))
                            .get("severity")
                            .getAsInt())
                    .isEqualTo(1);
            set(client, "{\"severity\": {\"550\": \"information\"}}");
            client.tell("workspace/didChangeConfiguration", JsonParser.parseString("{\"settings\": null}"));
            client.awaitMessage(REFRESH, params -> true);
            client.awaitMessage("workspace/semanticTokens/refresh", params -> true);
            assertThat(only(client.pulled(LOG).getAsJsonArray("items"))
                            .get("severity")
                            .getAsInt())
                    .isEqualTo(3);
            set(client, "{}");
            client.tell("workspace/didChangeConfiguration", JsonParser.parseString("{\"settings\": {}}"));
            client.awaitMessage(REFRESH, params -> true);
            assertThat(only(client.pulled(LOG).getAsJsonArray("items"))
                            .get("severity")
                            .getAsInt())
                    .as("what is not set any more")
                    .isEqualTo(1);
        }
    }

    @Test
    void aClientThatTellsOfChangesOnlyWhenAskedToIsAskedTo() {
        try (WireClient both = WireClient.initialized(EVERYTHING);
                WireClient pushing = WireClient.initialized(
                        "{\"workspace\": {\"didChangeConfiguration\": {\"dynamicRegistration\": true}}}")) {
            assertThat(registration(both).toString())
                    .isEqualTo("{\"id\":\"workspace/didChangeConfiguration\","
                            + "\"method\":\"workspace/didChangeConfiguration\",\"registerOptions\":{}}");
            assertThat(registration(pushing).getAsJsonObject("registerOptions").toString())
                    .isEqualTo("{\"section\":\"ftpLog\"}");
            assertThat(pushing.server().leftOver()).isEmpty();
        }
    }

    @Test
    void aClientThatCanDoNothingIsLeftInPeace() {
        try (WireClient client = WireClient.initialized("{}")) {
            client.tell("workspace/didChangeConfiguration", JsonParser.parseString("{\"settings\": null}"));
            client.hover(LOG, 0, 0);
            assertThat(client.server().leftOver()).isEmpty();
        }
    }

    @Test
    void whatIsOutOfOrderHasASeverityToo() {
        try (WireClient client = WireClient.initialized("{}")) {
            client.open(
                    LOG,
                    "<--- 220 ready\n---> RETR a\n<--- 150 Sending\n---> NOOP\n<--- 200 Ok\n---> QUIT\n<--- 221 Bye\n");
            assertThat(only(client.pushed(LOG)).get("severity").getAsInt()).isEqualTo(4);
            client.tell(
                    "workspace/didChangeConfiguration",
                    JsonParser.parseString("{\"settings\": {\"ftpLog\": {\"severity\": {\"sequence\": \"off\"}}}}"));
            assertThat(client.pushed(LOG)).isEmpty();
            assertThat(client.server().leftOver()).doesNotContain("window/showMessage");
        }
    }

    /** Quotes are written as apostrophes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'language': 7} | ftpLog.language: 7 | a text between quotes",
                "{'language': 'klingon'} | ftpLog.language: 'klingon' | auto, en, fr, ja, ru, th",
                "{'inlayHints': 'some'} | ftpLog.inlayHints: 'some' | off, failures, all",
                "{'severity': 'error'} | ftpLog.severity: 'error' | error, warning, information, hint, off",
                "{'severity': {'550': 'loud'}} | ftpLog.severity: '550': 'loud' | error, warning",
                "{'severity': {'55': 'off'}} | ftpLog.severity: '55': 'off' | '5xx'",
                "{'formatFiles': 'a.json'} | ftpLog.formatFiles: 'a.json' | a list of texts",
                "{'workspaceLogs': [1]} | ftpLog.workspaceLogs: 1 | a list of texts"
            })
    void whatCannotBeUsedIsToldOnceAndDoesNoHarm(String settings, String what, String wanted) {
        try (WireClient client = WireClient.initialized("{}")) {
            client.open(LOG, TEXT);
            JsonArray before = client.pushed(LOG);
            JsonObject params = new JsonObject();
            JsonObject section = new JsonObject();
            section.add("ftpLog", JsonParser.parseString(settings.replace('\'', '"')));
            params.add("settings", section);
            client.tell("workspace/didChangeConfiguration", params);
            client.tell("workspace/didChangeConfiguration", params);
            JsonObject message = client.awaitMessage("window/showMessage", any -> true);
            assertThat(message.get("type").getAsInt()).as("a warning").isEqualTo(2);
            assertThat(message.get("message").getAsString())
                    .contains(what.replace('\'', '"'), wanted.replace('\'', '"'));
            client.change(LOG, 2, Map.of("text", TEXT));
            assertThat(client.pushed(LOG, diagnostics -> true)).isEqualTo(before);
            client.hover(LOG, 2, 5);
            assertThat(client.server().leftOver()).doesNotContain("window/showMessage");
        }
    }

    @Test
    void complaintsAreInTheLanguageOfTheReader() {
        String options = "{\"initializationOptions\": {\"language\": \"ja\", \"inlayHints\": true}}";
        try (WireClient client = WireClient.initialized("{}", options)) {
            assertThat(client.awaitMessage("window/showMessage", any -> true)
                            .get("message")
                            .getAsString())
                    .startsWith("ftpLog.inlayHints：true")
                    .containsPattern("\\p{IsHiragana}");
        }
    }

    @Test
    void formatFilesCountAtOnceAndMayBeNamedFromTheWorkspace() throws IOException {
        String log = "2026-11-20T05:08:39Z|331|C|RETR 425.txt\n2026-11-20T05:08:40Z|331|S|550 No such file\n";
        Files.writeString(folder.resolve("acme.json"), WireFormatFilesIT.FORMAT);
        String workspace = new Gson()
                .toJson(Map.of(
                        "workspaceFolders", List.of(Map.of("uri", folder.toUri().toString(), "name", "logs"))));
        try (WireClient client = WireClient.initialized(EVERYTHING, workspace)) {
            client.awaitMessage(CONFIGURATION, params -> true);
            client.open(LOG, log);
            assertThat(client.pulled(LOG).getAsJsonArray("items")).isEmpty();
            set(client, "{\"formatFiles\": [\"acme.json\"]}");
            client.tell("workspace/didChangeConfiguration", JsonParser.parseString("{\"settings\": null}"));
            client.awaitMessage(REFRESH, params -> true);
            assertThat(client.pulled(LOG).getAsJsonArray("items")).hasSize(1);
            assertThat(client.hoverText(LOG, 1, 28)).contains("550", "RETR 425.txt");
            set(client, "{}");
            client.tell("workspace/didChangeConfiguration", JsonParser.parseString("{\"settings\": null}"));
            client.awaitMessage(REFRESH, params -> true);
            assertThat(client.pulled(LOG).getAsJsonArray("items")).isEmpty();
        }
    }

    private static void set(WireClient client, String section) {
        JsonArray answer = new JsonArray();
        answer.add(JsonParser.parseString(section));
        client.server().answer(CONFIGURATION, answer);
    }

    private static JsonObject registration(WireClient client) {
        JsonObject params = client.awaitMessage(
                "client/registerCapability", any -> any.toString().contains("workspace/didChangeConfiguration"));
        return only(params.getAsJsonArray("registrations"));
    }

    private static JsonObject only(JsonArray array) {
        assertThat(array).hasSize(1);
        JsonElement element = array.get(0);
        return element.getAsJsonObject();
    }
}
