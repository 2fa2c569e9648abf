package io.github.ftploglens.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.ftploglens.feature.FailedReplies;
import io.github.ftploglens.reply.Key;
import io.github.ftploglens.reply.ReplyCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/** From the wire to our own values. */
final class From {
    /** Lines from the first to the last, 0-based and both included. */
    record LineRange(int first, int last) {}

    private From() {}

    /** The one object that a command takes; an empty one when it got none. */
    static JsonObject argument(@Nullable List<Object> arguments) {
        if (arguments == null || arguments.isEmpty()) {
            return new JsonObject();
        }
        if (arguments.size() == 1 && arguments.get(0) instanceof JsonObject object) {
            return object;
        }
        throw invalid("a command takes one object, as in [{\"code\": \"425\"}]");
    }

    /** The string of that name, or empty when there is none. */
    static Optional<String> string(@Nullable JsonElement settings, String name) {
        JsonElement value = settings instanceof JsonObject object ? object.get(name) : null;
        if (value == null || value.isJsonNull()) {
            return Optional.empty();
        }
        if (!value.isJsonPrimitive()) {
            throw invalid("\"" + name + "\" is no text; write it between quotes");
        }
        return Optional.of(value.getAsString());
    }

    /** The folders of the client's workspace, of which older clients only tell the root. */
    @SuppressWarnings("deprecation")
    static List<URI> folders(InitializeParams params) {
        List<WorkspaceFolder> folders = params.getWorkspaceFolders();
        if (folders != null) {
            return folders.stream()
                    .flatMap(folder -> address(folder.getUri()).stream())
                    .toList();
        }
        return Optional.ofNullable(params.getRootUri()).flatMap(From::address).stream()
                .toList();
    }

    /** The URI that the text is, if it is one. */
    static Optional<URI> address(String uri) {
        try {
            return Optional.of(new URI(uri));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The number to explain; it need not be a reply code. */
    static String number(JsonObject argument) {
        return string(argument, "code").orElseThrow(() -> invalid("\"code\" is missing; add it, as in \"425\""));
    }

    static String uri(JsonObject argument) {
        return string(argument, "uri").orElseThrow(() -> invalid("\"uri\" is missing; add that of an open document"));
    }

    /** The line of that name, 0-based. */
    static int line(JsonObject argument, String name) {
        JsonElement line = argument.get(name);
        if (line instanceof JsonPrimitive number && number.isNumber()) {
            return number.getAsInt();
        }
        throw invalid("\"" + name + "\" is missing; add the number of a line, the first of which is 0");
    }

    static boolean isTrue(JsonObject argument, String name) {
        return argument.get(name) instanceof JsonPrimitive value && value.isBoolean() && value.getAsBoolean();
    }

    /** Which way to look; forward when nothing is said. */
    static FailedReplies.Direction direction(JsonObject argument) {
        String name = string(argument, "direction").orElse("next");
        return Key.find(FailedReplies.Direction.class, name)
                .orElseThrow(() -> invalid("\"direction\" is \"" + name + "\"; use \"next\" or \"previous\""));
    }

    /** What the user knows the document by: the end of its path, or all of a URI that has none. */
    static String fileName(String uri) {
        return address(uri)
                .map(parsed -> parsed.isOpaque() ? parsed.getSchemeSpecificPart() : parsed.getPath())
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .orElse(uri);
    }

    /** The lines that the LSP range of that name touches, or empty when there is none. */
    static Optional<LineRange> lineRange(JsonObject argument, String name) {
        JsonElement range = argument.get(name);
        if (range == null || range.isJsonNull()) {
            return Optional.empty();
        }
        int first = number(range, name, "start", "line");
        int last = number(range, name, "end", "line");
        // A range up to the beginning of a line ends with the line before.
        boolean endsBefore = last > first && number(range, name, "end", "character") == 0;
        return Optional.of(new LineRange(first, endsBefore ? last - 1 : last));
    }

    private static int number(JsonElement range, String name, String end, String member) {
        JsonElement position = range instanceof JsonObject object ? object.get(end) : null;
        JsonElement number = position instanceof JsonObject object ? object.get(member) : null;
        if (!(number instanceof JsonPrimitive primitive && primitive.isNumber())) {
            throw invalid("\"" + name + "\" is no range; write it as in {\"start\": {\"line\": 0, \"character\": 0},"
                    + " \"end\": {\"line\": 9, \"character\": 0}}");
        }
        return number.getAsInt();
    }

    /** The line or the two lines of that name, 0-based; empty when there is none. */
    static List<Integer> lines(JsonObject argument, String name) {
        JsonElement value = argument.get(name);
        if (value == null || value.isJsonNull()) {
            return List.of();
        }
        List<Integer> lines = new ArrayList<>();
        if (value instanceof JsonArray array && array.size() <= 2) {
            for (JsonElement element : array) {
                if (element instanceof JsonPrimitive line && line.isNumber()) {
                    lines.add(line.getAsInt());
                }
            }
            if (lines.size() == array.size()) {
                return lines;
            }
        }
        throw invalid("\"" + name + "\" must be one or two numbers of lines, counted from 0, as in [3, 17]");
    }

    static List<ReplyCode> codes(JsonObject argument) {
        if (!(argument.get("codes") instanceof JsonArray array) || array.isEmpty()) {
            throw invalid("\"codes\" is missing; add it, as in [\"220\", \"421\"]");
        }
        List<ReplyCode> codes = new ArrayList<>();
        for (JsonElement element : array) {
            if (!element.isJsonPrimitive()) {
                throw invalid("\"codes\" holds something else than codes; write it as in [\"220\", \"421\"]");
            }
            codes.add(code(element.getAsString()));
        }
        return codes;
    }

    static ReplyCode code(String text) {
        ReplyCode code = ReplyCode.parse(text);
        if (code == null) {
            throw noCode(text);
        }
        return code;
    }

    static ResponseErrorException noCode(String text) {
        return invalid("\"" + text + "\" is no reply code; a code has three digits from 100 to 659");
    }

    static ResponseErrorException invalid(String message) {
        return new ResponseErrorException(new ResponseError(ResponseErrorCode.InvalidParams, message, null));
    }
}
