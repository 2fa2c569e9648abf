package io.github.ftploglens;

import static io.github.ftploglens.WireClient.EVERYTHING;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the packaged jar begins, refuses and ends (LSP 3.17, Server lifecycle; JSON-RPC 2.0, Error object). */
final class WireLifeCycleIT {
    private static final int SERVER_NOT_INITIALIZED = -32002;
    private static final int REQUEST_CANCELLED = -32800;
    private static final int INVALID_REQUEST = -32600;
    private static final int METHOD_NOT_FOUND = -32601;

    private static final String LOG = "file:///logs/vsftpd.log";
    private static final String TEXT = """
            Fri Nov 20 05:08:39 2026 [pid 7] FTP response: Client "192.0.2.7", "220 (vsFTPd 3.0.5)"
            Fri Nov 20 05:08:40 2026 [pid 7] [bob] FTP command: Client "192.0.2.7", "CWD in"
            Fri Nov 20 05:08:40 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "550 Failed to change directory."
            Fri Nov 20 05:08:40 2026 [pid 7] [bob] FTP command: Client "192.0.2.7", "NOOP"
            Fri Nov 20 05:08:42 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "200 NOOP ok."
            """;
    private static final int COLUMN = TEXT.lines().toList().get(2).indexOf("550");

    @Test
    void aRequestBeforeInitializeIsRefused() {
        try (WireClient client = WireClient.start()) {
            assertThat(code(client.error("textDocument/hover", Map.of()))).isEqualTo(SERVER_NOT_INITIALIZED);
            assertThat(code(client.error("shutdown", Map.of()))).isEqualTo(SERVER_NOT_INITIALIZED);
            client.initialize("{}", "{}");
            assertThat(client.shutDown()).isZero();
        }
    }

    @Test
    void aNotificationBeforeInitializeIsDropped() {
        try (WireClient client = WireClient.start()) {
            client.open(LOG, TEXT);
            client.initialize(EVERYTHING, "{}");
            assertThat(client.hover(LOG, 2, COLUMN)).isEqualTo(JsonNull.INSTANCE);
        }
    }

    @Test
    void initializeComesOnce() {
        try (WireClient client = WireClient.initialized("{}")) {
            assertThat(code(client.error("initialize", Map.of("capabilities", Map.of()))))
                    .isEqualTo(INVALID_REQUEST);
        }
    }

    @Test
    void aRequestAfterShutdownIsRefused() {
        try (WireClient client = WireClient.initialized("{}")) {
            client.request("shutdown", Map.of());
            assertThat(code(client.error("textDocument/hover", Map.of()))).isEqualTo(INVALID_REQUEST);
            assertThat(code(client.error("shutdown", Map.of()))).isEqualTo(INVALID_REQUEST);
            client.exit();
            assertThat(client.server().exitCode()).isZero();
        }
    }

    @Test
    void exitWithoutShutdownIsAnError() {
        try (WireClient client = WireClient.initialized("{}")) {
            client.exit();
            assertThat(client.server().exitCode()).isEqualTo(1);
        }
    }

    @Test
    void exitBeforeInitializeIsAnError() {
        try (WireClient client = WireClient.start("--stdio")) {
            client.exit();
            assertThat(client.server().exitCode()).isEqualTo(1);
        }
    }

