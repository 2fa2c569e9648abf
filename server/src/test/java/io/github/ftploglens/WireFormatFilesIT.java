package io.github.ftploglens;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formats that the packaged jar was not built with. */
final class WireFormatFilesIT {
    private static final String LOG = """
            2026-11-20T05:08:39Z|331|C|RETR 425.txt
            2026-11-20T05:08:40Z|331|S|550 No such file
            """;
    static final String FORMAT = """
            {
              "id": "acme",
              "title": "ACME gateway",
              "producer": "ACME gateway 4",
              "files": ["acme*.log"],
              "evidence": "signature",
              "session": ["session"],
              "lines": [
                {
                  "is": "command",
                  "pattern": "{time:iso}|{session:int}|C|{command}",
                  "samples": [{"line": "2026-11-20T05:08:39Z|7|C|RETR 550.txt", "fields": {"command": "RETR 550.txt"}}]
                },
                {
                  "is": "reply",
                  "pattern": "{time:iso}|{session:int}|S|{reply}",
                  "samples": [{"line": "2026-11-20T05:08:40Z|7|S|550 No", "fields": {"session": "7", "reply": "550 No"}}]
                }
              ],
              "not": ["2026-11-20T05:08:40Z|7|X|550 No"]
            }
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theLogsOfOnesOwnFormatAreExplained() throws IOException {
        String format = Files.writeString(folder.resolve("acme.json"), FORMAT).toString();
        Path log = Files.writeString(folder.resolve("a.log"), LOG);
        assertThat(Cli.run("check", log).ended(0)).isEmpty();
        assertThat(Cli.run("check", "--format-file", format, log).ended(1))
                .contains(":2:28: error: 550 to \"RETR 425.txt\"");
        assertThat(Cli.run("formats", "--format-file", format, log).ended(0)).contains("ACME gateway");
        try (WireClient client = WireClient.initialized("{}", options(format))) {
            client.open("file:///logs/a.log", LOG);
            assertThat(client.hoverText("file:///logs/a.log", 1, 28)).contains("550", "RETR 425.txt");
        }
    }

    @Test
    void oneThatCannotBeUsedIsToldAndTheOthersAre() throws IOException {
        String wrong = FORMAT.replace("\"7\", \"reply\"", "\"8\", \"reply\"");
        String format = Files.writeString(folder.resolve("acme.json"), FORMAT).toString();
        String broken = Files.writeString(folder.resolve("broken.json"), wrong).toString();
        try (WireClient client = WireClient.initialized("{}", options(broken, format))) {
            String message = client.awaitMessage("window/showMessage", params -> true)
                    .get("message")
                    .getAsString();
            assertThat(message).contains(broken, "session is \"7\"", "\"8\" was expected");
            client.open("file:///logs/a.log", LOG);
            assertThat(client.hoverText("file:///logs/a.log", 1, 28)).contains("550");
        }
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() throws IOException {
        Map<String, String> faults = Map.of(
                FORMAT.replace("\"pattern\"", "\"pattren\""),
                "nothing is known of \"pattren\"",
                FORMAT.replace("\"evidence\": \"signature\",", ""),
                "\"evidence\" is missing",
                FORMAT.replace("signature", "some"),
                "use one of signature, dialogue",
                FORMAT.replace("{time:iso}|{session:int}|S", "{time:isoo}|{session:int}|S"),
                "unknown type \"isoo\"",
                FORMAT.replace("|X|550", "|S|550"),
                "a reply is found in \"2026-11-20T05:08:40Z|7|S|550 No\"",
                FORMAT.replace("\"signature\",", "\"signature"),
                "line 7 ",
                FORMAT.replace("[\"session\"]", "{}"),
                "this is no format file",
                "[]",
                "this is no format file");
        for (Map.Entry<String, String> fault : faults.entrySet()) {
            Path format = Files.writeString(folder.resolve("a.json"), fault.getKey());
            Cli.Run run = Cli.run("formats", "--format-file", format);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("a.json: ", fault.getValue()).doesNotContain("Exception");
        }
        assertThat(Cli.run("scan", "--format-file", folder.resolve("absent.json"), "-")
                        .err())
                .contains("absent.json: there is no such file");
    }

    @Test
    void whatWasLearntFromALogIsAFormatFileForOthers() throws IOException {
        String session = """
                7 ## <- 220 gateway ready
                7 ## -> USER anna
                7 ## <- 331 Password required
                7 ## -> PASS secret1
                7 ## <- 230 Login successful
                7 ## -> PASV
                7 ## <- 227 Entering Passive Mode (192,0,2,7,4,25)
                7 ## -> RETR a.txt
                7 ## <- 150 Opening BINARY mode data connection
                7 ## <- 226 Transfer complete
                """;
        StringBuilder both = new StringBuilder();
        session.repeat(3)
                .lines()
                .forEach(line -> both.append(line)
                        .append('\n')
                        .append(line.replaceFirst("7", "8"))
                        .append('\n'));
        Path log = Files.writeString(folder.resolve("long.log"), both);
        String draft = Cli.run("formats", "--draft", log).ended(0);
        assertThat(draft).doesNotContain("secret1");
        Path format = Files.writeString(folder.resolve("learnt.json"), draft);
        Path other = Files.writeString(
                folder.resolve("short.log"), "7 ## -> SIZE a.txt\n8 ## -> PWD\n7 ## <- 550 No such file\n");
        assertThat(Cli.run("check", other).ended(0)).isEmpty();
        assertThat(Cli.run("check", "--format-file", format, other).ended(1))
                .contains(":3:9: error: 550 to \"SIZE a.txt\"");
        assertThat(Cli.run("formats", "--draft", "--format-file", format, log).err())
                .contains("nothing was learnt");
    }

    private static String options(String... files) {
        return new Gson().toJson(Map.of("initializationOptions", Map.of("formatFiles", List.of(files))));
    }
}
