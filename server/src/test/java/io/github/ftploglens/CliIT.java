package io.github.ftploglens;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line of the packaged jar: {@code check} and its exit codes, and inputs of every kind. */
final class CliIT {
    private static final String CLEAN = """
            Fri Nov 20 05:08:39 2026 [pid 7] CONNECT: Client "192.0.2.7"
            Fri Nov 20 05:08:39 2026 [pid 7] FTP response: Client "192.0.2.7", "220 (vsFTPd 3.0.5)"
            Fri Nov 20 05:08:40 2026 [pid 7] FTP command: Client "192.0.2.7", "QUIT"
            Fri Nov 20 05:08:40 2026 [pid 7] FTP response: Client "192.0.2.7", "221 Goodbye."
            """;
    private static final String BAD = """
            Fri Nov 20 05:08:39 2026 [pid 7] [bob] FTP command: Client "192.0.2.7", "RETR 550 grün.txt"
            Fri Nov 20 05:08:39 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "150 Opening BINARY mode data connection."
            Fri Nov 20 05:08:40 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "425 Failed to establish connection."
            Fri Nov 20 05:08:41 2026 [pid 7] [bob] FTP command: Client "192.0.2.7", "CWD in"
            Fri Nov 20 05:08:41 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "550 Failed to change directory."
            """;
    private static final int COLUMN = BAD.lines().toList().get(2).indexOf("425") + 1;

    @TempDir
    private Path folder;

    @Test
    void aCleanLogEndsWithZero() throws IOException {
        assertThat(Cli.run("check", file("clean.log", CLEAN)).ended(0)).isEmpty();
    }

    @Test
    void findingsEndWithOne() throws IOException {
        Path log = file("bad.log", BAD);
        List<String> found = Cli.run("check", log).ended(1).lines().toList();
        assertThat(found).hasSize(2);
        assertThat(found.get(0)).startsWith(log + ":3:" + COLUMN + ": warning: 425 to \"RETR 550 grün.txt\": ");
        assertThat(found.get(1)).startsWith(log + ":5:" + COLUMN + ": error: 550 to \"CWD in\": ");
    }

    @ParameterizedTest
    @CsvSource({"error, 1", "warning, 2"})
    void theLeastSeverityIsChosen(String severity, int findings) throws IOException {
        Path log = file("bad.log", BAD);
        assertThat(Cli.run("check", "--min-severity", severity, log).ended(1).lines())
                .hasSize(findings);
    }

    @Test
    void warningsAloneAreNothingToSomeoneWhoWantsErrors() throws IOException {
        String warned = BAD.lines().limit(3).reduce("", (all, line) -> all + line + "\n");
        assertThat(Cli.run("check", "--min-severity=error", file("warned.log", warned))
                        .ended(0))
                .isEmpty();
    }

    @Test
    void jsonIsAnArrayOfFindings() throws IOException {
        Path log = file("bad.log", BAD);
        JsonArray found = array(Cli.run("check", "--format", "json", log).ended(1));
        assertThat(found).hasSize(2);
        JsonObject first = found.get(0).getAsJsonObject();
        assertThat(first.get("file").getAsString()).isEqualTo(log.toString());
        assertThat(first.get("line").getAsInt()).isEqualTo(3);
        assertThat(first.get("column").getAsInt()).isEqualTo(COLUMN);
        assertThat(first.get("severity").getAsString()).isEqualTo("warning");
        assertThat(first.get("code").getAsString()).isEqualTo("425");
        assertThat(first.get("commandLine").getAsInt()).isEqualTo(1);
        assertThat(first.get("message").getAsString()).contains("RETR 550 grün.txt");
        assertThat(first.get("reference").getAsString()).startsWith("https://www.rfc-editor.org/rfc/rfc959");
    }

    @Test
    void jsonIsValidAlsoWhenThereIsNothingOrTrouble() throws IOException {
        assertThat(array(Cli.run("check", "--format=json", file("clean.log", CLEAN))
                        .ended(0)))
                .isEmpty();
        Cli.Run run = Cli.run("check", "--format=json", folder.resolve("missing.log"), file("bad.log", BAD));
        assertThat(run.trouble()).contains("missing.log");
        assertThat(array(run.out())).hasSize(2);
    }

