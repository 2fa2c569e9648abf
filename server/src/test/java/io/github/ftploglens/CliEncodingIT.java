package io.github.ftploglens;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs in the encodings in which old systems write them. */
class CliEncodingIT {
    private static final String DIALOGUE = """
            Response:\t220 ready
            Command:\tUSER bob
            Response:\t331 Password required for bob
            Command:\tPASS ******
            Response:\t230 Login successful.
            Command:\tSIZE NAME.txt
            Response:\t550 NAME.txt: REASON
            """;

    @ParameterizedTest
    @CsvSource({
        "windows-1251, отчёт, файл не найден",
        "KOI8-R, отчёт, файл не найден",
        "x-windows-874, รายงาน, ไม่พบไฟล์",
        "windows-31j, 報告書, ファイルが見つかりません",
        "EUC-JP, 報告書, ファイルが見つかりません",
        "windows-1252, Übersicht, die Datei wurde für Müller nicht gefunden",
        "UTF-8, отчёт, ไม่พบไฟล์"
    })
    void aLogIsReadInTheEncodingThatItShows(String encoding, String name, String reason) {
        String log = dialogue(name, reason);
        assertThat(texts(log.getBytes(Charset.forName(encoding)))).endsWith(name + ".txt: " + reason);
    }

    @Test
    void linesOfOneLogMayBeInSeveralEncodings() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        log.writeBytes(dialogue("отчёт", "файл не найден").getBytes(UTF_8));
        log.writeBytes("Response:\t550 отчёт.txt: файл не найден\n".getBytes(Charset.forName("windows-1251")));
        log.writeBytes("Response:\t550 ไม่พบไฟล์\n".getBytes(UTF_8));
        assertThat(texts(log.toByteArray()))
                .endsWith("отчёт.txt: файл не найден", "отчёт.txt: файл не найден", "ไม่พบไฟล์");
    }

    @Test
    void theEncodingCanBeNamed() {
        byte[] log = dialogue("a", "łąka").getBytes(Charset.forName("windows-1250"));
        assertThat(texts(log, "--encoding", "windows-1250")).endsWith("a.txt: łąka");
        byte[] unmarked = dialogue("a", "łąka").getBytes(UTF_16LE);
        assertThat(texts(unmarked, "--encoding=utf-16le")).endsWith("a.txt: łąka");
        assertThat(Cli.feed(unmarked, "check", "--encoding", "UTF-16LE", "-").ended(1))
                .contains("550 to \"SIZE a.txt\"");
    }

    @ParameterizedTest
    @CsvSource({"klingon", "''", "a b"})
    void anEncodingThatDoesNotExistIsTold(String name) {
        for (String command : List.of("scan", "check", "report", "formats")) {
            assertThat(Cli.run(command, "--encoding", name, "-").trouble())
                    .contains("there is no encoding \"" + name + "\"; use a name such as UTF-8");
        }
    }

    private static String dialogue(String name, String reason) {
        return DIALOGUE.replace("NAME", name).replace("REASON", reason);
    }

    private static List<String> texts(byte[] log, Object... options) {
        Object[] arguments = new Object[options.length + 2];
        arguments[0] = "scan";
        System.arraycopy(options, 0, arguments, 1, options.length);
        arguments[options.length + 1] = "-";
        return Cli.feed(log, arguments)
                .ended(0)
                .lines()
                .map(line -> JsonParser.parseString(line)
                        .getAsJsonObject()
                        .get("text")
                        .getAsString())
                .toList();
    }
}