    @Test
    void theServerEndsWithItsStdin() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LOG, TEXT);
            client.server().closeStdin();
            assertThat(client.server().exitCode()).isEqualTo(1);
        }
    }

    @Test
    void theServerEndsWithItsStdinAlsoAfterShutdown() {
        try (WireClient client = WireClient.initialized("{}")) {
            client.request("shutdown", Map.of());
            client.server().closeStdin();
            assertThat(client.server().exitCode()).isZero();
        }
    }

    @Test
    void theServerEndsWithItsClientsProcess() {
        try (WireClient parent = WireClient.start();
                WireClient client = WireClient.initialized(
                        "{}", "{\"processId\": " + parent.server().pid() + "}")) {
            assertThat(client.hover(LOG, 0, 0)).isEqualTo(JsonNull.INSTANCE);
            parent.server().closeStdin();
            assertThat(client.server().exitCode()).isEqualTo(1);
        }
    }

    /** In a container the client's process id means nothing, or some other process. */
    @Test
    void theServerLivesWhenItCannotSeeItsClientsProcess() {
        try (WireClient gone = WireClient.start()) {
            gone.server().closeStdin();
            gone.server().exitCode();
            try (WireClient client = WireClient.initialized(
                    "{}", "{\"processId\": " + gone.server().pid() + "}")) {
                assertThat(client.hover(LOG, 0, 0)).isEqualTo(JsonNull.INSTANCE);
                assertThat(client.shutDown()).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftpLog/unknown", "$/unknown", "textDocument/completion", "textDocument/rename"})
    void aRequestThatTheServerDoesNotHaveIsNotFound(String method) {
        Map<String, ?> params =
                Map.of("textDocument", Map.of("uri", LOG), "position", Map.of("line", 0, "character", 0));
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            JsonObject error = client.error(method, params);
            assertThat(code(error)).as("%s", error).isEqualTo(METHOD_NOT_FOUND);
            assertThat(client.shutDown()).isZero();
            assertThat(client.server().stderr())
                    .as("an ordinary question is no fault")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void notificationsThatTheServerDoesNotKnowAreIgnored() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.tell("$/unknown", Map.of("value", 1));
            client.tell("$/setTrace", Map.of("value", "verbose"));
            client.tell("ftpLog/unknown", Map.of("value", 1));
            client.tell("textDocument/didSave", WireClient.document(LOG));
            client.open(LOG, TEXT);
            assertThat(client.hoverText(LOG, 2, COLUMN)).startsWith("### 550");
            assertThat(client.shutDown()).isZero();
        }
    }

    @Test
    void aClientThatTracesIsToldHowLongAnswersTake() {
        try (WireClient client = WireClient.initialized("{}", "{\"trace\": \"messages\"}")) {
            client.open(LOG, TEXT);
            client.hover(LOG, 2, COLUMN);
            JsonObject trace = client.awaitMessage(
                    "$/logTrace", params -> params.toString().contains("textDocument/hover"));
            assertThat(trace.get("message").getAsString()).matches("textDocument/hover: [0-9]+ ms");
            assertThat(trace.has("verbose")).isFalse();
            client.tell("$/setTrace", Map.of("value", "verbose"));
            client.error("textDocument/completion", Map.of());
            client.hover(LOG, 2, COLUMN);
            client.awaitMessage("$/logTrace", params -> params.has("verbose"));
            client.tell("$/setTrace", Map.of("value", "off"));
            client.hover(LOG, 2, COLUMN);
            client.hover(LOG, 2, COLUMN);
            assertThat(client.server().leftOver()).doesNotContain("$/logTrace");
        }
    }

    @Test
    void aCancelledRequestIsAnswered() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LOG, TEXT.repeat(20_000));
            int id = client.send("textDocument/diagnostic", WireClient.document(LOG));
            client.tell("$/cancelRequest", Map.of("id", id));
            JsonObject response = client.response(id);
            assertThat(response.has("result") || code(response.getAsJsonObject("error")) == REQUEST_CANCELLED)
                    .as("%s", response.keySet())
                    .isTrue();
            assertThat(client.hoverText(LOG, 2, COLUMN)).startsWith("### 550");
        }
    }

    @Test
    void aBrokenMessageDoesNotEndTheServerNorShowWhatItHolds() {
        String opened = "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{";
        String text = "\"languageId\":\"log\",\"version\":1,\"text\":\"PASS swordfish\"";
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.server().send((opened + text).getBytes(UTF_8));
            client.server().send((opened + text + "}}}").getBytes(UTF_8));
            client.server().send((opened + "\"uri\":[1]," + text + "}}}").getBytes(UTF_8));
            client.open(LOG, TEXT);
            assertThat(client.hoverText(LOG, 2, COLUMN)).startsWith("### 550");
            assertThat(client.shutDown()).isZero();
            assertThat(client.server().stderr()).doesNotContain("swordfish");
        }
    }

    @Test
    void aChangeThatMakesNoSenseDoesNotEndTheServerNorTheDocument() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LOG, TEXT);
            client.change(LOG, 2, Map.of("range", WireClient.range(2, 9, 1, 4), "text", ""));
            client.change(LOG, 3, Map.of("text", TEXT));
            assertThat(client.hoverText(LOG, 2, COLUMN)).startsWith("### 550");
            assertThat(client.shutDown()).isZero();
        }
    }

    /** Invariant: an advertised capability answers. One that is new needs a line here. */
    @Test
    void everyAdvertisedCapabilityAnswers() {
        try (WireClient client = WireClient.start()) {
            JsonObject capabilities = client.initialize(EVERYTHING, "{}");
            client.open(LOG, TEXT);
            Map<String, Consumer<JsonElement>> answers = new LinkedHashMap<>();
            answers.put(
                    "positionEncoding",
                    encoding -> assertThat(encoding.getAsString()).isEqualTo("utf-16"));
            answers.put("textDocumentSync", sync -> synchronizes(client, sync.getAsJsonObject()));
            answers.put(
                    "hoverProvider",
                    hover -> assertThat(client.hoverText(LOG, 2, COLUMN)).contains("550"));
            answers.put(
                    "codeActionProvider",
                    actions -> assertThat(client.codeActions(LOG, 2, COLUMN)).isNotEmpty());
            answers.put(
                    "diagnosticProvider",
                    diagnostics -> assertThat(client.pulled(LOG).getAsJsonArray("items"))
                            .hasSize(1));
            answers.put("executeCommandProvider", commands -> execute(client, commands.getAsJsonObject()));
            for (String name : List.of(
                    "documentSymbol", "foldingRange", "definition", "references", "documentHighlight", "inlayHint")) {
                answers.put(
                        name + "Provider",
                        provider -> assertThat(client.asked(name, LOG, 2, COLUMN))
                                .as(name)
                                .isNotEmpty());
            }
            answers.put(
                    "selectionRangeProvider",
                    provider -> assertThat(client.asked("selectionRange", LOG, 2, COLUMN))
                            .hasSize(1));
            answers.put("semanticTokensProvider", provider -> {
                assertThat(client.tokens("full", LOG, 2)).isNotEmpty();
                assertThat(client.tokens("range", LOG, 2)).hasSize(4 * 5);
                Object since = Map.of("textDocument", Map.of("uri", LOG), "previousResultId", "1");
                assertThat(client.request("textDocument/semanticTokens/full/delta", since)
                                .toString())
                        .contains("resultId");
            });
            answers.put("codeLensProvider", lenses -> {
                JsonElement lens = client.asked("codeLens", LOG, 0, 0).get(0);
                assertThat(client.request("codeLens/resolve", lens).toString()).contains("failed: 1");
            });
            answers.put(
                    "workspaceSymbolProvider",
                    symbols -> assertThat(client.request("workspace/symbol", Map.of("query", "550"))
                                    .getAsJsonArray())
                            .hasSize(1));
            answers.put("workspace", workspace -> {
                assertThat(workspace.toString()).contains("workspaceFolders");
                client.tell(
                        "workspace/didChangeWorkspaceFolders",
                        Map.of("event", Map.of("added", List.of(), "removed", List.of())));
                assertThat(client.request("workspace/diagnostic", Map.of("previousResultIds", List.of()))
                                .toString())
                        .startsWith("{\"items\":[");
            });
            assertThat(answers.keySet()).containsAll(capabilities.keySet());
            capabilities.entrySet().forEach(entry -> answers.get(entry.getKey()).accept(entry.getValue()));
        }
    }

    private static void synchronizes(WireClient client, JsonObject sync) {
        assertThat(sync.get("openClose").getAsBoolean()).isTrue();
        assertThat(sync.get("change").getAsInt()).as("incremental").isEqualTo(2);
        client.change(LOG, 2, Map.of("range", WireClient.range(2, COLUMN, 2, COLUMN + 3), "text", "421"));
        assertThat(client.hoverText(LOG, 2, COLUMN)).startsWith("### 421");
        client.change(LOG, 3, Map.of("range", WireClient.range(2, COLUMN, 2, COLUMN + 3), "text", "550"));
    }

    private static void execute(WireClient client, JsonObject commands) {
        String two = "file:///logs/two.log";
        client.open(two, TEXT + TEXT.replace("pid 7", "pid 8").replace("550 Failed to change", "250 Changed the"));
        for (JsonElement command : commands.getAsJsonArray("commands")) {
            Map<String, ?> argument = Map.of("code", "425", "codes", List.of("425", "426"), "uri", two, "line", 0);
            assertThat(client.command(command.getAsString(), argument)).isNotEqualTo(JsonNull.INSTANCE);
        }
    }

    private static int code(JsonObject error) {
        return error.get("code").getAsInt();
    }
}
