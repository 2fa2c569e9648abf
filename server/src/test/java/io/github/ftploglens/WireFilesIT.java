package io.github.ftploglens;

import static io.github.ftploglens.WireClient.EVERYTHING;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged jar says of logs on disk that the client does not send. */
final class WireFilesIT {
    private static final int REQUEST_CANCELLED = -32800;
    private static final int INVALID_PARAMS = -32602;
    private static final String LOG = "<--- 220 ready\n---> RETR เอกสาร\n<--- 550 No such file\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFileThatIsNotOpenIsSummedUpAndItsFindingsArePushed() throws IOException {
        String plain = file("large.log", LOG);
        String packed = gz("old log.gz", LOG + LOG);
        try (WireClient client = WireClient.initialized("{}")) {
            assertThat(client.command("ftpLog.analyzeFile", Map.of("uri", plain))
                            .getAsString())
                    .contains("# FTP report: `large.log`", "Lines: 3.", "**550 ");
            JsonObject finding = client.pushed(plain).get(0).getAsJsonObject();
            assertThat(finding.get("range").toString()).isEqualTo(range(2, 5, 8));
            assertThat(finding.get("message").getAsString()).contains("RETR เอกสาร");
            Object russian = Map.of("uri", packed, "language", "ru");
            assertThat(client.command("ftpLog.analyzeFile", russian).getAsString())
                    .contains("`old log.gz`")
                    .containsPattern("\\p{IsCyrillic}{3}");
            assertThat(client.pushed(packed)).hasSize(2);
            client.open(plain, LOG + LOG + LOG);
            assertThat(client.pushed(plain)).hasSize(3);
            assertThat(client.command("ftpLog.analyzeFile", Map.of("uri", plain))
                            .getAsString())
                    .as("of what the editor has")
                    .contains("Lines: 9.");
        }
    }

    @Test
    void whatCannotBeReadIsToldInTheLanguageOfTheReader() throws IOException {
        Files.write(folder.resolve("image.log"), new byte[] {0, 0, 0, 0, 1, 2});
        Map<String, String> faults = Map.of(
                folder.resolve("absent.log").toUri().toString(),
                "absent.log: there is no such file",
                folder.resolve("image.log").toUri().toString(),
                "image.log: this is a binary file",
                "untitled:Untitled-1",
                "untitled:Untitled-1: this is no file on this computer",
                "https://logs.example.com/a.log",
                "this is no file on this computer",
                "file://elsewhere.example.com/a.log",
                "this is no file on this computer",
                "file:///a%00b.log",
                "this is no file on this computer",
                "not a uri",
                "this is no file on this computer");
        try (WireClient client = WireClient.initialized("{}")) {
            faults.forEach((uri, message) ->
                    assertThat(fault(client, Map.of("uri", uri))).contains(message));
            assertThat(fault(client, Map.of("uri", "untitled:a", "language", "ja")))
                    .containsPattern("\\p{IsHiragana}");
            assertThat(fault(client, Map.of())).contains("\"uri\" is missing");
            assertThat(client.server().leftOver()).isEmpty();
        }
    }

    @Test
    void howFarItIsIsToldAndItMayBeGivenUp() throws IOException {
        String uri = file("large.log", LOG.repeat(500_000));
        Object command = Map.of(
                "command", "ftpLog.analyzeFile", "arguments", List.of(Map.of("uri", uri)), "workDoneToken", "mine");
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            int id = client.send("workspace/executeCommand", command);
            JsonObject begin = progress(client, "begin");
            assertThat(begin.get("title").getAsString()).isEqualTo("Reading large.log");
            assertThat(begin.get("cancellable").getAsBoolean()).isTrue();
            assertThat(progress(client, "report").get("percentage").getAsInt()).isBetween(1, 99);
            client.tell("window/workDoneProgress/cancel", Map.of("token", "mine"));
            JsonObject error = client.response(id).getAsJsonObject("error");
            assertThat(error.get("code").getAsInt()).isEqualTo(REQUEST_CANCELLED);
            progress(client, "end");
            int other = client.send("workspace/executeCommand", command);
            progress(client, "report");
            client.tell("$/cancelRequest", Map.of("id", other));
            assertThat(client.response(other)
                            .getAsJsonObject("error")
                            .get("code")
                            .getAsInt())
                    .isEqualTo(REQUEST_CANCELLED);
            progress(client, "end");
        }
    }

    @Test
    void logsOfTheWorkspaceAreCheckedThoughTheyAreNotOpen() throws IOException {
        Files.createDirectories(folder.resolve("old/node_modules"));
        String log = file("ftp.log", LOG);
        String rotated = file("old/ftp.log.1", LOG + LOG);
        String packed = gz("old/ftp.log-20261120.gz", LOG + LOG + LOG);
        String other = file("notes.txt", LOG);
        file("old/node_modules/ftp.log", LOG);
        try (WireClient client = WireClient.initialized(EVERYTHING, workspace("*.log"))) {
            Map<String, JsonObject> reports = workspaceDiagnostics(client, Map.of());
            assertThat(reports).containsOnlyKeys(log, rotated, packed);
            assertThat(reports.get(log).getAsJsonArray("items")).hasSize(1);
            assertThat(reports.get(rotated).getAsJsonArray("items")).hasSize(2);
            assertThat(reports.get(packed).getAsJsonArray("items")).hasSize(3);
            assertThat(kinds(workspaceDiagnostics(client, reports)).values()).containsOnly("unchanged");
            Object analyze = Map.of("uri", other);
            assertThat(client.command("ftpLog.analyzeFile", analyze).getAsString())
                    .contains("notes.txt");
            client.open(log, LOG);
            Files.delete(Path.of(URI.create(rotated)));
            Map<String, JsonObject> now = workspaceDiagnostics(client, reports);
            assertThat(kinds(now)).isEqualTo(Map.of(rotated, "full", packed, "unchanged", other, "full"));
            assertThat(now.get(rotated).getAsJsonArray("items")).as("gone").isEmpty();
            assertThat(now.get(other).getAsJsonArray("items")).as("analysed").hasSize(1);
        }
    }

    @Test
    void aLogThatWasReplacedOrCameIsSeenWhenItsFolderIsWatched() throws IOException {
        String log = file("ftp.log", LOG + LOG);
        try (WireClient client = WireClient.initialized(EVERYTHING, workspace("*.log"))) {
            JsonObject watched = client.awaitMessage(
                    "client/registerCapability", params -> params.toString().contains("didChangeWatchedFiles"));
            assertThat(watched.toString()).contains("\"globPattern\":\"**/*.log*\"");
            Map<String, JsonObject> before = workspaceDiagnostics(client, Map.of());
            assertThat(before.get(log).getAsJsonArray("items")).hasSize(2);
            String rotated = file("ftp.log.1", LOG + LOG);
            file("ftp.log", LOG);
            client.tell(
                    "workspace/didChangeWatchedFiles",
                    Map.of("changes", List.of(Map.of("uri", log, "type", 2), Map.of("uri", rotated, "type", 1))));
            client.awaitMessage("workspace/diagnostic/refresh", params -> true);
            Map<String, JsonObject> now = workspaceDiagnostics(client, Map.of());
            assertThat(now.get(log).getAsJsonArray("items")).hasSize(1);
            assertThat(now.get(rotated).getAsJsonArray("items")).hasSize(2);
        }
    }

    @Test
    void whoDoesNotAskIsToldOfTheLogsThatAreNotOpen() throws IOException {
        String log = file("ftp.log", LOG + LOG);
        String other = file("other.log", LOG);
        try (WireClient client = WireClient.initialized("{}", workspace("*.log"))) {
            assertThat(client.pushed(log)).hasSize(2);
            assertThat(client.pushed(other)).hasSize(1);
            client.open(log, LOG + LOG + LOG);
            assertThat(client.pushed(log)).as("what the editor has").hasSize(3);
            file("other.log", LOG + LOG);
            client.tell("workspace/didChangeWatchedFiles", Map.of("changes", List.of(Map.of("uri", other, "type", 2))));
            assertThat(client.pushed(other)).hasSize(2);
            client.close(log);
            assertThat(client.pushed(log)).as("no longer open").isEmpty();
            assertThat(client.pushed(log)).as("as it is on disk").hasSize(2);
            client.tell(
                    "workspace/didChangeConfiguration",
                    Map.of("settings", Map.of("ftpLog", Map.of("workspaceLogs", List.of("other.*")))));
            assertThat(client.pushed(log)).as("no longer asked for").isEmpty();
            Files.delete(Path.of(URI.create(other)));
            client.tell("workspace/didChangeWatchedFiles", Map.of("changes", List.of(Map.of("uri", other, "type", 3))));
            assertThat(client.pushed(other)).as("gone").isEmpty();
            assertThat(client.server().leftOver()).isEmpty();
        }
    }

    @Test
    void whatIsLookedForIsFoundInLogsThatAreNotOpenToo() throws IOException {
        String open = file("a.log", LOG);
        String log = gz("b.log.gz", LOG + LOG);
        String able = "{\"general\": {\"positionEncodings\": [\"utf-8\"]}}";
        try (WireClient client = WireClient.initialized(able, workspace("*.log"))) {
            client.open(open, LOG.repeat(3));
            List<String> found = new ArrayList<>();
            for (JsonElement symbol :
                    client.request("workspace/symbol", Map.of("query", "retr")).getAsJsonArray()) {
                JsonObject location = symbol.getAsJsonObject().getAsJsonObject("location");
                assertThat(symbol.getAsJsonObject().get("name").getAsString()).isEqualTo("RETR เอกสาร");
                found.add(location.get("uri").getAsString() + " "
                        + location.getAsJsonObject("range").getAsJsonObject("start"));
            }
            assertThat(found)
                    .containsExactly(
                            open + " {\"line\":1,\"character\":5}",
                            open + " {\"line\":4,\"character\":5}",
                            open + " {\"line\":7,\"character\":5}",
                            log + " {\"line\":1,\"character\":5}",
                            log + " {\"line\":4,\"character\":5}");
            assertThat(client.request("workspace/symbol", Map.of("query", "550"))
                            .toString())
                    .contains("550 No such file");
        }
    }

    @Test
    void foldersComeAndGoAndTheAnswerComesInParts() throws IOException {
        Path second = Files.createDirectories(folder.resolve("second"));
        String log = file("second/b.log", LOG);
        String options = "{\"initializationOptions\": {\"workspaceLogs\": [\"*.log\"]}}";
        try (WireClient client = WireClient.initialized(EVERYTHING, options)) {
            assertThat(workspaceDiagnostics(client, Map.of())).isEmpty();
            Object added = Map.of("uri", second.toUri().toString(), "name", "second");
            client.tell(
                    "workspace/didChangeWorkspaceFolders",
                    Map.of("event", Map.of("added", List.of(added), "removed", List.of())));
            JsonElement all = client.request(
                    "workspace/diagnostic", Map.of("previousResultIds", List.of(), "partialResultToken", 7));
            assertThat(all.toString()).isEqualTo("{\"items\":[]}");
            JsonObject part = client.awaitMessage(
                    "$/progress", params -> params.get("token").toString().equals("7"));
            assertThat(part.getAsJsonObject("value").toString()).contains(log, "\"kind\":\"full\"");
            client.tell(
                    "workspace/didChangeWorkspaceFolders",
                    Map.of("event", Map.of("added", List.of(), "removed", List.of(added))));
            assertThat(workspaceDiagnostics(client, Map.of())).isEmpty();
        }
    }

    @Test
    void columnsAreCountedAsTheClientDoes() throws IOException {
        String line = "Fri Nov 20 05:08:40 2026 [pid 7] [สมชาย] FTP response: Client \"192.0.2.7\", \"";
        String uri = file("thai.log", line.replace("response", "command") + "CWD a\"\n" + line + "550 Failed.\"\n");
        String able = "{\"general\": {\"positionEncodings\": [\"utf-8\"]}}";
        try (WireClient client = WireClient.initialized(able)) {
            client.command("ftpLog.analyzeFile", Map.of("uri", uri));
            int column = line.getBytes(UTF_8).length;
            assertThat(client.pushed(uri).get(0).getAsJsonObject().get("range").toString())
                    .isEqualTo(range(1, column, column + 3));
        }
    }

    private static Map<String, JsonObject> workspaceDiagnostics(WireClient client, Map<String, JsonObject> before) {
        List<Object> previous = new ArrayList<>();
        before.forEach((uri, report) -> previous.add(Map.of("uri", uri, "value", report.get("resultId"))));
        JsonElement answer = client.request("workspace/diagnostic", Map.of("previousResultIds", previous));
        Map<String, JsonObject> reports = new TreeMap<>();
        for (JsonElement report : answer.getAsJsonObject().getAsJsonArray("items")) {
            assertThat(report.getAsJsonObject().get("version")).isIn(null, JsonNull.INSTANCE);
            reports.put(report.getAsJsonObject().get("uri").getAsString(), report.getAsJsonObject());
        }
        return reports;
    }

    private static Map<String, String> kinds(Map<String, JsonObject> reports) {
        Map<String, String> kinds = new TreeMap<>();
        reports.forEach((uri, report) -> kinds.put(uri, report.get("kind").getAsString()));
        return kinds;
    }

    private static String fault(WireClient client, Object argument) {
        JsonObject error = client.error(
                "workspace/executeCommand", Map.of("command", "ftpLog.analyzeFile", "arguments", List.of(argument)));
        assertThat(error.get("code").getAsInt()).isEqualTo(INVALID_PARAMS);
        return error.get("message").getAsString();
    }

    private static JsonObject progress(WireClient client, String kind) {
        return client.awaitMessage(
                        "$/progress",
                        params -> params.getAsJsonObject("value")
                                .get("kind")
                                .getAsString()
                                .equals(kind))
                .getAsJsonObject("value");
    }

    private String workspace(String glob) {
        return new Gson()
                .toJson(Map.of(
                        "workspaceFolders",
                        List.of(Map.of("uri", folder.toUri().toString(), "name", "logs")),
                        "initializationOptions",
                        Map.of("workspaceLogs", List.of(glob))));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toUri().toString();
    }

    private String gz(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(UTF_8));
        }
        return file.toUri().toString();
    }

    private static String range(int line, int start, int end) {
        return "{\"start\":{\"line\":" + line + ",\"character\":" + start + "},\"end\":{\"line\":" + line
                + ",\"character\":" + end + "}}";
    }
}
