package io.github.ftploglens;

import static io.github.ftploglens.WireClient.range;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the client counts, the packaged jar means the same places. */
final class WireEncodingIT {
    private static final String LOG = "file:///logs/vsftpd.log";
    private static final List<String> LINES = List.of(
            line("", "response", "220 ยินดีต้อนรับ 😀"),
            line("", "command", "USER สมชาย"),
            line(" [สมชาย]", "response", "331 パスワードを指定してください。"),
            line(" [สมชาย]", "command", "RETR 😀 レポート.csv"),
            line(" [สมชาย]", "response", "550 ไม่พบไฟล์"),
            line(" [田中😀é]", "command", "STOR ข้อมูล/𝔘.txt"),
            line(" [田中😀é]", "response", "425 接続を確立できません。"),
            line(" [田中😀é]", "command", "QUIT"));

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "utf-32"})
    void everyAnswerHasTheSamePlaces(String encoding) {
        assertThat(answers(encoding, LINES)).isEqualTo(answers("utf-16", LINES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "utf-16", "utf-32"})
    void editsMeanTheSamePlaces(String encoding) {
        int code = LINES.get(6).indexOf("425");
        int user = LINES.get(4).indexOf("สมชาย");
        List<String> edited = new ArrayList<>(LINES);
        edited.set(6, LINES.get(6).substring(0, code) + "😀 421" + LINES.get(6).substring(code + 3));
        edited.set(4, LINES.get(4).substring(0, user) + "ミ" + LINES.get(4).substring(user + 5));
        edited.remove(7);
        edited.set(6, edited.get(6).replace("😀 421", "421"));
        try (WireClient client = client(encoding)) {
            client.open(LOG, String.join("\n", LINES));
            int from = units(encoding, LINES.get(6), code);
            int to = units(encoding, LINES.get(6), code + 3);
            Object first = Map.of("range", range(6, from, 6, to), "text", "😀 421");
            String between =
                    LINES.get(6).substring(0, code) + "😀 421" + LINES.get(6).substring(code + 3);
            Object second = Map.of(
                    "range",
                    range(6, units(encoding, between, code), 6, units(encoding, between, code + 3)),
                    "text",
                    "");
            Object third = Map.of(
                    "range",
                    range(4, units(encoding, LINES.get(4), user), 4, units(encoding, LINES.get(4), user + 5)),
                    "text",
                    "ミ");
            client.change(LOG, 2, first, second, third);
            int end = units(encoding, edited.get(6), edited.get(6).length());
            client.change(LOG, 3, Map.of("range", range(6, end, 7, 999), "text", ""));
            assertThat(answers(client, encoding, edited)).isEqualTo(answers("utf-16", edited));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{} | utf-16",
                "{\"general\": {\"positionEncodings\": null}} | utf-16",
                "{\"general\": {\"positionEncodings\": []}} | utf-16",
                "{\"general\": {\"positionEncodings\": [\"utf-7\", \"utf-32\", \"utf-16\"]}} | utf-32",
                "{\"general\": {\"positionEncodings\": [\"utf-8\", \"utf-16\"]}} | utf-8",
                "{\"general\": {\"positionEncodings\": [\"utf-7\"]}} | utf-16"
            })
    void theFirstOfTheClientsEncodingsIsTaken(String capabilities, String chosen) {
        try (WireClient client = WireClient.start()) {
            JsonObject able = client.initialize(capabilities, "{}");
            assertThat(able.get("positionEncoding").getAsString()).isEqualTo(chosen);
        }
    }

    @Test
    void aColumnInsideACharacterIsThatOfTheCharacter() {
        try (WireClient client = client("utf-8")) {
            client.open(LOG, "<--- 220 ready\n---> RETR 😀\n<--- 550 😀\n");
            client.change(LOG, 2, Map.of("range", range(2, 11, 2, 11), "text", "é"));
            client.change(LOG, 3, Map.of("range", range(2, 9, 2, 9), "text", "ไ"));
            assertThat(client.hoverText(LOG, 2, 6)).contains("`ไé😀`");
        }
    }

    private static WireClient client(String encoding) {
        JsonObject able = JsonParser.parseString(WireClient.EVERYTHING).getAsJsonObject();
        able.add("general", JsonParser.parseString("{\"positionEncodings\": [\"" + encoding + "\"]}"));
        able.getAsJsonObject("textDocument").add("foldingRange", new JsonObject());
        return WireClient.initialized(able.toString(), "{\"initializationOptions\": {\"inlayHints\": \"all\"}}");
    }

    private static List<JsonElement> answers(String encoding, List<String> lines) {
        try (WireClient client = client(encoding)) {
            client.open(LOG, String.join("\n", lines));
            return answers(client, encoding, lines);
        }
    }

    /** All that the server says of the log, with columns in UTF-16. */
    private static List<JsonElement> answers(WireClient client, String encoding, List<String> lines) {
        List<JsonElement> answers = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int column = units(encoding, lines.get(i), lines.get(i).indexOf("192.0.2.7\", \"") + 14);
            answers.add(client.hover(LOG, i, column));
            answers.add(client.codeActions(LOG, i, column));
            for (String request :
                    List.of("selectionRange", "definition", "references", "documentHighlight", "documentSymbol")) {
                answers.add(client.asked(request, LOG, i, column));
            }
        }
        answers.add(client.pulled(LOG).getAsJsonArray("items"));
        answers.add(client.asked("inlayHint", LOG, 0, 0));
        answers.forEach(answer -> toUtf16(answer, encoding, lines));
        answers.add(tokens(client.tokens("full", LOG, 0), encoding, lines));
        assertThat(answers.toString()).contains("550", "425").doesNotContain("null");
        return answers;
    }

    private static void toUtf16(JsonElement answer, String encoding, List<String> lines) {
        if (answer instanceof JsonArray array) {
            array.forEach(element -> toUtf16(element, encoding, lines));
        } else if (answer instanceof JsonObject object) {
            if (object.has("line") && object.has("character")) {
                String line = lines.get(object.get("line").getAsInt());
                object.addProperty(
                        "character",
                        column(encoding, line, object.get("character").getAsInt()));
            }
            object.entrySet().forEach(entry -> toUtf16(entry.getValue(), encoding, lines));
        }
    }

    /** Lines, columns and lengths of all tokens, one after the other, in UTF-16. */
    private static JsonArray tokens(JsonArray data, String encoding, List<String> lines) {
        JsonArray tokens = new JsonArray();
        int line = 0;
        int units = 0;
        for (int i = 0; i < data.size(); i += 5) {
            units = data.get(i).getAsInt() == 0
                    ? units + data.get(i + 1).getAsInt()
                    : data.get(i + 1).getAsInt();
            line += data.get(i).getAsInt();
            int start = column(encoding, lines.get(line), units);
            int end = column(encoding, lines.get(line), units + data.get(i + 2).getAsInt());
            tokens.add(line + ":" + lines.get(line).substring(start, end) + data.get(i + 3) + data.get(i + 4));
        }
        return tokens;
    }

    private static int units(String encoding, String line, int column) {
        String before = line.substring(0, column);
        return switch (encoding) {
            case "utf-8" -> before.getBytes(UTF_8).length;
            case "utf-32" -> before.codePointCount(0, before.length());
            default -> column;
        };
    }

    private static int column(String encoding, String line, int units) {
        return java.util.stream.IntStream.rangeClosed(0, line.length())
                .filter(column -> units(encoding, line, column) == units)
                .filter(column ->
                        column == 0 || column == line.length() || !Character.isLowSurrogate(line.charAt(column)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(units + " is no place of \"" + line + "\""));
    }

    private static String line(String user, String direction, String said) {
        return "Fri Nov 20 05:08:39 2026 [pid 7]" + user + " FTP " + direction + ": Client \"192.0.2.7\", \"" + said
                + "\"";
    }
}
