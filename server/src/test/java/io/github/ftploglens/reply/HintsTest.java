package io.github.ftploglens.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.github.ftploglens.Samples;
import io.github.ftploglens.feature.Knowledge;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The reply texts of real servers are recognised, and each has a cause and a fix. */
class HintsTest {
    private final Knowledge knowledge = Samples.knowledge();
    private final HintCatalogue hints = knowledge.hints();

    @TestFactory
    Stream<DynamicTest> everyTextOfAServerIsRecognisedAsItsOwn() {
        return hints.hints().stream()
                .map(hint -> DynamicTest.dynamicTest(hint.id(), () -> {
                    ServerSoftware server = hints.server(hint.server()).orElseThrow();
                    for (String text : texts(hint.id())) {
                        for (ReplyCode code : hint.codes()) {
                            String said = text.replace("*", "x7");
                            assertThat(hints.find(code, said, java.util.Optional.of(server)))
                                    .hasValueSatisfying(
                                            found -> assertThat(found.server()).isEqualTo(hint.server()));
                        }
                    }
                }));
    }

    @Test
    void everyHintHasCauseAndFixAndNothingElseHas() {
        Set<String> expected = hints.hints().stream()
                .flatMap(hint -> Stream.of("hint." + hint.id() + ".cause", "hint." + hint.id() + ".fix"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> keys = knowledge.words().keys().stream()
                .filter(key -> key.startsWith("hint.") && !key.equals("hint.english"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(keys).isEqualTo(expected).hasSizeGreaterThan(500);
    }

    @Test
    void theKnownServerIsBelievedAndAnUnknownOneGuessed() {
        ReplyCode code = new ReplyCode(425);
        String text = "Can't build data connection: Connection refused";
        Set<String> senders = hints.hints().stream()
                .filter(hint -> hint.codes().contains(code) && hint.fitting(TextGlob.lower(text)) != null)
                .map(Hint::server)
                .collect(Collectors.toSet());
        for (String sender : senders) {
            assertThat(hints.find(code, text, hints.server(sender)))
                    .hasValueSatisfying(hint -> assertThat(hint.server()).isEqualTo(sender));
        }
    }

    @Test
    void everyFormatOfAServerExists() {
        Set<String> formats =
                knowledge.formats().stream().map(format -> format.id()).collect(Collectors.toSet());
        assertThat(hints.servers()).allSatisfy(server -> assertThat(formats).containsAll(server.formats()));
    }

    @Test
    void aGreetingTellsTheServer() {
        assertThat(hints.serverOfBanner("(vsFTPd 3.0.5)").map(ServerSoftware::id))
                .contains("vsftpd");
        assertThat(hints.serverOfBanner("Hello").map(ServerSoftware::id)).isEmpty();
    }

    @Test
    void aGlobFitsTheWholeText() {
        assertThat(new TextGlob("a*c").fits("A b C")).isTrue();
        assertThat(new TextGlob("a*c").fits("a b cd")).isFalse();
        assertThat(new TextGlob("a*c").fits(" ac ")).isTrue();
        assertThat(new TextGlob("ab*ba").fits("aba")).isFalse();
        assertThat(new TextGlob("*x*").fits("axb")).isTrue();
        assertThat(new TextGlob("abc").fits("ABC")).isTrue();
        assertThat(new TextGlob("*".repeat(50) + "z").fits("a".repeat(100_000))).isFalse();
    }

    private static Set<String> texts(String id) {
        Set<String> texts = new TreeSet<>();
        for (JsonElement hint : JsonParser.parseString(Samples.text(Samples.DATA.resolve("replies/hints.json")))
                .getAsJsonObject()
                .getAsJsonArray("hints")) {
            if (hint.getAsJsonObject().get("id").getAsString().equals(id)) {
                hint.getAsJsonObject().getAsJsonArray("texts").forEach(text -> texts.add(text.getAsString()));
            }
        }
        return texts;
    }
}
