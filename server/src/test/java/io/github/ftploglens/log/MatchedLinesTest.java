package io.github.ftploglens.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.format.LogFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Lines whose patterns were found beforehand are what they are when a scanner finds the patterns itself. */
class MatchedLinesTest {
    private static final int AT_ONCE = 7;

    private final Knowledge knowledge = Samples.knowledge();

    @TestFactory
    Stream<DynamicTest> everyLineIsTheSameAsWithoutThem() {
        return Stream.of(Samples.CORPUS, Samples.LINKED)
                .flatMap(folder -> Samples.logs(folder).stream())
                .map(log -> DynamicTest.dynamicTest(log.getFileName().toString(), () -> same(log)));
    }

    private void same(Path log) {
        String text = Samples.text(log);
        List<String> lines = text.lines().toList();
        List<LogFormat> formats = knowledge.open(text).formats();
        LineScanner alone = new LineScanner(knowledge.catalogue(), knowledge.formats(), formats, LineState.START);
        LineScanner scanner = new LineScanner(knowledge.catalogue(), knowledge.formats(), formats, LineState.START);
        MatchedLines matched = new MatchedLines(formats);
        for (int from = 0; from < lines.size(); from += AT_ONCE) {
            List<String> batch = lines.subList(from, Math.min(from + AT_ONCE, lines.size()));
            matched.match(batch);
            assertThat(matched.count()).isEqualTo(batch.size());
            for (int i = 0; i < batch.size(); i++) {
                assertThat(scanner.next(matched, i)).as(batch.get(i)).isEqualTo(alone.next(batch.get(i)));
            }
        }
        assertThat(scanner.state()).isEqualTo(alone.state());
    }
}
