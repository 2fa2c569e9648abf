package io.github.ftploglens.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.reply.ReplyCatalogue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every format proves itself by its samples. */
class FormatFilesTest {
    private final ReplyCatalogue catalogue = Samples.knowledge().catalogue();

    @TestFactory
    Stream<DynamicNode> everySampleHasItsPatternAndItsFields() {
        return formats()
                .flatMap(format -> format.patterns().stream()
                        .flatMap(pattern -> pattern.samples().stream()
                                .map(sample -> DynamicTest.dynamicTest(
                                        format.id() + ": " + sample.line(),
                                        () -> FormatProof.check(format, pattern, sample, format.id())))));
    }

    /** Whether by their layout or for want of evidence: a log of such lines is none of the format's. */
    @TestFactory
    Stream<DynamicNode> noCounterexampleBearsAReply() {
        return formats()
                .flatMap(format -> format.counterexamples().stream()
                        .map(line -> DynamicTest.dynamicTest(format.id() + ": " + line, () -> {
                            LogDocument log = LogDocument.open(catalogue, List.of(format), (line + "\n").repeat(10));
                            for (int i = 0; i < log.count(); i++) {
                                assertThat(log.line(i).marks()).isEmpty();
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicNode> everyFormatIsNamedAsItsFile() {
        return formats()
                .map(format -> DynamicTest.dynamicTest(
                        format.id(),
                        () -> assertThat(Samples.DATA.resolve("formats/" + format.id() + ".json"))
                                .exists()));
    }

    private static Stream<LogFormat> formats() {
        return Samples.knowledge().formats().stream();
    }
}
