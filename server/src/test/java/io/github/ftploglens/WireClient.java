package io.github.ftploglens;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Speaks the protocol with the packaged jar; lines and columns are 0-based. */
final class WireClient implements AutoCloseable {
    /** The capabilities of a client that can do all that the server asks about. */
    static final String EVERYTHING = """
            {
              "textDocument": {
                "hover": {"contentFormat": ["markdown", "plaintext"]},
                "diagnostic": {"dynamicRegistration": false, "relatedDocumentSupport": false},
                "codeAction": {
                  "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}},
                  "dataSupport": true,
                  "resolveSupport": {"properties": ["edit", "command"]}
                },
                "publishDiagnostics": {"relatedInformation": true, "codeDescriptionSupport": true},
                "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
                "foldingRange": {"lineFoldingOnly": true, "foldingRange": {"collapsedText": true}},
                "codeLens": {"dynamicRegistration": true, "resolveSupport": {"properties": ["command"]}},
                "semanticTokens": {"requests": {"range": true, "full": {"delta": true}}, "tokenTypes": [], "tokenModifiers": [], "formats": ["relative"]}
              },
              "workspace": {
                "diagnostics": {"refreshSupport": true},
                "inlayHint": {"refreshSupport": true},
                "semanticTokens": {"refreshSupport": true},
                "codeLens": {"refreshSupport": true},
                "configuration": true,
                "workspaceFolders": true,
                "didChangeConfiguration": {"dynamicRegistration": true},
                "didChangeWatchedFiles": {"dynamicRegistration": true, "relativePatternSupport": true},
                "symbol": {"dynamicRegistration": true}
              },
              "window": {"workDoneProgress": true, "showDocument": {"support": true}},
              "general": {"positionEncodings": ["utf-16"]}
            }
            """;

    private final WireServer server;
    private int lastId;

    private WireClient(WireServer server) {
        this.server = server;
    }

    /** A client that has said nothing yet. */
    static WireClient start(String... arguments) {
        return new WireClient(new WireServer(arguments));
    }

    /** A client of the server that a command starts, that has said nothing yet. */
    static WireClient of(List<String> command) {
        return new WireClient(new WireServer(command));
    }

    /** A client that has said what it can do. */
    static WireClient initialized(String capabilities) {
        return initialized(capabilities, "{}");
    }

    /** A client that has said what it can do; {@code more} are members of the initialize request, as a JSON object. */
    static WireClient initialized(String capabilities, String more) {
        WireClient client = start();
        client.initialize(capabilities, more);
        return client;
    }

    WireServer server() {
        return server;
    }

    /** Says initialize and initialized; returns the server's capabilities. */
    JsonObject initialize(String capabilities, String more) {
        JsonObject params = JsonParser.parseString(more).getAsJsonObject();
        params.add("capabilities", JsonParser.parseString(capabilities));
        JsonObject result = request("initialize", params).getAsJsonObject();
        tell("initialized", Map.of());
        return result.getAsJsonObject("capabilities");
    }

    /** Sends a request and returns its result. */
    JsonElement request(String method, Object params) {
        JsonObject response = response(send(method, params));
        assertThat(response.has("error")).as("%s", response).isFalse();
        return response.get("result");
    }

    /** Sends a request that must fail, and returns its error. */
    JsonObject error(String method, Object params) {
        JsonObject response = response(send(method, params));
        assertThat(response.has("error")).as("%s", response).isTrue();
        return response.getAsJsonObject("error");
    }

