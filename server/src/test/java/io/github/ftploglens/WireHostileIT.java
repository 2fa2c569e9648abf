package io.github.ftploglens;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A log is written by whoever connects to the server: what stands in it never becomes markup, a link or a command, and a
 * password in it is never shown. The client here lets hovers run commands, which makes it worth the attempt.
 */
final class WireHostileIT {
    private static final String LOG = "file:///logs/vsftpd.log";
    private static final String TRUSTING = "{\"initializationOptions\": {\"commandLinks\": true}}";
    private static final String SECRET = "sw0rdfish";

    /** CommonMark §6.1: a fence of backticks, and up to the next one of the same length. */
    private static final Pattern CODE_SPAN = Pattern.compile("(?<!`)(`+)(?!`)(.*?[^`])\\1(?!`)");

    /** All that the server itself links to. */
    private static final Pattern OWN_LINK = Pattern.compile(
            "\\]\\((https://www\\.rfc-editor\\.org/rfc/rfc[0-9]+(#[a-z0-9.-]+)?"
                    + "|command:ftpLog\\.(compareCodes|explainCode)\\?%5B%7B%22codes?%22%3A[%0-9A-F]*%7D%5D"
                    + "|command:ftpLog\\.goToLine\\?%5B%7B%22uri%22%3A%22file%3A%2F%2F%2Flogs%2Fvsftpd\\.log%22%2C%22line%22%3A[0-9]+%7D%5D)\\)");

    /** Control characters, marks that turn the reading direction, and line ends that Markdown does not know. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\n]]");

    /** The same in JSON, which writes some of them as escapes. */
    private static final Pattern UNSEEN_IN_JSON = Pattern.compile(UNSEEN.pattern() + "|\\\\u(?:00|20)");

