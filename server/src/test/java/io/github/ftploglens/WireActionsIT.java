package io.github.ftploglens;

import static io.github.ftploglens.LinkedLog.COLUMN;
import static io.github.ftploglens.LinkedLog.REFUSED;
import static io.github.ftploglens.LinkedLog.text;
import static io.github.ftploglens.WireClient.EVERYTHING;
import static io.github.ftploglens.WireClient.range;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the packaged jar offers to do at a place, and that it is done, whatever the editor does with answers. */
final class WireActionsIT {
    private static final String LOG = "file:///logs/vsftpd.log";

    @Test
    void aClientThatCanDoNothingGetsCommandsForCodeActions() {
        try (WireClient client = WireClient.initialized("{}")) {
            client.open(LOG, text());
            JsonObject first = client.codeActions(LOG, REFUSED, COLUMN).get(0).getAsJsonObject();
            assertThat(first.keySet()).containsExactlyInAnyOrder("title", "command", "arguments");
            assertThat(first.get("command").getAsString()).isEqualTo("ftpLog.explain");
            client.request("workspace/executeCommand", first);
            assertThat(client.awaitMessage("window/showMessage", params -> true)
                            .get("message")
                            .getAsString())
                    .startsWith("Written to ")
                    .endsWith("explain-530.md");
        }
    }

