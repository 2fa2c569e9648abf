package io.github.ftploglens.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.ftploglens.Samples;
import io.github.ftploglens.feature.Knowledge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The data of the product is whole and agrees with itself. */
class DataFilesTest {
    /** RFC 959 §4.2.2; RFC 1123 §4.1.3.4; RFC 1639 §3; RFC 2228 §5; RFC 2428 §3. */
    private static final List<Integer> STANDARD = List.of(
            110, 120, 125, 150, 200, 202, 211, 212, 213, 214, 215, 220, 221, 225, 226, 227, 228, 229, 230, 232, 234,
            235, 250, 257, 331, 332, 334, 335, 336, 350, 421, 425, 426, 431, 450, 451, 452, 500, 501, 502, 503, 504,
            521, 522, 530, 532, 533, 534, 535, 536, 537, 550, 551, 552, 553, 554, 555, 631, 632, 633);

    private static final List<String> PARTS = List.of("name", "description", "when", "fix", "brief", "cause", "action");

    private final Knowledge knowledge = Samples.knowledge();
    private final ReplyCatalogue catalogue = knowledge.catalogue();

    @TestFactory
    Stream<DynamicTest> everyFileObeysTheSchemaThatItNames() throws IOException {
        try (Stream<Path> files = Files.walk(Samples.DATA)) {
            List<Path> data = files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.toString().endsWith(".schema.json"))
                    .sorted()
                    .toList();
            assertThat(data).isNotEmpty();
            return data.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> obeys(file)));
        }
    }

    @Test
    void allStandardRepliesAreThere() {
        assertThat(catalogue.replies().stream()
                        .filter(reply -> reply.status() == Reply.Status.STANDARD)
                        .map(reply -> reply.code().value()))
                .containsExactlyInAnyOrderElementsOf(STANDARD);
    }

    @Test
    void everyReplyHasItsWordsAndEveryWordItsReply() {
        Set<String> expected = new TreeSet<>();
        for (Reply reply : catalogue.replies()) {
            for (String part : PARTS) {
                expected.add("reply." + reply.code() + "." + part);
                reply.meanings()
                        .forEach(meaning -> expected.add("reply." + reply.code() + "." + meaning.id() + "." + part));
            }
        }
        assertThat(keys("reply.")).isEqualTo(expected);
    }

    @Test
    void everyCommandHasItsWordsAndEveryWordItsCommand() {
        Set<String> expected = catalogue.commands().stream()
                .flatMap(command ->
                        Stream.of("meaning", "description").map(part -> "command." + command.key() + "." + part))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(keys("command.")).isEqualTo(expected);
    }

    @Test
    void everyPairHasItsNoteAndEveryNoteItsPair() {
        Set<String> expected = catalogue.notedPairs().stream()
                .map(pair -> "pair." + pair.get(0) + "." + pair.get(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(keys("pair.")).isEqualTo(expected).hasSizeGreaterThanOrEqualTo(40);
        assertThat(catalogue.notedPairs())
                .allSatisfy(pair -> assertThat(pair).isSorted().hasSize(2));
    }

    @Test
    void whatAReplyNamesExists() {
        for (Reply reply : catalogue.replies()) {
            assertThat(reply.related()).doesNotContain(reply.code()).allSatisfy(this::isKnown);
            reply.commands().stream()
                    .filter(verb -> !verb.equals(Reply.ANY_COMMAND))
                    .forEach(this::isKnown);
            reply.next().forEach(this::isKnown);
            reply.meanings().forEach(meaning -> meaning.commands().forEach(this::isKnown));
        }
        catalogue.commands().forEach(command -> command.replies().forEach(this::isKnown));
        catalogue.notedPairs().forEach(pair -> pair.forEach(this::isKnown));
    }

    @Test
    void theFactsAgreeWithTheFirstDigit() {
        for (Reply reply : catalogue.replies()) {
            ReplyKind kind = reply.code().kind();
            if (kind == ReplyKind.PROTECTED) {
                continue;
            }
            assertThat(reply.awaits())
                    .as(reply.code().toString())
                    .isEqualTo(
                            switch (kind) {
                                case PRELIMINARY -> Reply.Awaits.REPLY;
                                case INTERMEDIATE -> Reply.Awaits.COMMAND;
                                default -> Reply.Awaits.NONE;
                            });
        }
    }

    private Set<String> keys(String prefix) {
        return knowledge.words().keys().stream()
                .filter(key -> key.startsWith(prefix))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void isKnown(ReplyCode code) {
        assertThat(catalogue.reply(code)).as(code.toString()).isPresent();
    }

    private void isKnown(String verb) {
        assertThat(catalogue.command(verb)).as(verb).isPresent();
    }

    private static void obeys(Path file) throws IOException {
        String text = Files.readString(file);
        String name = text.replaceFirst("(?s)^\\s*\\{\\s*\"\\$schema\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(file.resolveSibling(name).normalize()), InputFormat.JSON);
        assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
    }
}