    /** Sends a request and does not wait; returns its id. */
    int send(String method, Object params) {
        int id = ++lastId;
        server.send(Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", params));
        return id;
    }

    /** Waits for the whole response to a request. */
    JsonObject response(int id) {
        JsonElement wanted = new Gson().toJsonTree(id);
        return server.await(
                "response " + id,
                message -> !message.has("method")
                        && message.has("id")
                        && message.get("id").equals(wanted));
    }

    /** Whether the response to a request, which nobody has waited for, is there. */
    boolean isAnswered(int id) {
        return server.hasArrived(message ->
                !message.has("method") && message.has("id") && message.get("id").getAsInt() == id);
    }

    /** Sends a notification. */
    void tell(String method, Object params) {
        server.send(Map.of("jsonrpc", "2.0", "method", method, "params", params));
    }

    void open(String uri, String text) {
        Object document = Map.of("uri", uri, "languageId", "ftplog", "version", 1, "text", text);
        tell("textDocument/didOpen", Map.of("textDocument", document));
    }

    /** Sends changes, each {@code {"range": …, "text": …}}. */
    void change(String uri, int version, Object... changes) {
        Object document = Map.of("uri", uri, "version", version);
        tell("textDocument/didChange", Map.of("textDocument", document, "contentChanges", List.of(changes)));
    }

    void close(String uri) {
        tell("textDocument/didClose", document(uri));
    }

    JsonElement hover(String uri, int line, int column) {
        Object position = Map.of("line", line, "character", column);
        return request("textDocument/hover", Map.of("textDocument", Map.of("uri", uri), "position", position));
    }

    /** The text of a hover that must be there. */
    String hoverText(String uri, int line, int column) {
        JsonObject hover = hover(uri, line, column).getAsJsonObject();
        return hover.getAsJsonObject("contents").get("value").getAsString();
    }

    JsonArray codeActions(String uri, int line, int column) {
        Map<String, ?> params = Map.of(
                "textDocument", Map.of("uri", uri),
                "range", range(line, column, line, column),
                "context", Map.of("diagnostics", List.of()));
        return request("textDocument/codeAction", params).getAsJsonArray();
    }

    /** What the server lists about a document, a position in it and the whole of it, whichever the request asks for. */
    JsonArray asked(String request, String uri, int line, int column) {
        Map<String, Integer> position = Map.of("line", line, "character", column);
        Map<String, ?> params = Map.of(
                "textDocument", Map.of("uri", uri),
                "position", position,
                "positions", List.of(position),
                "range", range(0, 0, Integer.MAX_VALUE, 0),
                "context", Map.of("includeDeclaration", true));
        JsonElement result = request("textDocument/" + request, params);
        return result.isJsonNull() ? new JsonArray() : result.getAsJsonArray();
    }

    /** The numbers of the semantic tokens of a document ({@code full}) or of one line ({@code range}). */
    JsonArray tokens(String extent, String uri, int line) {
        Map<String, ?> params = Map.of("textDocument", Map.of("uri", uri), "range", range(line, 0, line, 9_999));
        return request("textDocument/semanticTokens/" + extent, params)
                .getAsJsonObject()
                .getAsJsonArray("data");
    }

    JsonElement command(String name, Object argument) {
        return request("workspace/executeCommand", Map.of("command", name, "arguments", List.of(argument)));
    }

    /** The report that the server gives when it is asked. */
    JsonObject pulled(String uri) {
        return request("textDocument/diagnostic", document(uri)).getAsJsonObject();
    }

    /** The report to a client that has got another one before. */
    JsonObject pulledAgain(String uri, JsonObject before) {
        Object params = Map.of("textDocument", Map.of("uri", uri), "previousResultId", before.get("resultId"));
        return request("textDocument/diagnostic", params).getAsJsonObject();
    }

    /** The diagnostics that the server sends next without being asked. */
    JsonArray pushed(String uri) {
        return pushed(uri, diagnostics -> true);
    }

    /** Those that the server sends without being asked, once they are as they should be. */
    JsonArray pushed(String uri, Predicate<JsonArray> asTheyShouldBe) {
        JsonObject message = awaitMessage(
                "textDocument/publishDiagnostics",
                params -> params.get("uri").getAsString().equals(uri)
                        && asTheyShouldBe.test(params.getAsJsonArray("diagnostics")));
        return message.getAsJsonArray("diagnostics");
    }

    /** The params of the next message of the method that the server sends by itself. */
    JsonObject awaitMessage(String method, Predicate<JsonObject> wanted) {
        JsonObject message = server.await(
                method,
                candidate -> candidate.has("method")
                        && candidate.get("method").getAsString().equals(method)
                        && wanted.test(params(candidate)));
        return params(message);
    }

    static Map<String, Object> document(String uri) {
        return Map.of("textDocument", Map.of("uri", uri));
    }

    static Map<String, Object> range(int startLine, int startColumn, int endLine, int endColumn) {
        return Map.of(
                "start", Map.of("line", startLine, "character", startColumn),
                "end", Map.of("line", endLine, "character", endColumn));
    }

    /** Says shutdown and exit; returns the exit code. */
    int shutDown() {
        int id = ++lastId;
        server.send(Map.of("jsonrpc", "2.0", "id", id, "method", "shutdown"));
        assertThat(response(id).get("result")).isEqualTo(JsonNull.INSTANCE);
        exit();
        return server.exitCode();
    }

    void exit() {
        server.send(Map.of("jsonrpc", "2.0", "method", "exit"));
    }

    @Override
    public void close() {
        server.close();
    }

    private static JsonObject params(JsonObject message) {
        JsonElement params = message.get("params");
        return params instanceof JsonObject object ? object : new JsonObject();
    }
}
