package io.github.ftploglens;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands about sessions over the wire: {@code report}, {@code redact} and {@code compareSessions}. */
final class WireSessionsIT {
    private static final String LOG = "file:///logs/vsftpd.log";
    private static final int INVALID_PARAMS = -32602;
    private static final String SECRET = "sw0rdfish";
    private static final List<String> GOOD = session("7", "ann", "a.txt", "226 Transfer complete.");
    private static final List<String> BAD = session("8", "bob", "b.txt", "425 Failed to establish connection.");

    /** A block between fences of backticks (CommonMark §4.5). */
    private static final Pattern FENCED = Pattern.compile("(?ms)^(`{3,})\\w*\\n.*?^\\1\\n");

    private static final Pattern CODE_SPAN = Pattern.compile("(?<!`)(`+)(?!`)(.*?[^`])\\1(?!`)");
    private static final Pattern OWN_LINK = Pattern.compile("\\]\\((https://www\\.rfc-editor\\.org/[a-z0-9/#.-]+"
            + "|command:ftpLog\\.(compareCodes|explainCode)\\?%5B%7B%22codes?%22%3A[%0-9A-F]*%7D%5D)\\)");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\n]]");

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja", "ru", "fr", "th"})
    void aReportHasSessionsTransfersAndADiagramInEveryLanguage(String language) {
        String report = asked("ftpLog.report", Map.of("uri", LOG, "language", language));
        assertThat(report)
                .contains("| `bob` | `192.0.2.8` | vsftpd | `2026-11-20 05:08:38` |", "| `RETR b.txt` |")
                .contains("```mermaid\nsequenceDiagram\n", "    C->>S: RETR b.txt\n    S-->>C: 150 Here it comes.\n")
                .doesNotContain("{", SECRET);
        assertThat(report.contains("Transfers")).isEqualTo(language.equals("en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja", "ru", "fr", "th"})
    void sessionsAreComparedInEveryLanguage(String language) {
        String found = asked("ftpLog.compareSessions", Map.of("uri", LOG, "language", language));
        String named =
                asked("ftpLog.compareSessions", Map.of("uri", LOG, "language", language, "lines", List.of(13, 2)));
        assertThat(found)
                .isEqualTo(named)
                .contains("`vsftpd.log`", "`RETR b.txt`", "**425 ", "| ≠ | 20 | `RETR b.txt` → **425** | 9 |")
                .doesNotContain("{", SECRET);
        assertThat(found.contains("The First Difference")).isEqualTo(language.equals("en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja", "ru", "fr", "th"})
    void whatCannotBeComparedIsToldInTheReadersLanguage(String language) {
        try (WireClient client = WireClient.initialized("{}")) {
            client.open(LOG, String.join("\n", BAD));
            Object alone = Map.of(
                    "command",
                    "ftpLog.compareSessions",
                    "arguments",
                    List.of(Map.of("uri", LOG, "language", language)));
            JsonObject error = client.error("workspace/executeCommand", alone);
            assertThat(error.get("code").getAsInt()).isEqualTo(INVALID_PARAMS);
            String message = error.get("message").getAsString();
            assertThat(message).startsWith("vsftpd.log: ");
            assertThat(message.contains("no other session")).isEqualTo(language.equals("en"));
        }
    }

    @Test
    void aRedactedLogIsAFencedBlockOfItsLines() {
        String redacted = asked("ftpLog.redact", Map.of("uri", LOG));
        assertThat(redacted)
                .startsWith("```\nFri Nov 20 05:08:37 2026 [pid 7] CONNECT: Client \"192.0.2.1\"\n")
                .endsWith("\n```\n");
        assertThat(redacted.lines()).hasSize(GOOD.size() + BAD.size() + 2);
        assertThat(redacted)
                .contains("[user2] FTP command: Client \"192.0.2.2\", \"RETR file2.txt\"", "PASS ***")
                .doesNotContain(SECRET, "ann", "bob", "b.txt", "192.0.2.7", "192.0.2.8");
    }

    @Test
    void aRangeIsRedactedByItsLines() {
        Map<String, Object> range =
                Map.of("start", Map.of("line", 14, "character", 3), "end", Map.of("line", 16, "character", 0));
        String redacted = asked("ftpLog.redact", Map.of("uri", LOG, "range", range));
        assertThat(redacted.lines()).hasSize(4).element(2).asString().endsWith("\"PASS ***\"");
    }

    static List<String> texts() {
        return WireHostileIT.texts();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatTheLogSaysStaysText(String hostile) {
        List<String> log = new ArrayList<>(GOOD);
        log.addAll(session("8", hostile, hostile, "425 " + hostile));
        log.add(line("8", hostile, "command", hostile));
        log.add(line("8", hostile, "response", "500 '" + hostile + "': not understood."));
        try (WireClient client = WireClient.initialized("{\"initializationOptions\": {\"commandLinks\": true}}")) {
            client.open(LOG, String.join("\n", log));
            for (String command : List.of("ftpLog.report", "ftpLog.compareSessions", "ftpLog.redact")) {
                String page = client.command(command, Map.of("uri", LOG)).getAsString();
                assertThat(page).doesNotContainPattern(UNSEEN);
                String besideBlocks = FENCED.matcher(page).replaceAll("");
                String besideCode = CODE_SPAN.matcher(besideBlocks).replaceAll("");
                assertThat(OWN_LINK.matcher(besideCode).replaceAll("")).doesNotContain("](", "evil", "<", "`");
            }
            String report = client.command("ftpLog.report", Map.of("uri", LOG)).getAsString();
            String diagram = report.substring(report.indexOf("sequenceDiagram\n") + "sequenceDiagram\n".length());
            assertThat(diagram.lines().takeWhile(line -> !line.startsWith("```")))
                    .hasSizeGreaterThan(10)
                    .allMatch(line -> line.matches(
                            " {4}(participant [CS] as \\w+|(C->>S|S-->>C): [^<>;#%&$`\"\\[\\]{}|\\\\~:]+)"));
            assertThat(client.shutDown()).isZero();
            assertThat(client.server().stderr()).isEmpty();
        }
    }

    @Test
    void aPasswordIsShownNowhere() {
        List<String> log = new ArrayList<>(GOOD);
        log.addAll(BAD);
        log.add(line("8", "bob", "command", "PASS  " + SECRET));
        log.add(line("8", "bob", "response", "500 'PASS " + SECRET + "': command not understood."));
        log.add(line("8", "bob", "command", "RETR ftp://bob:" + SECRET + "@ftp.example.com/a"));
        log.add(line("8", "bob", "response", "550 ftp://bob:" + SECRET + "@ftp.example.com/a: No such file."));
        log.add(line("8", "bob", "command", "SITE PSWD old" + SECRET + " new" + SECRET));
        log.add(line("8", "bob", "response", "530 'SITE PSWD old" + SECRET + " new" + SECRET + "' No."));
        log.add("cron: login as bob PASS " + SECRET + " failed");
        try (WireClient client = WireClient.initialized("{}")) {
            client.open(LOG, String.join("\n", log));
            for (String command : List.of("ftpLog.report", "ftpLog.compareSessions", "ftpLog.redact")) {
                assertThat(client.command(command, Map.of("uri", LOG)).getAsString())
                        .contains("***")
                        .doesNotContain(SECRET);
            }
        }
    }

    private static String asked(String command, Object argument) {
        try (WireClient client = WireClient.initialized("{}")) {
            client.open(LOG, String.join("\n", GOOD) + "\n" + String.join("\n", BAD));
            return client.command(command, argument).getAsString();
        }
    }

    private static List<String> session(String pid, String user, String file, String end) {
        return List.of(
                "Fri Nov 20 05:08:3" + pid + " 2026 [pid " + pid + "] CONNECT: Client \"192.0.2." + pid + "\"",
                line(pid, "", "response", "220 (vsFTPd 3.0.5)"),
                line(pid, "", "command", "USER " + user),
                line(pid, user, "response", "331 Please specify the password."),
                line(pid, user, "command", "PASS " + SECRET),
                line(pid, user, "response", "230 Login successful."),
                line(pid, user, "command", "PWD"),
                line(pid, user, "response", "257 \"/\" is the current directory"),
                line(pid, user, "command", "RETR " + file),
                line(pid, user, "response", "150 Here it comes."),
                line(pid, user, "response", end));
    }

    private static String line(String pid, String user, String direction, String said) {
        return "Fri Nov 20 05:08:3" + pid + " 2026 [pid " + pid + "]" + (user.isEmpty() ? "" : " [" + user + "]")
                + " FTP " + direction + ": Client \"192.0.2." + pid + "\", \"" + said + "\"";
    }
}
