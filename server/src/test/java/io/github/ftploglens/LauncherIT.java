package io.github.ftploglens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tarball, unpacked where its path has blanks, started as a shell or an editor starts it. */
final class LauncherIT {
    private static final String JAVA = System.getProperty("java.home");
    /** The commands that the launcher needs. */
    private static final List<String> TOOLS = List.of(
            "cat",
            "cksum",
            "dirname",
            "env",
            "find",
            "ls",
            "mkdir",
            "mv",
            "nice",
            "readlink",
            "rm",
            "sed",
            "sh",
            "sleep",
            "sync",
            "tr");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder = Path.of("");

    private Path home = Path.of("");
    private Path launcher = Path.of("");

    @BeforeEach
    void unpack() throws IOException {
        home = Tarball.unpackInto(Files.createDirectory(folder.resolve("my programs")));
        launcher = home.resolve("bin/ftp-log-lens");
    }

    @Test
    void theTarballHasWhatItNeedsAndItsLicences() throws IOException {
        assertThat(home.getFileName().toString()).startsWith("ftp-log-lens-");
        assertThat(launcher).isExecutable();
        assertThat(home.resolve("LICENSE")).content().contains("Apache License");
        assertThat(home.resolve("THIRD-PARTY-NOTICES.txt")).content().contains("LSP4J", "picocli");
        assertThat(home.resolve("editors.md")).content().contains("Neovim", "Emacs");
        String version = home.getFileName().toString().replace("ftp-log-lens-", "");
        assertThat(home.resolve("README.md")).content().startsWith("# FTP Log Lens " + version);
        assertThat(started(withJava(), "--version").ended(0)).isEqualTo("ftp-log-lens " + version + "\n");
    }

    @Test
    void theCommandLineSpeaksOfTheCommandThatWasTyped() {
        assertThat(started(withJava(), "explain", "425").ended(0)).startsWith("# FTP 425 ");
        assertThat(started(withJava(), "scan", LinkedLog.FILE).ended(0).lines()).hasSizeGreaterThan(100);
        assertThat(started(withJava(), "--help").ended(0))
                .contains("Usage: ftp-log-lens ", "Lists the failed replies of logs");
        assertThat(started(withJava(), "nonsense").err()).startsWith("ftp-log-lens: ");
    }

    @Test
    void aFileMayHaveAnyNameInAnyLocale() throws IOException {
        Path log = Files.copy(LinkedLog.FILE, folder.resolve("журнал ログ.log"));
        List<String> plain = withJava();
        plain.add("LC_ALL=C");
        assertThat(started(plain, "scan", log).ended(0).lines()).hasSizeGreaterThan(100);
    }

