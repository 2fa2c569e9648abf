package io.github.ftploglens.log;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Reads bytes as text: as UTF-8, and lines that are none in the code page that the log seems to have. Servers write the names
 * of files as clients have sent them, so that one log may hold both.
 */
final class TextDecoder {
    private static final byte LF = '\n';
    private static final char NO_TEXT = '\uFFFD';

    /** So many bytes of lines that are no UTF-8 are enough to tell the code page. */
    private static final int LONGEST_SAMPLE = 8_192;

    /** The code page of Western Europe: nearly any bytes are text in it. */
    private static final String WESTERN = "windows-1252";

    /**
     * The encodings in which systems write logs, by the names that the detector gives them. It takes a few words of Russian for
     * Hebrew, whose letters are the same bytes.
     */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("WINDOWS-1251", "windows-1251"),
            Map.entry("MACCYRILLIC", "windows-1251"),
            Map.entry("ISO-8859-8", "windows-1251"),
            Map.entry("WINDOWS-1255", "windows-1251"),
            Map.entry("ISO-8859-5", "ISO-8859-5"),
            Map.entry("KOI8-R", "KOI8-R"),
            Map.entry("IBM866", "IBM866"),
            Map.entry("TIS620", "x-windows-874"),
            Map.entry("SHIFT_JIS", "windows-31j"),
            Map.entry("EUC-JP", "EUC-JP"),
            Map.entry("EUC-KR", "x-windows-949"),
            Map.entry("GB18030", "GB18030"),
            Map.entry("BIG5", "Big5"));

    private final byte[] sample = new byte[LONGEST_SAMPLE];
    private int sampled;
    private Charset codePage = Charset.forName(WESTERN);

    /** The text of the first bytes, which are whole lines. */
    String text(byte[] bytes, int count) {
        String text = new String(bytes, 0, count, StandardCharsets.UTF_8);
        return text.indexOf(NO_TEXT) < 0 ? text : lines(bytes, count);
    }

    private String lines(byte[] bytes, int count) {
        int before = sampled;
        for (int from = 0; from < count && sampled < LONGEST_SAMPLE; from = endOfLine(bytes, from, count)) {
            int length = endOfLine(bytes, from, count) - from;
            if (!isUtf8(bytes, from, length)) {
                int taken = Math.min(length, LONGEST_SAMPLE - sampled);
                System.arraycopy(bytes, from, sample, sampled, taken);
                sampled += taken;
            }
        }
        codePage = sampled == before ? codePage : codePage();
        StringBuilder text = new StringBuilder(count);
        for (int from = 0; from < count; from = endOfLine(bytes, from, count)) {
            int length = endOfLine(bytes, from, count) - from;
            boolean isUtf8 = isUtf8(bytes, from, length);
            text.append(new String(bytes, from, length, isUtf8 ? StandardCharsets.UTF_8 : codePage));
        }
        return text.toString();
    }

    private static int endOfLine(byte[] bytes, int from, int count) {
        int end = from;
        while (end < count && bytes[end] != LF) {
            end++;
        }
        return Math.min(count, end + 1);
    }

    private Charset codePage() {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(sample, 0, sampled);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        Charset found = Charset.forName(name == null ? WESTERN : KNOWN.getOrDefault(name, WESTERN));
        // Where a guess is wrong, a character of two bytes would swallow a quote.
        return faults(found, sample, 0, sampled) == 0 ? found : Charset.forName(WESTERN);
    }

    /** Whether the bytes are UTF-8 but for a few: a client may have sent anything within a text that is. */
    private static boolean isUtf8(byte[] bytes, int from, int length) {
        int characters = 0;
        int others = 0;
        for (int i = from; i < from + length; i++) {
            characters += (bytes[i] & 0xC0) == 0xC0 ? 1 : 0;
            others += bytes[i] < 0 ? 1 : 0;
        }
        return others == 0 || faults(StandardCharsets.UTF_8, bytes, from, length) * 4 <= characters;
    }

    /** How often the bytes are no text in the encoding; the last character may be cut off. */
    private static int faults(Charset encoding, byte[] bytes, int from, int length) {
        CharsetDecoder decoder = encoding.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes, from, length);
        CharBuffer out = CharBuffer.allocate(length + 1);
        int faults = 0;
        for (CoderResult result = decoder.decode(in, out, false);
                result.isError();
                result = decoder.decode(in, out, false)) {
            faults++;
            in.position(in.position() + result.length());
        }
        return faults;
    }
}
