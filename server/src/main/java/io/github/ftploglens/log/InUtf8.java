package io.github.ftploglens.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A text in another encoding, as bytes in UTF-8: the lines of every log are then looked for in one way. */
final class InUtf8 extends InputStream {
    private final Reader text;
    private final char[] read = new char[1 << 14];
    private byte[] encoded = new byte[0];
    private int at;

    InUtf8(InputStream bytes, Charset charset) {
        text = new InputStreamReader(bytes, charset);
    }

    @Override
    public int read() throws IOException {
        return fill() ? encoded[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(count, encoded.length - at);
        System.arraycopy(encoded, at, into, from, taken);
        at += taken;
        return taken;
    }

    private boolean fill() throws IOException {
        while (at == encoded.length) {
            // The reader never ends between the two halves of a character.
            int count = text.read(read);
            if (count < 0) {
                return false;
            }
            encoded = new String(read, 0, count).getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
