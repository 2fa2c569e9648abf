package io.github.ftploglens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The tarball as a user unpacks it. */
final class Tarball {
    private Tarball() {}

    /** Unpacks it below a folder; returns the one folder that it holds. */
    static Path unpackInto(Path folder) throws IOException {
        Cli.Run run =
                Cli.run(new byte[0], List.of("tar", "-xzf", System.getProperty("tarball"), "-C", folder.toString()));
        assertThat(run.exitCode()).as("%s", run).isZero();
        try (var unpacked = Files.list(folder)) {
            return unpacked.findFirst().orElseThrow();
        }
    }
}
