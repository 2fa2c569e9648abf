package io.github.ftploglens.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.Samples;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every language says all that English says. */
class LanguagesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+\\}");
    private static final Pattern SPAN = Pattern.compile("`[^`]*`");

    /** Three English words side by side, in lower case: a sentence that was left over. */
    private static final Pattern ENGLISH =
            Pattern.compile("\\b(the|and|is|of|to|with|after|not)\\b.*\\b(the|and|is|of|to|a)\\b");

    private final Map<String, Wording> wordings = Samples.knowledge().wordings();
    private final HintCatalogue hints = Samples.knowledge().hints();
    private final Wording english = Samples.knowledge().words();

    @Test
    void theLanguagesOfTheReferencePagesAreThere() {
        assertThat(wordings).containsOnlyKeys("en", "fr", "ja", "ru", "th");
    }

    /** Only rare server messages may be missing: there the English ones are shown, and it is said that they are English. */
    @TestFactory
    Stream<DynamicTest> everyLanguageHasEveryKeyAndNoOther() {
        Set<String> needed = new TreeSet<>(english.keys());
        needed.removeIf(key -> key.startsWith("hint.") && !isFrequent(key));
        return each(words -> assertThat(words.keys()).containsAll(needed).isSubsetOf(english.keys()));
    }

    private boolean isFrequent(String key) {
        return key.equals("hint.english")
                || hints.hints().stream()
                        .anyMatch(hint -> hint.isFrequent() && key.startsWith("hint." + hint.id() + "."));
    }

    @TestFactory
    Stream<DynamicTest> everyTextHasTheSamePlaceholders() {
        return each(words -> {
            for (String key : words.keys()) {
                assertThat(all(PLACEHOLDER, words.get(key))).as(key).isEqualTo(all(PLACEHOLDER, english.get(key)));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> commandsAndSettingsAreNotTranslated() {
        return each(words -> {
            for (String key : words.keys()) {
                assertThat(all(SPAN, words.get(key))).as(key).isEqualTo(all(SPAN, english.get(key)));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> noEnglishSentenceIsLeftOver() {
        return each(words -> {
            for (String key : words.keys()) {
                if (!words.language().equals(Wording.ENGLISH)) {
                    String plain = SPAN.matcher(words.get(key)).replaceAll("");
                    assertThat(ENGLISH.matcher(plain).find())
                            .as(key + ": " + plain)
                            .isFalse();
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> noTextDoublesAWordOrHasAStrayBlank() {
        return each(words -> {
            for (String key : words.keys()) {
                assertThat(words.get(key))
                        .as(key)
                        .doesNotContainPattern("(?iU)\\b(\\p{L}+) \\1\\b")
                        .doesNotContain("  ");
            }
        });
    }

    /** As the Royal Society of Thailand writes it. */
    @Test
    void theThaiSignOfRepetitionHasABlankBeforeIt() {
        Wording thai = wordings.get("th");
        for (String key : thai.keys()) {
            assertThat(thai.get(key)).as(key).doesNotContainPattern("[^ ]ๆ");
        }
    }

    @Test
    void anEnglishSentenceHasItsEnd() {
        for (String key : english.keys()) {
            if (key.matches("(reply|command)\\..*\\.(description|when|fix)|pair\\..*|fact\\..*|common\\..*")) {
                assertThat(english.get(key)).as(key).matches("(?s).*[.:?!]");
            }
        }
    }

    private Stream<DynamicTest> each(java.util.function.Consumer<Wording> test) {
        return Set.copyOf(wordings.values()).stream()
                .map(words -> DynamicTest.dynamicTest(words.language(), () -> test.accept(words)));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).sorted().toList();
    }
}