    @Test
    void aFolderIsEveryLogBelowIt() throws IOException {
        Files.createDirectories(folder.resolve("a/b"));
        Path bad = file("a/b/bad.log", BAD);
        Path other = file("other.log", BAD);
        file("clean.log", CLEAN);
        List<String> found = Cli.run("check", folder).ended(1).lines().toList();
        assertThat(found).hasSize(4);
        assertThat(found.get(0)).startsWith(bad + ":3:");
        assertThat(found.get(2)).startsWith(other + ":3:");
    }

    @Test
    void aMissingFileIsTrouble() {
        assertThat(Cli.run("check", folder.resolve("missing.log")).trouble()).contains("missing.log", "no such file");
    }

    @Test
    void oneMissingFileDoesNotKeepTheOthersFromBeingRead() throws IOException {
        Path first = file("1.log", BAD);
        Path last = file("3.log", BAD);
        Cli.Run run = Cli.run("check", first, folder.resolve("2.log"), last);
        assertThat(run.trouble()).contains("2.log");
        assertThat(run.out().lines()).hasSize(4);
        Cli.Run scan = Cli.run("scan", first, folder.resolve("2.log"), last);
        assertThat(scan.trouble()).contains("2.log");
        assertThat(scan.out().lines()).hasSize(6);
    }