    @Test
    void itMayBeStartedThroughLinks() throws IOException {
        Path programs = Files.createDirectories(folder.resolve("other/bin"));
        Path absolute = Files.createSymbolicLink(programs.resolve("lens"), launcher);
        Path relative = Files.createSymbolicLink(folder.resolve("lens"), Path.of("other/bin/lens"));
        for (Path link : List.of(absolute, relative)) {
            assertThat(startedThrough(link, withJava(), "explain", "226").ended(0))
                    .startsWith("# FTP 226 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--stdio"})
    void editorsStartIt(String argument) {
        List<String> command = command(withJava(), launcher);
        if (!argument.isEmpty()) {
            command.add(argument);
        }
        try (WireClient client = WireClient.of(command)) {
            assertThat(client.initialize("{}", "{}").has("hoverProvider")).isTrue();
            client.open("file:///ftp.log", "220 (vsFTPd 3.0.5)\r\nUSER bob\r\n331 Please specify the password.\r\n");
            assertThat(client.hoverText("file:///ftp.log", 2, 1)).startsWith("331 · ");
            assertThat(client.shutDown()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en_US.UTF-8, no Java is found: install Java 17 or newer",
        "fr_FR.UTF-8, aucun Java trouvé",
        "ja_JP.UTF-8, Javaが見つかりません",
        "../../x, no Java is found",
        "C, no Java is found"
    })
    void withoutJavaItSaysWhatToDo(String locale, String words) throws IOException {
        Cli.Run run = started(List.of("PATH=" + withoutJava(), "LANG=" + locale), "explain", "425");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("ftp-log-lens: " + words).endsWith("\n");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void aJavaThatIsTooOldIsNamedOrPassedOver() throws IOException {
        Path old = Files.createDirectories(folder.resolve("old java/bin")).getParent();
        Path program = executable(old.resolve("bin/java"), "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
        List<String> alone = List.of("JAVA_HOME=" + old, "PATH=" + withoutJava());
        assertThat(started(alone, "--version").err())
                .isEqualTo("ftp-log-lens: " + program
                        + " is Java 11.0.2: install Java 17 or newer, or set JAVA_HOME to its folder\n");
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"A\"\nJAVA_VERSION=\"1.8.0_402\"\n");
        Cli.Run run = started(alone, "--version");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(" is Java 1.8.0_402: ");
        List<String> both = List.of("JAVA_HOME=" + old, "PATH=" + JAVA + "/bin:" + withoutJava());
        assertThat(started(both, "--version").ended(0)).startsWith("ftp-log-lens ");
    }

    /** The first language server has its classes archived; what comes after it takes the archive. */
    @Test
    void anArchiveOfTheClassesIsMadeOnceInTheBackground() throws Exception {
        List<String> environment = new ArrayList<>(List.of(
                "PATH=" + withoutJava(), "JAVA_HOME=" + JAVA, "FTP_LOG_LENS_ARCHIVE_DELAY=0", "LANG=en_US.UTF-8"));
        Path cache = folder.resolve("my cache");
        environment.add("XDG_CACHE_HOME=" + cache);
        assertThat(started(environment, "explain", "425").ended(0)).startsWith("# FTP 425 ");
        assertThat(cache).as("made for editors only").doesNotExist();
        serve(environment);
        Path archive = awaitArchive(cache.resolve("ftp-log-lens"));
        environment.add("FTP_LOG_LENS_OPTS=-Xlog:cds:file=" + folder.resolve("cds.log") + ":none");
        serve(environment);
        assertThat(folder.resolve("cds.log"))
                .content()
                .contains(archive.getFileName().toString());
        assertThat(started(environment, "explain", "425").ended(0)).startsWith("# FTP 425 ");
        try (Stream<Path> files = Files.list(archive.getParent())) {
            assertThat(files).containsExactly(archive);
        }
    }

    @Test
    void whereNothingCanBeKeptItStartsAllTheSame() throws IOException {
        Path noFolder = Files.writeString(folder.resolve("file"), "");
        List<String> environment = List.of(
                "PATH=" + withoutJava(),
                "JAVA_HOME=" + JAVA,
                "FTP_LOG_LENS_ARCHIVE_DELAY=0",
                "XDG_CACHE_HOME=" + noFolder);
        serve(environment);
        serve(List.of("PATH=" + withoutJava(), "JAVA_HOME=" + JAVA));
        assertThat(noFolder).isEmptyFile();
    }

    @Test
    void shellsGetAScriptThatCompletes() throws IOException {
        Path script = Files.writeString(
                folder.resolve("complete.sh"), started(withJava(), "completion").ended(0));
        String typed = "source " + script + "; COMP_WORDS=(ftp-log-lens che); COMP_CWORD=1; _complete_ftp-log-lens;"
                + " echo \"${COMPREPLY[@]}\"";
        assertThat(Cli.run(new byte[0], List.of("bash", "--norc", "-c", typed)).ended(0))
                .isEqualTo("check\n");
    }

    /** Windows itself is not at hand: what it needs of the file is checked, and that it starts the server as the other one does. */
    @Test
    void windowsHasALauncherOfItsOwn() throws IOException {
        String windows = Files.readString(home.resolve("bin/ftp-log-lens.cmd"));
        assertThat(windows.replace("\r\n", "")).as("line ends").doesNotContain("\n");
        assertThat(windows).contains("launcher.java.missing", "launcher.java.old");
        String other = Files.readString(launcher).replace("\\\n  ", "");
        String options = windows.substring(windows.indexOf("-Xlog:disable "), windows.indexOf("%HEAP%"));
        assertThat(options).contains("-XX:+UseSerialGC", "-Dfile.encoding=UTF-8");
        assertThat(other).contains(options + "\"$heap\"");
        assertThat(List.of(windows, other)).allMatch(text -> text.contains("=-Xms192m") && text.contains("=-Xms24m"));
    }

    private void serve(List<String> environment) {
        try (WireClient client = WireClient.of(command(environment, launcher))) {
            client.initialize("{}", "{}");
            assertThat(client.shutDown()).isZero();
        }
    }

    private static Path awaitArchive(Path folder) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Thread.sleep(200);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    List<Path> archives = files.toList();
                    if (archives.size() == 1 && archives.get(0).toString().endsWith(".jsa")) {
                        assertThat(archives.get(0)).isNotEmptyFile();
                        return archives.get(0);
                    }
                }
            }
        }
        throw new AssertionError("no archive in " + folder);
    }

    /** An environment with Java, in which no archive is made. */
    private static List<String> withJava() {
        return new ArrayList<>(
                List.of("PATH=" + JAVA + "/bin:/usr/bin:/bin", "LANG=en_US.UTF-8", "XDG_CACHE_HOME=/dev/null/nothing"));
    }

    /** A folder with the commands that the launcher needs, and without Java. */
    private Path withoutJava() throws IOException {
        Path programs = folder.resolve("programs");
        if (!Files.exists(programs)) {
            Files.createDirectory(programs);
            for (String name : TOOLS) {
                Path program = Stream.of("/bin", "/usr/bin")
                        .map(place -> Path.of(place, name))
                        .filter(Files::exists)
                        .findFirst()
                        .orElseThrow();
                executable(programs.resolve(name), "exec " + program + " \"$@\"");
            }
        }
        return programs;
    }

    private static Path executable(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private Cli.Run started(List<String> environment, Object... arguments) {
        return Cli.run(new byte[0], command(environment, launcher, arguments));
    }

    private static Cli.Run startedThrough(Path program, List<String> environment, Object... arguments) {
        return Cli.run(new byte[0], command(environment, program, arguments));
    }

    private static List<String> command(List<String> environment, Path program, Object... arguments) {
        List<String> command = new ArrayList<>(List.of("env", "-i"));
        command.addAll(environment);
        command.add(program.toString());
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        return command;
    }
}
