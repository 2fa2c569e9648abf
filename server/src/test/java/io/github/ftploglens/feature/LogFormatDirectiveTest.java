package io.github.ftploglens.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import io.github.ftploglens.format.Field;
import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.ScannedLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A proftpd.conf is as good as a format file: its LogFormat directives say how the lines of its logs are laid out. */
class LogFormatDirectiveTest {
    private static final Path FOLDER = Samples.CORPUS.resolveSibling("logformat");

    @TempDir
    private Path folder;

    private final Knowledge knowledge = Samples.knowledge();

    @ParameterizedTest
    @ValueSource(strings = {"full", "pipes", "json", "tabs"})
    void logsOfARealServerAreReadByItsConfiguration(String name) throws IOException {
        Knowledge known = read(FOLDER.resolve("proftpd.conf"));
        String text = Samples.text(FOLDER.resolve(name + ".log"));
        LogDocument log = LogDocument.open(known.catalogue(), known.formats(), text);
        assertThat(log.formats()).first().extracting(LogFormat::id).isEqualTo("proftpd-" + name);
        assertThat(codes(log)).isEqualTo(codesOfJson()).hasSize(86);
        for (int line = 0; line < log.count() - 1; line++) {
            assertThat(log.line(line).verb()).as(log.text(line)).isNotEmpty();
        }
    }

    @Test
    void connectionsAreToldApartByTheirProcess() throws IOException {
        Knowledge known = read(FOLDER.resolve("proftpd.conf"));
        LogDocument log =
                LogDocument.open(known.catalogue(), known.formats(), Samples.text(FOLDER.resolve("full.log")));
        assertThat(IntStream.range(0, log.count())
                        .filter(line -> log.line(line).session() != ScannedLine.NONE)
                        .map(line -> line - log.line(line).session())
                        .distinct())
                .hasSize(2);
        LogText line = new LogText(log.line(9), log.text(9));
        assertThat(line.command()).isEqualTo("CWD nosuch 230");
        assertThat(line.field(Field.TEXT)).isEqualTo("nosuch 230: No such file or directory");
        assertThat(line.field(Field.USER)).isEqualTo("bob");
        assertThat(line.field(Field.CLIENT)).isEqualTo("192.0.2.7");
        assertThat(line.field(Field.TIME)).startsWith("2026-11-20 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "LogFormat a \"%h %q %s\"     ! a.conf:1: LogFormat has the unknown variable \"%q\"; use",
                "#\\nLogFormat a \"%{nosuch} %s\" ! a.conf:2: LogFormat has the unknown variable \"%{nosuch}\"",
                "LogFormat a \"%h %u\"        ! a.conf: no LogFormat has the reply code; add %s",
                "LogFormat a \"%r%u %s\"      ! a.conf:1: the parts of a line of LogFormat \"a\" cannot be told",
                "LogFormat a \"%b%s\"         ! a.conf:1: the parts of a line of LogFormat \"a\" cannot be told",
                "ServerName x               ! a.conf: this is no format file, and no configuration with a LogFormat",
                "LogFormat a                ! a.conf: this is no format file, and no configuration with a LogFormat"
            })
    void whatCannotBeUnderstoodIsTold(String configuration, String complaint) throws IOException {
        Path file = Files.writeString(folder.resolve("a.conf"), configuration.replace("\\n", "\n"));
        List<String> refused = new ArrayList<>();
        Knowledge known = UserFormats.into(knowledge, List.of(file.toString()), refused::add);
        assertThat(refused).singleElement().asString().contains(complaint);
        assertThat(known.formats()).isEqualTo(knowledge.formats());
    }

    private Knowledge read(Path file) {
        return UserFormats.into(knowledge, List.of(file.toString()), refused -> {
            throw new AssertionError(refused);
        });
    }

    private static List<String> codes(LogDocument log) {
        return IntStream.range(0, log.count())
                .boxed()
                .flatMap(line -> log.line(line).marks().stream().map(mark -> line + ":" + mark.code()))
                .toList();
    }

    /** All logs have the same commands in the same order; in the one in JSON the codes are found without the product. */
    private static List<String> codesOfJson() {
        Pattern code = Pattern.compile("\"code\":(\\d{3}),\"ms\"");
        List<String> lines = Samples.text(FOLDER.resolve("json.log")).lines().toList();
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(line ->
                        code.matcher(lines.get(line)).results().map((MatchResult found) -> line + ":" + found.group(1)))
                .toList();
    }
}
