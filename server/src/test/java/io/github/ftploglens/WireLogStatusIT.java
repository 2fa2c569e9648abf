package io.github.ftploglens;

import static io.github.ftploglens.WireClient.EVERYTHING;
import static io.github.ftploglens.WireClient.range;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the packaged jar says of a log as a whole, and where its failures are. */
final class WireLogStatusIT {
    private static final String LOG = "file:///logs/lftp.log";
    private static final String TEXT = "<--- 220 ready\n---> USER bob\n<--- 530 No.\n";

    private final WireClient client = WireClient.initialized(EVERYTHING);

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void theStatusNamesTheFormatAndCountsAndFollowsTheLog() {
        client.open(LOG, TEXT);
        assertThat(status()).isEqualTo(json("""
                {"formats": ["lftp debug log"], "lines": 3, "replies": 2, "failures": 1}"""));
        client.change(LOG, 2, Map.of("range", range(3, 0, 3, 0), "text", "---> RETR a\n<--- 550 No such file"));
        assertThat(status()).isEqualTo(json("""
                {"formats": ["lftp debug log"], "lines": 5, "replies": 3, "failures": 2}"""));
        client.change(LOG, 3, Map.of("text", "nothing of FTP"));
        assertThat(status()).isEqualTo(json("""
                {"formats": [], "lines": 1, "replies": 0, "failures": 0}"""));
    }

    @Test
    void theNextFailureIsAPlaceOrNull() {
        client.open(LOG, TEXT);
        JsonElement place = new Gson().toJsonTree(Map.of("uri", LOG, "range", range(2, 5, 2, 8)));
        for (String direction : List.of("next", "previous")) {
            assertThat(client.command("ftpLog.nextFailure", Map.of("uri", LOG, "line", 0, "direction", direction)))
                    .isEqualTo(place);
        }
        client.change(LOG, 2, Map.of("text", "<--- 220 ready\n"));
        assertThat(client.command("ftpLog.nextFailure", Map.of("uri", LOG, "line", 0)))
                .isEqualTo(JsonNull.INSTANCE);
    }

    @ParameterizedTest
    @CsvSource({"en, # Log format: `lftp.log`", "ja, # ログの形式：`lftp.log`"})
    void theFormatsAreAPageInTheLanguageThatIsAskedFor(String language, String title) {
        client.open(LOG, TEXT);
        assertThat(client.command("ftpLog.formats", Map.of("uri", LOG, "language", language))
                        .getAsString())
                .startsWith(title + "\n")
                .contains("**lftp");
    }

    @ParameterizedTest
    @CsvSource({
        "ftpLog.status, {}, uri",
        "ftpLog.status, {\"uri\": \"file:///other.log\"}, other.log",
        "ftpLog.formats, {\"uri\": \"file:///other.log\"}, other.log",
        "ftpLog.nextFailure, {\"uri\": \"file:///logs/lftp.log\"}, line",
        "'ftpLog.nextFailure', '{\"uri\": \"file:///logs/lftp.log\", \"line\": 0, \"direction\": \"up\"}', direction"
    })
    void whatIsAskedWronglyIsNamed(String command, String argument, String named) {
        client.open(LOG, TEXT);
        JsonObject error = client.error(
                "workspace/executeCommand", Map.of("command", command, "arguments", List.of(json(argument))));
        assertThat(error.get("message").getAsString()).contains(named);
    }

    private JsonElement status() {
        return client.command("ftpLog.status", Map.of("uri", LOG));
    }

    private static JsonElement json(String text) {
        return new Gson().fromJson(text, JsonElement.class);
    }
}