    /** Each says evil where it shows that it got out. */
    static List<String> texts() {
        return List.of(
                "[evil](command:evil) [evil](https://evil.example.com/) ![evil](https://evil.example.com/i.png)",
                "[evil]: command:evil [evil] <https://evil.example.com/> https://evil.example.com/ www.evil.example.com",
                "<img src=evil onerror=evil()> <!-- <a href=\"command:evil\">evil</a> &lt;evil&gt; &#101;vil",
                "` <b>evil</b> `` <b>evil</b> ``` <b>evil</b> ```` <b>evil</b> `",
                "``[evil](command:evil)``",
                "\\` <b>evil</b> \\`` $(evil) $evil$ **evil** __evil__ ~~evil~~ | evil | # evil",
                "\u001b[2J\u001b]8;;evil\u0007 \u0000\u0008\u007f\u009b \u202eevil\u202c \u2028# evil\u2029- evil",
                "\ud800 evil \udc00 \ufeff\u200b evil",
                "evil ".repeat(20_000) + "`<b>evil",
                "`".repeat(10_000) + "evil");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatTheLogSaysStaysText(String hostile) {
        List<String> lines = List.of(
                line("", "response", "220 " + hostile),
                line("", "command", "USER " + hostile),
                line(" [" + hostile + "]", "response", "331 " + hostile),
                line(" [" + hostile + "]", "command", "RETR " + hostile),
                line(" [" + hostile + "]", "response", "150 " + hostile),
                line(" [" + hostile + "]", "response", "425 " + hostile),
                line(" [" + hostile + "]", "command", hostile),
                line(" [" + hostile + "]", "response", "500 '" + hostile + "': not understood."));
        try (WireClient client = WireClient.initialized(WireClient.EVERYTHING, TRUSTING)) {
            client.open(LOG, String.join("\n", lines));
            assertThat(client.pulled(LOG).getAsJsonArray("items")).hasSize(2);
            for (String shown : allThatIsShown(client, lines)) {
                assertThat(shown).doesNotContainPattern(UNSEEN).hasSizeLessThan(20_000);
                String besideCode = CODE_SPAN.matcher(shown).replaceAll("");
                String besideLinks = OWN_LINK.matcher(besideCode).replaceAll("");
                assertThat(besideLinks).doesNotContain("](", "evil", "<", "`");
            }
            assertThat(allLabels(client, lines.size()))
                    .noneMatch(text -> UNSEEN_IN_JSON.matcher(text).find());
            assertThat(client.shutDown()).isZero();
            assertThat(client.server().stderr()).isEmpty();
        }
    }

    @Test
    void aPasswordIsShownNowhere() {
        List<String> lines = List.of(
                line("", "command", "USER bob"),
                line(" [bob]", "response", "331 Please specify the password."),
                line(" [bob]", "command", "PASS " + SECRET),
                line(" [bob]", "response", "530 Login incorrect."),
                line(" [bob]", "command", "pass  " + SECRET),
                line(" [bob]", "response", "500 'PASS " + SECRET + "': command not understood."),
                line(" [bob]", "command", "ACCT " + SECRET),
                line(" [bob]", "response", "502 ACCT " + SECRET + " not implemented."),
                line(" [bob]", "command", "RETR ftp://bob:" + SECRET + "@ftp.example.com/a"),
                line(" [bob]", "response", "550 ftp://bob:" + SECRET + "@ftp.example.com/a: No such file."),
                line(" [bob]", "command", "PASS long " + SECRET + " of three"),
                line(" [bob]", "response", "530 PASS long " + SECRET + " of three: Login incorrect."));
        try (WireClient client = WireClient.initialized(WireClient.EVERYTHING, TRUSTING)) {
            client.open(LOG, String.join("\n", lines));
            assertThat(client.pulled(LOG).getAsJsonArray("items")).hasSize(5);
            List<String> shown = allThatIsShown(client, lines);
            assertThat(shown).anyMatch(text -> text.contains("PASS ***"));
            assertThat(shown).noneMatch(text -> text.contains(SECRET));
            List<String> labels = allLabels(client, lines.size());
            assertThat(labels).anyMatch(text -> text.contains("RETR ftp://bob:***@"));
            assertThat(labels).noneMatch(text -> text.contains(SECRET));
            assertThat(client.shutDown()).isZero();
            assertThat(client.server().stderr()).doesNotContain(SECRET);
        }
    }

    /** The hovers on what is said, on the session and on the user, every code action's title and all that diagnostics say. */
    private static List<String> allThatIsShown(WireClient client, List<String> lines) {
        List<String> shown = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            int said = lines.get(line).indexOf("192.0.2.7\", \"") + "192.0.2.7\", \"".length();
            int user = lines.get(line).indexOf("] [") + "] [".length();
            for (int column : new int[] {said + 1, said + 6, lines.get(line).indexOf("pid ") + 4, user}) {
                JsonElement hover = client.hover(LOG, line, column);
                if (hover.isJsonObject()) {
                    shown.add(client.hoverText(LOG, line, column));
                }
            }
            for (JsonElement action : client.codeActions(LOG, line, said + 1)) {
                shown.add(action.toString());
            }
        }
        JsonArray diagnostics = client.pulled(LOG).getAsJsonArray("items");
        for (JsonElement diagnostic : diagnostics) {
            shown.addAll(messages(diagnostic.getAsJsonObject()));
        }
        return shown;
    }

    /** What an editor shows as plain text: the outline, what stands behind folded lines, the inlay hints. */
    private static List<String> allLabels(WireClient client, int lines) {
        Object whole = Map.of("textDocument", Map.of("uri", LOG), "range", WireClient.range(0, 0, lines, 0));
        List<String> labels = new ArrayList<>();
        for (String query : List.of("", "bob", "evil", "PASS", "RETR", "500", "530")) {
            labels.add(
                    client.request("workspace/symbol", Map.of("query", query)).toString());
        }
        labels.addAll(List.of(
                client.request("textDocument/documentSymbol", WireClient.document(LOG))
                        .toString(),
                client.request("textDocument/foldingRange", WireClient.document(LOG))
                        .toString(),
                client.request("textDocument/inlayHint", whole).toString()));
        return labels;
    }

    private static List<String> messages(JsonObject diagnostic) {
        List<String> messages = new ArrayList<>();
        messages.add("`" + diagnostic.get("message").getAsString().replace('`', '\'') + "`");
        for (JsonElement related : diagnostic.getAsJsonArray("relatedInformation")) {
            messages.add(
                    "`" + related.getAsJsonObject().get("message").getAsString().replace('`', '\'') + "`");
        }
        return messages;
    }

    private static String line(String user, String direction, String said) {
        return "Fri Nov 20 05:08:39 2026 [pid 7]" + user + " FTP " + direction + ": Client \"192.0.2.7\", \"" + said
                + "\"";
    }
}
