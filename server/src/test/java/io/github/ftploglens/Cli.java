package io.github.ftploglens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the packaged jar as a shell does. */
final class Cli {
    private static final int PATIENCE_IN_SECONDS = 60;

    private Cli() {}

    /**
     * What a run left behind.
     *
     * @param exitCode the exit code of the process
     * @param out all that it wrote to stdout
     * @param err all that it wrote to stderr
     */
    record Run(int exitCode, String out, String err) {
        /** Checks that the run failed and told so in one line, which it returns. */
        String trouble() {
            assertThat(exitCode).as("%s", this).isEqualTo(2);
            assertThat(err).endsWith("\n").startsWith("ftp-log-server: ");
            assertThat(err.lines()).as("lines on stderr").hasSize(1);
            return err.strip();
        }

        /** Checks that the run ended with the exit code and wrote nothing to stderr; returns what it wrote to stdout. */
        String ended(int expected) {
            assertThat(err).isEmpty();
            assertThat(exitCode).as("%s", this).isEqualTo(expected);
            return out;
        }
    }

    static Run run(Object... arguments) {
        return feed(new byte[0], arguments);
    }

    /** Runs with so many bytes on stdin. */
    static Run feed(byte[] stdin, Object... arguments) {
        List<String> command = new ArrayList<>(english());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return run(stdin, command);
    }

    /** What starts the jar for a user of an English system. */
    static List<String> english() {
        List<String> command = new ArrayList<>(WireServer.java());
        command.add(1, "-Duser.language=en");
        return command;
    }

    static Run run(byte[] stdin, List<String> command) {
        try {
            Path in = Files.write(Files.createTempFile("cli", ".in"), stdin);
            Path err = Files.createTempFile("cli", ".err");
            Process process = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectError(err.toFile())
                    .start();
            String out;
            try (InputStream stdout = process.getInputStream()) {
                out = new String(stdout.readAllBytes(), UTF_8);
            }
            assertThat(process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)).isTrue();
            Run run = new Run(process.exitValue(), out, Files.readString(err));
            Files.delete(in);
            Files.delete(err);
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