    @Test
    void aBinaryFileIsTrouble() throws IOException {
        Path binary = Files.write(folder.resolve("server.bin"), new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0});
        assertThat(Cli.run("check", binary).trouble()).contains("server.bin", "binary");
        assertThat(Cli.feed(Files.readAllBytes(binary), "check", "-").trouble()).contains("-", "binary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check --nothing x.log",
                "check",
                "check --format",
                "check --format xml x.log",
                "check --min-severity bad x.log",
                "check --language xx x.log",
                "scan",
                "nothing",
                "--nothing",
                "--stdio x",
                "explain",
                "explain 99",
                "explain abc",
                "explain 4211",
                "explain 421 425",
                "explain --language xx 421",
                "compare",
                "compare 220",
                "compare 220 999"
            })
    void wrongUsageIsTroubleThatOneLineTells(String arguments) {
        assertThat(Cli.run((Object[]) arguments.split(" ")).trouble()).endsWith("; see --help");
    }

    /** Root may read everything; then the run is that of the user nobody, where the system lets us switch. */
    @Test
    void aFolderWithoutPermissionIsTroubleAndTheOthersAreRead() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Path bad = file("bad.log", BAD);
        Path jar = Files.copy(Path.of(System.getProperty("server.jar")), folder.resolve("server.jar"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        List<String> java = new ArrayList<>(Cli.english());
        if (Files.isReadable(locked)) {
            java.addAll(0, List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
            assumeThat(canRun(java)).as("the tests may switch to another user").isTrue();
        }
        java.set(java.size() - 1, jar.toString());
        java.addAll(List.of("check", locked.toString(), bad.toString()));
        Cli.Run run = Cli.run(new byte[0], java);
        assertThat(run.trouble()).contains(locked.toString(), "permission");
        assertThat(run.out().lines()).hasSize(2);
        java.subList(java.size() - 2, java.size()).clear();
        java.add(folder.toString());
        Cli.Run above = Cli.run(new byte[0], java);
        assertThat(above.err()).contains(locked.toString(), "permission");
        assertThat(above.exitCode()).isEqualTo(2);
        assertThat(above.out().lines())
                .as("the readable file beside the locked folder")
                .hasSize(2);
    }

    private static boolean canRun(List<String> java) {
        List<String> version = new ArrayList<>(java);
        version.add("--version");
        try {
            return Cli.run(new byte[0], version).exitCode() == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    @Test
    void aLinkThatLeadsBackDoesNotKeepAFolderFromBeingRead() throws IOException {
        file("bad.log", BAD);
        Files.createSymbolicLink(folder.resolve("self"), folder);
        Cli.Run run = Cli.run("check", folder);
        assertThat(run.out().lines()).hasSize(2);
    }

    @Test
    void minusReadsStdin() {
        assertThat(Cli.feed(BAD.getBytes(UTF_8), "check", "-").ended(1).lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("-:"));
        assertThat(Cli.feed(CLEAN.getBytes(UTF_8), "check", "-").ended(0)).isEmpty();
    }

    @Test
    void aPackedLogThatIsCutOffIsTroubleAndTheOthersAreRead() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(packed)) {
            Random random = new Random(1);
            for (int line = 0; line < 10_000; line++) {
                packing.write((random.nextLong() + "\n").getBytes(UTF_8));
            }
        }
        byte[] cutOff = Arrays.copyOf(packed.toByteArray(), packed.size() - 1_000);
        Path log = Files.write(folder.resolve("cut.log.gz"), cutOff);
        Cli.Run run = Cli.run("check", log, file("bad.log", BAD));
        assertThat(run.trouble()).contains("cut.log.gz", "read").doesNotContain("output");
        assertThat(run.out().lines()).hasSize(2);
    }

    /** A folder as stdin opens, but cannot be read. */
    @Test
    void stdinThatCannotBeReadIsTroubleAndTheOthersAreRead() throws IOException {
        assumeThat(Path.of("/bin/sh")).isExecutable();
        String check = "\"$0\" \"$@\" check - '" + file("bad.log", BAD) + "' < '" + folder + "'";
        List<String> shell = new ArrayList<>(List.of("/bin/sh", "-c", check));
        shell.addAll(Cli.english());
        Cli.Run run = Cli.run(new byte[0], shell);
        assertThat(run.trouble()).contains("-: ", "read").doesNotContain("output");
        assertThat(run.out().lines()).hasSize(2);
    }

    @Test
    void anEmptyFileIsClean() throws IOException {
        Path empty = file("empty.log", "");
        assertThat(Cli.run("check", empty).ended(0)).isEmpty();
        assertThat(Cli.run("scan", empty).ended(0)).isEmpty();
    }

    @Test
    void lineEndsMakeNoDifference() throws IOException {
        String name = folder.resolve("bad.log").toString();
        file("bad.log", BAD);
        String found = Cli.run("scan", name).ended(0);
        assertThat(found.lines()).hasSize(3);
        for (String same : List.of(BAD.replace("\n", "\r\n"), BAD.strip(), "\uFEFF" + BAD)) {
            file("bad.log", same);
            assertThat(Cli.run("scan", name).ended(0)).isEqualTo(found);
        }
    }

    @Test
    void bytesThatAreNotUtf8DisturbNothingElse() throws IOException {
        Path log = Files.write(folder.resolve("latin1.log"), BAD.getBytes(ISO_8859_1));
        List<String> found = Cli.run("check", log).ended(1).lines().toList();
        assertThat(found.get(0)).startsWith(log + ":3:" + COLUMN + ": warning: 425 to \"RETR 550 gr\u00FCn.txt\": ");
        assertThat(found).hasSize(2);
    }

    /** PowerShell 5 writes logs like this when output is redirected. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void aLogInUtf16WithItsMarkIsRead(String charset) throws IOException {
        Path log = Files.write(folder.resolve("utf16.log"), ("\uFEFF" + BAD).getBytes(Charset.forName(charset)));
        assertThat(Cli.run("check", log).ended(1).lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith(log + ":3:" + COLUMN);
    }

    @Test
    void aVeryLongLineIsOneLine() throws IOException {
        Path log = file("long.log", CLEAN + "x".repeat(20_000_000) + "\n" + BAD);
        List<String> found = Cli.run("check", log).ended(1).lines().toList();
        assertThat(found).hasSize(2);
        assertThat(found.get(0)).startsWith(log + ":8:" + COLUMN + ": warning: 425");
    }

    @Test
    void aNewLanguageIsThatOfTheSystemOrTheOption() throws IOException {
        Path log = file("bad.log", BAD);
        List<String> russian = new ArrayList<>(WireServer.java());
        russian.addAll(1, List.of("-Duser.language=ru"));
        russian.addAll(List.of("check", log.toString()));
        assertThat(Cli.run(new byte[0], russian).ended(1)).containsPattern("\\p{IsCyrillic}");
        assertThat(Cli.run("check", "--language", "ru", log).ended(1)).containsPattern("\\p{IsCyrillic}");
        russian.addAll(List.of("--language", "EN"));
        assertThat(Cli.run(new byte[0], russian).ended(1)).doesNotContainPattern("\\p{IsCyrillic}");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static JsonArray array(String json) {
        return JsonParser.parseString(json).getAsJsonArray();
    }
}
