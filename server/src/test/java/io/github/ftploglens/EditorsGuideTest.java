package io.github.ftploglens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.ftploglens.feature.InlayLabels;
import io.github.ftploglens.reply.Key;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The configurations of editors that the tests cannot run: well-formed, and they start the launcher for FTP logs. */
class EditorsGuideTest {
    private static final JsonArray COMMAND =
            JsonParser.parseString("[\"ftp-log-lens\"]").getAsJsonArray();

    private final EditorsGuide guide = EditorsGuide.read();

    @Test
    void helixStartsItForFtpLogs() throws IOException {
        List<String> python = List.of(
                "python3", "-c", "import json, sys, tomllib; print(json.dumps(tomllib.load(sys.stdin.buffer)))");
        Cli.Run run = Cli.run(guide.block("toml", "ftp-log-lens").getBytes(StandardCharsets.UTF_8), python);
        assumeThat(run.err()).as("Python is 3.11 or newer").doesNotContain("No module named");
        JsonObject config = JsonParser.parseString(run.ended(0)).getAsJsonObject();
        JsonObject server = config.getAsJsonObject("language-server").getAsJsonObject("ftp-log-lens");
        assertThat(server.get("command").getAsString()).isEqualTo("ftp-log-lens");
        JsonObject language = config.getAsJsonArray("language").get(0).getAsJsonObject();
        assertThat(language.get("name").getAsString()).isEqualTo("ftplog");
        assertThat(language.getAsJsonArray("language-servers")).isEqualTo(COMMAND);
        assertThat(language.has("scope")).as("Helix wants a scope").isTrue();
        assertThat(language.getAsJsonArray("file-types").toString()).contains("{\"glob\":\"*ftp*.log\"}");
    }

    @Test
    void kateStartsItForItsHighlighting() throws Exception {
        byte[] definition = guide.block("xml", "<language").getBytes(StandardCharsets.UTF_8);
        Element language = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(definition))
                .getDocumentElement();
        JsonObject server = json("servers").getAsJsonObject("servers").getAsJsonObject("ftplog");
        assertThat(server.getAsJsonArray("command")).isEqualTo(COMMAND);
        Pattern mode = Pattern.compile(server.get("highlightingModeRegex").getAsString());
        assertThat(language.getAttribute("name")).matches(mode);
        assertThat(language.getAttribute("extensions")).contains("*ftp*.log");
    }

    @Test
    void sublimeTextStartsItForPlainText() {
        JsonObject client = json("clients").getAsJsonObject("clients").getAsJsonObject("ftp-log-lens");
        assertThat(client.getAsJsonArray("command")).isEqualTo(COMMAND);
        assertThat(client.get("enabled").getAsBoolean()).isTrue();
        assertThat(client.get("selector").getAsString()).isEqualTo("text.plain");
    }

    @Test
    void theOptionsAreThoseThatTheServerTakes() {
        JsonObject options = json("\"severity\"");
        assertThat(options.keySet()).containsExactlyInAnyOrder("language", "severity", "inlayHints", "formatFiles");
        assertThat(Samples.knowledge().wordings())
                .containsKey(options.get("language").getAsString());
        assertThat(Key.find(InlayLabels.Shown.class, options.get("inlayHints").getAsString()))
                .isPresent();
    }

    private JsonObject json(String words) {
        return JsonParser.parseString(guide.block("json", words)).getAsJsonObject();
    }
}
