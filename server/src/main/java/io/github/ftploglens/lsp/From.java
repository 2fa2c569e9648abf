package io.github.ftploglens.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.text.Edit;
import io.github.ftploglens.text.Position;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/** From the wire to our own values. */
final class From {
    private From() {}

    static Position position(org.eclipse.lsp4j.Position position) {
        return new Position(position.getLine(), position.getCharacter());
    }

    static Edit edit(Range range, String text) {
        Position start = position(range.getStart());
        Position end = position(range.getEnd());
        boolean inOrder = start.line() < end.line() || (start.line() == end.line() && start.column() <= end.column());
        return inOrder ? new Edit(start, end, text) : new Edit(end, start, text);
    }

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

    /** The setting of that name, or empty when there is none, or one that cannot be used. */
    static Optional<String> setting(@Nullable JsonElement settings, String name) {
        return settings instanceof JsonObject object ? text(object.get(name)) : Optional.empty();
    }

    private static Optional<String> text(@Nullable JsonElement value) {
        return value instanceof JsonPrimitive text && text.isString()
                ? Optional.of(text.getAsString())
                : Optional.empty();
    }

    /** The strings of the list of that name; empty when there is none, without what is no string. */
    static List<String> strings(JsonElement settings, String name) {
        List<String> strings = new ArrayList<>();
        if (settings instanceof JsonObject object && object.get(name) instanceof JsonArray array) {
            for (JsonElement element : array) {
                text(element).ifPresent(strings::add);
            }
        }
        return strings;
    }

    /** The texts of the object of that name, or empty when there is none; without what is no text. */
    static Optional<Map<String, String>> texts(JsonElement settings, String name) {
        if (!(settings instanceof JsonObject object && object.get(name) instanceof JsonObject members)) {
            return Optional.empty();
        }
        Map<String, String> texts = new TreeMap<>();
        members.keySet().forEach(key -> text(members.get(key)).ifPresent(text -> texts.put(key, text)));
        return Optional.of(texts);
    }

    /** The number to explain; it need not be a reply code. */
    static String number(JsonObject argument) {
        return string(argument, "code").orElseThrow(() -> invalid("\"code\" is missing; add it, as in \"425\""));
    }

    static String uri(JsonObject argument) {
        return string(argument, "uri").orElseThrow(() -> invalid("\"uri\" is missing; add that of an open document"));
    }

    /** What the user knows the document by: the end of its path, or all of a URI that has none. */
    static String fileName(String uri) {
        try {
            URI parsed = new URI(uri);
            String path = parsed.isOpaque() ? parsed.getSchemeSpecificPart() : parsed.getPath();
            return path.substring(path.lastIndexOf('/') + 1);
        } catch (URISyntaxException e) {
            return uri;
        }
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

    private static ReplyCode code(String text) {
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
