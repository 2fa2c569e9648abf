package io.github.ftploglens.log;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineSourceTest {
    private static final List<String> LINES =
            List.of("220 ready", "", "553 grün", "150 ファイル 🐦", "é".repeat(300), "226 done");

    @Test
    void linesEndAtLfAndACrBeforeItBelongsToTheLineEnd() throws IOException {
        assertThat(lines("a\nb\r\n\rc\n\nd", UTF_8)).containsExactly("a", "b", "\rc", "", "d");
        assertThat(lines("a\n", UTF_8)).containsExactly("a");
        assertThat(lines("\n", UTF_8)).containsExactly("");
        assertThat(lines("", UTF_8)).isEmpty();
        assertThat(lines("\uFEFF", UTF_8)).isEmpty();
        assertThat(lines("\uFEFFa", UTF_8)).containsExactly("a");
    }

    /** Bytes come in pieces, which end anywhere in a character. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 100_000})
    void howTheBytesComeMakesNoDifference(int atMost) throws IOException {
        String text = "\uFEFF" + String.join("\n", LINES) + "\n";
        for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
            InputStream bytes = new Dripping(text.getBytes(charset), atMost);
            assertThat(lines(LineSource.of("a.log", bytes, null)))
                    .as("%s", charset)
                    .isEqualTo(LINES);
        }
    }

    @Test
    void manyLinesAreReadInTheirOrder() throws IOException {
        Random random = new Random(959);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            expected.add(i + " " + "x".repeat(random.nextInt(40)));
        }
        assertThat(lines(String.join("\n", expected), UTF_8)).isEqualTo(expected);
    }

    @Test
    void theRestOfAVeryLongLineIsLeftOut() throws IOException {
        int longest = 1 << 20;
        for (int length : List.of(longest, longest + 1, 3 * longest - 1, 3 * longest, 3 * longest + 1, 9 * longest)) {
            assertThat(lines("a\n" + "x".repeat(length) + "\r\nb\nc\n", UTF_8))
                    .as("with a line of %d characters", length)
                    .containsExactly("a", "x".repeat(longest), "b", "c");
        }
        assertThat(lines("ก".repeat(longest + 5) + "\nb", UTF_8)).containsExactly("ก".repeat(longest), "b");
    }

    private static List<String> lines(String text, Charset charset) throws IOException {
        return lines(LineSource.of("a.log", new ByteArrayInputStream(text.getBytes(charset)), null));
    }

    private static List<String> lines(LineSource source) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = source.next(); line != null; line = source.next()) {
            lines.add(line);
        }
        return lines;
    }

    /** Gives at most so many bytes at a time. */
    private static final class Dripping extends InputStream {
        private final byte[] bytes;
        private final int atMost;
        private int at;

        Dripping(byte[] bytes, int atMost) {
            this.bytes = bytes;
            this.atMost = atMost;
        }

        @Override
        public int read() {
            return at == bytes.length ? -1 : bytes[at++] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int count) {
            int taken = Math.min(Math.min(count, atMost), bytes.length - at);
            System.arraycopy(bytes, at, into, from, taken);
            at += taken;
            return taken == 0 && count > 0 ? -1 : taken;
        }
    }
}