    @Test
    void codeActionsExplainAndCompareAndTheirCommandsRun() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LOG, text());
            JsonArray actions = client.codeActions(LOG, REFUSED, COLUMN);
            assertThat(titles(actions)).contains("Explain 530", "Compare 530 with 331");
            for (JsonElement action : actions) {
                assertThat(action.getAsJsonObject().has("command")).isFalse();
                JsonObject command = resolved(client, action);
                boolean isReport = command.get("command").getAsString().equals("ftpLog.report");
                assertThat(action.getAsJsonObject().get("kind").getAsString())
                        .isEqualTo(isReport ? "source" : "quickfix");
                if (command.get("title").getAsString().matches("(Explain|Compare) .*")) {
                    String page =
                            client.request("workspace/executeCommand", command).getAsString();
                    assertThat(page).startsWith("# FTP 530 ").contains("## ", "RFC 959");
                }
            }
            assertThat(titles(client.codeActions(LOG, 0, 0))).containsExactly("Report on this log");
        }
    }

    @Test
    void aClientThatDoesNotWaitGetsTheSameCommandsAtOnce() {
        try (WireClient waits = WireClient.initialized(EVERYTHING);
                WireClient other = WireClient.initialized(EVERYTHING.replace("\"edit\", \"command\"", "\"edit\""))) {
            waits.open(LOG, text());
            other.open(LOG, text());
            List<JsonObject> later = StreamSupport.stream(
                            waits.codeActions(LOG, REFUSED, COLUMN).spliterator(), false)
                    .map(action -> resolved(waits, action))
                    .toList();
            List<JsonObject> atOnce = StreamSupport.stream(
                            other.codeActions(LOG, REFUSED, COLUMN).spliterator(), false)
                    .map(action -> action.getAsJsonObject().getAsJsonObject("command"))
                    .toList();
            assertThat(later).hasSizeGreaterThan(4).isEqualTo(atOnce);
        }
    }

    @Test
    void codeActionsNameTheDiagnosticsThatTheyAreAbout() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LOG, text());
            JsonArray told = client.pulled(LOG).getAsJsonArray("items");
            Map<String, Object> params = Map.of(
                    "textDocument", Map.of("uri", LOG),
                    "range", range(REFUSED, COLUMN, REFUSED, COLUMN),
                    "context", Map.of("diagnostics", told));
            for (JsonElement action :
                    client.request("textDocument/codeAction", params).getAsJsonArray()) {
                JsonElement about = action.getAsJsonObject().get("diagnostics");
                String title = action.getAsJsonObject().get("title").getAsString();
                assertThat(about != null).as(title).isEqualTo(title.contains("530"));
                if (about != null) {
                    assertThat(about.getAsJsonArray())
                            .allMatch(item -> item.getAsJsonObject()
                                    .get("code")
                                    .getAsString()
                                    .equals("530"));
                }
            }
        }
    }

    @Test
    void anActionOfAnotherServerIsRefused() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            JsonObject error = client.error("codeAction/resolve", Map.of("title", "Organize imports"));
            assertThat(error.get("message").getAsString()).contains("\"data\"");
        }
    }

    @Test
    void whatACodeActionAnswersIsShownByAnEditorThatCan() throws IOException {
        List<Path> shown = new ArrayList<>();
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LOG, text());
            Map<String, String> beginnings = Map.of(
                    "Explain 530", "# FTP 530 ",
                    "Compare 530 with 331", "# FTP 530 ",
                    "Copy a redacted excerpt of this session", "```",
                    "Report on this log", "# ");
            for (Map.Entry<String, String> beginning : beginnings.entrySet()) {
                run(client, beginning.getKey());
                String uri = client.awaitMessage("window/showDocument", params -> true)
                        .get("uri")
                        .getAsString();
                Path file = Path.of(URI.create(uri));
                assertThat(Files.readString(file)).as(uri).startsWith(beginning.getValue());
                assertThat(uri)
                        .matches(".*/(explain-530|compare-530-331|redact-vsftpd\\.log|report-vsftpd\\.log)\\.md");
                if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                    assertThat(Files.getPosixFilePermissions(file.getParent())).hasSize(3);
                }
                shown.add(file);
            }
            assertThat(client.shutDown()).isZero();
        }
        assertThat(shown).hasSize(4).noneMatch(Files::exists);
        assertThat(shown.get(0).getParent()).doesNotExist();
    }

    @Test
    void aCodeIsIgnoredUntilTheSettingsAreReadAgain() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LOG, text());
            assertThat(codes(client)).contains("530", "550");
            run(client, "Ignore 530 from now on");
            client.awaitMessage("workspace/diagnostic/refresh", params -> true);
            JsonObject said = client.awaitMessage("window/showMessage", params -> true);
            assertThat(said.get("message").getAsString()).contains("ftpLog.severity", "{\"530\":\"off\"}");
            assertThat(codes(client)).contains("550").doesNotContain("530");
            assertThat(titles(client.codeActions(LOG, REFUSED, COLUMN))).noneMatch(title -> title.startsWith("Ignore"));
            client.tell("workspace/didChangeConfiguration", Map.of("settings", Map.of("ftpLog", Map.of())));
            client.awaitMessage("workspace/diagnostic/refresh", params -> true);
            assertThat(codes(client)).contains("530", "550");
        }
    }

    @Test
    void codeActionsOfOtherKindsAreNotOffered() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LOG, text());
            Map<String, Object> context = Map.of("diagnostics", List.of(), "only", List.of("refactor"));
            Object params = Map.of(
                    "textDocument", Map.of("uri", LOG), "range", range(REFUSED, 0, REFUSED, 200), "context", context);
            assertThat(client.request("textDocument/codeAction", params).getAsJsonArray())
                    .isEmpty();
        }
    }

    private static void run(WireClient client, String title) {
        JsonArray actions = client.codeActions(LOG, REFUSED, COLUMN);
        client.request(
                "workspace/executeCommand",
                resolved(client, actions.get(titles(actions).indexOf(title))));
    }

    /** The command of an action, which comes when the user has chosen it. */
    private static JsonObject resolved(WireClient client, JsonElement action) {
        return client.request("codeAction/resolve", action).getAsJsonObject().getAsJsonObject("command");
    }

    private static Set<String> codes(WireClient client) {
        return StreamSupport.stream(client.pulled(LOG).getAsJsonArray("items").spliterator(), false)
                .map(item -> item.getAsJsonObject().get("code").getAsString())
                .collect(Collectors.toSet());
    }

    private static List<String> titles(JsonArray actions) {
        return StreamSupport.stream(actions.spliterator(), false)
                .map(action -> action.getAsJsonObject().get("title").getAsString())
                .toList();
    }
}
