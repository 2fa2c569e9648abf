package io.github.ftploglens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log that is still being written, as in {@code tail -f vsftpd.log | java -jar … check -}. */
final class CliLiveIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(strings = {"check", "scan"})
    void aFailureIsToldWhileTheLogIsStillWritten(String command) throws Exception {
        List<String> line = new ArrayList<>(Cli.english());
        line.addAll(List.of(command, "-"));
        Process process = new ProcessBuilder(line).start();
        try (OutputStream stdin = process.getOutputStream();
                BufferedReader stdout = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (int i = 1; i <= 3; i++) {
                String log = """
                        Fri Nov 20 05:08:39 2026 [pid 7] [bob] FTP command: Client "192.0.2.7", "RETR NAME.txt"
                        Fri Nov 20 05:08:39 2026 [pid 7] [bob] FTP response: Client "192.0.2.7", "425 Failed to establish connection."
                        """;
                stdin.write(log.replace("NAME", Integer.toString(i)).getBytes(UTF_8));
                stdin.flush();
                String told = Assertions.assertTimeoutPreemptively(PATIENCE, stdout::readLine);
                assertThat(told).contains("425", command.equals("check") ? i + ".txt" : "\"line\":" + 2 * i);
            }
        } finally {
            process.destroy();
        }
    }
}
