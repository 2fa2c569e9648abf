package io.github.ftploglens;

import static io.github.ftploglens.LinkedLog.COLUMN;
import static io.github.ftploglens.LinkedLog.REFUSED;
import static io.github.ftploglens.LinkedLog.text;
import static io.github.ftploglens.WireClient.EVERYTHING;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands of the packaged jar, and the language in which it speaks. */
final class WireLanguageIT {
    private static final int INVALID_PARAMS = -32602;
    private static final String LOG = "file:///logs/vsftpd.log";
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}{3}");

    @Test
    void explainAndCompareSpeakTheLanguageThatIsAskedFor() {
        try (WireClient client = WireClient.initialized("{}")) {
            Object japanese = Map.of("code", "522", "command", "PROT", "language", "ja");
            assertThat(client.command("ftpLog.explain", japanese).getAsString())
                    .startsWith("# FTP 522")
                    .contains("\n## 説明\n", "\n## このコードが表示される場合\n", "\n## 解決方法\n");
            Object pair = Map.of("codes", List.of("220", "421"), "language", "ja");
            assertThat(client.command("ftpLog.compare", pair).getAsString())
                    .startsWith("# FTP 220")
                    .contains("421", "\n### 説明\n", "\n## 主な違い\n", "\n## どちらをいつ使うか\n");
            Object english = Map.of("codes", List.of("220", "421"), "language", "en");
            assertThat(client.command("ftpLog.compare", english).getAsString())
                    .startsWith("# FTP 220 Service Ready vs 421 Service Not Available\n")
                    .contains("\n### Description\n", "\n## Key Differences\n", "\n## When to Use Which\n");
        }
    }

    @Test
    void explainSaysWhatTheCodeMeansToTheCommand() {
        try (WireClient client = WireClient.initialized("{}")) {
            String toProt = client.command("ftpLog.explain", Map.of("code", "522", "command", "PROT"))
                    .getAsString();
            String toEprt = client.command("ftpLog.explain", Map.of("code", "522", "command", "EPRT"))
                    .getAsString();
            assertThat(toProt).startsWith("# FTP 522").isNotEqualTo(toEprt);
        }
    }

    @Test
    void reportSumsUpAnOpenLog() {
        try (WireClient client = WireClient.initialized("{}")) {
            client.open("file:///logs/a%20b.log", "<--- 220 ready\n---> RETR a\n<--- 550 No such file\n");
            Object japanese = Map.of("uri", "file:///logs/a%20b.log", "language", "ja");
            assertThat(client.command("ftpLog.report", japanese).getAsString())
                    .contains("`a b.log`", "| **550 ", "| RETR | `No such file` | 3 |")
                    .doesNotContain("Failures");
            Object closed =
                    Map.of("command", "ftpLog.report", "arguments", List.of(Map.of("uri", "file:///logs/c.log")));
            JsonObject error = client.error("workspace/executeCommand", closed);
            assertThat(error.get("code").getAsInt()).isEqualTo(INVALID_PARAMS);
            assertThat(error.get("message").getAsString()).contains("file:///logs/c.log", "open it");
        }
    }

    @Test
    void codesListsWhatThereIsToChooseFrom() {
        try (WireClient client = WireClient.initialized("{}")) {
            JsonArray english = client.command("ftpLog.codes", Map.of()).getAsJsonArray();
            assertThat(english).hasSizeGreaterThanOrEqualTo(60);
            assertThat(english.get(0).getAsJsonObject().keySet()).containsExactlyInAnyOrder("code", "name", "kind");
            assertThat(texts(english, "code")).contains("110", "421", "553").doesNotHaveDuplicates();
            assertThat(texts(english, "name")).contains("Service Ready").doesNotContain("");
            JsonArray russian =
                    client.command("ftpLog.codes", Map.of("language", "ru")).getAsJsonArray();
            assertThat(texts(russian, "code")).isEqualTo(texts(english, "code"));
            assertThat(texts(russian, "kind"))
                    .allMatch(kind -> CYRILLIC.matcher(kind).find());
        }
    }

    /** Quotes are written as apostrophes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "ftpLog.explain | [] | code",
                "ftpLog.explain | [{}] | code",
                "ftpLog.explain | [{'code': null}] | code",
                "ftpLog.explain | [{'code': '99'}] | '99' is no reply code",
                "ftpLog.explain | [{'code': '4211'}] | '4211' is no reply code",
                "ftpLog.explain | [{'code': '460'}] | '460' is no reply code",
                "ftpLog.explain | [{'code': ['421']}] | code",
                "ftpLog.explain | ['421'] | one object",
                "ftpLog.explain | [{'code': '421'}, {'code': '425'}] | one object",
                "ftpLog.explain | [{'code': '421', 'language': {}}] | language",
                "ftpLog.explain | [{'code': '522', 'command': []}] | command",
                "ftpLog.compare | [] | codes",
                "ftpLog.compare | [{'codes': []}] | codes",
                "ftpLog.compare | [{'codes': '220'}] | codes",
                "ftpLog.compare | [{'codes': ['220', null]}] | codes",
                "ftpLog.compare | [{'codes': ['220', 'ftp']}] | 'ftp' is no reply code",
                "ftpLog.redact | [{}] | uri",
                "ftpLog.redact | [{'uri': 'file:///logs/c.log'}] | open it",
                "ftpLog.redact | [{'uri': 'file:///logs/c.log', 'range': 5}] | 'range' is no range",
                "ftpLog.compareSessions | [{'lines': [1]}] | uri",
                "ftpLog.compareSessions | [{'uri': 'file:///logs/c.log', 'lines': [1, 2, 3]}] | one or two",
                "ftpLog.compareSessions | [{'uri': 'file:///logs/c.log', 'lines': ['x']}] | one or two",
                "ftpLog.nothing | [] | ftpLog.explain"
            })
    void badArgumentsAreToldWithWhatIsWrong(String command, String arguments, String said) {
        JsonObject params = new JsonObject();
        params.addProperty("command", command);
        params.add("arguments", JsonParser.parseString(arguments.replace('\'', '"')));
        try (WireClient client = WireClient.initialized("{}")) {
            JsonObject error = client.error("workspace/executeCommand", params);
            assertThat(error.get("code").getAsInt()).isEqualTo(INVALID_PARAMS);
            assertThat(error.get("message").getAsString()).contains(said.replace('\'', '"'));
            assertThat(error.has("data")).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'initializationOptions': {'language': 'ru'}} | true",
                "{'locale': 'ru-RU'} | true",
                "{'locale': 'ru', 'initializationOptions': {'language': 'auto'}} | true",
                "{'locale': 'ru', 'initializationOptions': {'language': 'en'}} | false",
                "{'locale': 'eo'} | false",
                "{} | false"
            })
    void theLanguageIsThatOfTheSettingOrElseThatOfTheClient(String more, boolean russian) {
        try (WireClient client = WireClient.initialized("{}", more.replace('\'', '"'))) {
            client.open(LOG, text());
            assertThat(isRussian(client.pushed(LOG))).isEqualTo(russian);
            assertThat(CYRILLIC.matcher(client.hoverText(LOG, REFUSED, COLUMN)).find())
                    .isEqualTo(russian);
        }
    }

    @Test
    void aNewLanguageIsPushedToAClientThatDoesNotPull() {
        try (WireClient client = WireClient.initialized("{}")) {
            client.open(LOG, text());
            assertThat(isRussian(client.pushed(LOG))).isFalse();
            speak(client, "ru");
            assertThat(isRussian(client.pushed(LOG))).isTrue();
            speak(client, "en");
            assertThat(isRussian(client.pushed(LOG))).isFalse();
        }
    }

    @Test
    void aClientThatPullsIsToldToPullAgainInTheNewLanguage() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LOG, text());
            JsonObject report = client.pulled(LOG);
            speak(client, "ru");
            client.awaitMessage("workspace/diagnostic/refresh", params -> true);
            JsonObject russian = client.pulledAgain(LOG, report);
            assertThat(russian.get("kind").getAsString()).isEqualTo("full");
            assertThat(isRussian(russian.getAsJsonArray("items"))).isTrue();
            assertThat(LinkedLog.places(russian.getAsJsonArray("items")))
                    .isEqualTo(LinkedLog.places(report.getAsJsonArray("items")));
        }
    }

    @Test
    void aSeverityThatChangesChangesTheReport() {
        try (WireClient client = WireClient.initialized(
                EVERYTHING, "{\"initializationOptions\": {\"severity\": {\"550\": \"hint\"}}}")) {
            client.open(LOG, "<--- 220 ready\n---> RETR a\n<--- 550 No such file\n<--- 421 Timeout\n");
            JsonObject before = client.pulled(LOG);
            assertThat(before.getAsJsonArray("items"))
                    .extracting(item -> item.getAsJsonObject().get("severity").getAsInt())
                    .containsExactly(4, 2);
            Object settings = Map.of("ftpLog", Map.of("severity", Map.of("550", "error", "4xx", "off")));
            client.tell("workspace/didChangeConfiguration", Map.of("settings", settings));
            assertThat(client.pulledAgain(LOG, before).getAsJsonArray("items"))
                    .extracting(item -> item.getAsJsonObject().get("severity").getAsInt())
                    .containsExactly(1);
        }
    }

    @Test
    void settingsThatMakeNoSenseChangeNothing() {
        try (WireClient client = WireClient.initialized(EVERYTHING)) {
            client.open(LOG, text());
            for (String settings :
                    List.of("null", "[]", "{}", "{\"ftpLog\": null}", "{\"ftpLog\": {\"language\": []}}")) {
                JsonObject params = new JsonObject();
                params.add("settings", JsonParser.parseString(settings));
                client.tell("workspace/didChangeConfiguration", params);
            }
            assertThat(isRussian(client.pulled(LOG).getAsJsonArray("items"))).isFalse();
            speak(client, "ru");
            assertThat(isRussian(client.pulled(LOG).getAsJsonArray("items"))).isTrue();
            assertThat(client.shutDown()).isZero();
        }
    }

    private static void speak(WireClient client, String language) {
        Object settings = Map.of("ftpLog", Map.of("language", language));
        client.tell("workspace/didChangeConfiguration", Map.of("settings", settings));
    }

    private static boolean isRussian(JsonArray diagnostics) {
        assertThat(diagnostics).isNotEmpty();
        return texts(diagnostics, "message").stream()
                .allMatch(message -> CYRILLIC.matcher(message).find());
    }

    private static List<String> texts(JsonArray objects, String name) {
        return StreamSupport.stream(objects.spliterator(), false)
                .map(object -> object.getAsJsonObject().get(name).getAsString())
                .toList();
    }
}
