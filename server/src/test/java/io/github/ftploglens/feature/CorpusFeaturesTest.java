package io.github.ftploglens.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.text.Edit;
import io.github.ftploglens.text.Position;
import io.github.ftploglens.text.RandomText;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every feature on every recorded log: it answers, its places lie inside the log, and every code that is marked is explained. */
class CorpusFeaturesTest {
    /** In columns. */
    private static final int BETWEEN_HOVERS = 11;

    private final Knowledge knowledge = Samples.knowledge();

    @TestFactory
    Stream<DynamicTest> everyFeatureAnswersOnEveryLog() {
        return Stream.of(Samples.CORPUS, Samples.LINKED)
                .flatMap(folder -> Samples.logs(folder).stream())
                .map(log -> DynamicTest.dynamicTest(log.getFileName().toString(), () -> everything(log)));
    }

    private void everything(Path log) {
        LogDocument document = knowledge.open(Samples.text(log));
        for (Finding finding : Findings.of(knowledge, Severities.USUAL, document)) {
            String line = document.text(finding.line());
            assertThat(finding.span().of(line)).isEqualTo(finding.code().toString());
            assertThat(finding.message()).doesNotContain("{").isNotBlank();
            for (Finding.Related place : finding.related()) {
                assertThat(place.message()).doesNotContain("{").isNotBlank();
                assertThat(place.span().end())
                        .isLessThanOrEqualTo(document.text(place.line()).length());
            }
        }
        for (int i = 0; i < document.count(); i++) {
            for (Mark mark : document.line(i).marks()) {
                Position at = new Position(i, mark.column());
                assertThat(Hovers.at(knowledge, document, at)).isPresent();
                assertThat(QuickFixes.at(knowledge, document, Severities.USUAL, at, at))
                        .isNotEmpty();
            }
            hovers(document, i);
        }
    }

    /** Those of a line, wherever it has one. */
    private void hovers(LogDocument document, int line) {
        String text = document.text(line);
        for (int column = 0; column < text.length(); column += BETWEEN_HOVERS) {
            Hovers.at(knowledge, document, new Position(line, column)).ifPresent(hover -> {
                assertThat(hover.span().of(text)).isNotEmpty();
                assertThat(PlainText.of(hover.page())).isNotBlank().doesNotContain("{");
            });
        }
    }

    @TestFactory
    Stream<DynamicTest> whatAnEditorShowsOfALogLiesInsideAndIsInOrder() {
        return Stream.of(Samples.CORPUS, Samples.LINKED)
                .flatMap(folder -> Samples.logs(folder).stream())
                .map(log -> DynamicTest.dynamicTest(log.getFileName().toString(), () -> {
                    LogDocument document = knowledge.open(Samples.text(log));
                    EditorFeatures.of(knowledge, document).check(document);
                    Random random = new Random(log.getFileName().toString().hashCode());
                    Edit edit = RandomText.edit(random, document.lines(), RandomText.of(random, 30));
                    LogDocument fresh = knowledge.open(RandomText.apply(document.lines(), edit));
                    EditorFeatures edited = EditorFeatures.of(knowledge, document.edit(edit));
                    edited.check(fresh);
                    assertThat(edited).isEqualTo(EditorFeatures.of(knowledge, fresh));
                }));
    }
}
