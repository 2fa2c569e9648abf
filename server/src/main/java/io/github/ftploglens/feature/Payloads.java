package io.github.ftploglens.feature;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.ServerSoftware;
import io.github.ftploglens.reply.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes what replies and commands carry in their text: addresses, sizes, times, paths, features. */
final class Payloads {
    private static final int MOST_FEATURES = 40;

    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.])(\\d{1,19})(?![\\d.])");
    private static final Pattern IPV4 = Pattern.compile("(?<![\\d.])((?:\\d{1,3}\\.){3}\\d{1,3})(?![\\d.])");

    /** {@code 0.012 seconds (measured here), 1.23 Mbytes per second}. */
    private static final Pattern STATISTICS = Pattern.compile(
            "(\\d{1,9}(?:\\.\\d{1,9})?) seconds[^,]{0,40}, (\\d{1,9}(?:\\.\\d{1,9})? [KMG]?bytes per second)");

    private static final Pattern BYTES = Pattern.compile("(\\d{1,19}) bytes");

    /** RFC 3659 §2.3: UTC, perhaps with a fraction of a second. */
    private static final Pattern TIME =
            Pattern.compile("\\b(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(?:\\.\\d{1,9})?\\b");

    /** A quote inside is doubled (RFC 959, Appendix II). */
    private static final Pattern PATH = Pattern.compile("\"((?:[^\"]|\"\")*+)\"");

    private Payloads() {}

    /** What the reply at the line carries, in whole sentences. */
    static List<List<Inline>> of(Knowledge knowledge, LogDocument document, int line, Mark mark) {
        Wording words = knowledge.words();
        ScannedLine scanned = document.line(line);
        LogText log = new LogText(scanned, document.text(line));
        String text = log.replyText(mark);
        return switch (mark.code().value()) {
            case 227 -> address(words, DataAddress.ofReply(mark.code(), text), serverAddress(document, line), log);
            case 228, 229 -> address(words, DataAddress.ofReply(mark.code(), text), "", log);
            case 213 -> scanned.verb().equals("MDTM") ? time(words, text) : size(words, NUMBER, text);
            case 257 -> path(words, text);
            case 125, 150 -> size(words, BYTES, text);
            case 350 ->
                scanned.verb().equals("REST") ? one(words, "payload.offset", "size", find(NUMBER, text)) : List.of();
            case 215 ->
                one(words, "payload.system", "system", Optional.of(text.strip()).filter(name -> !name.isEmpty()));
            case 211 -> features(words, document, line);
            case 220 ->
                one(
                        words,
                        "payload.server",
                        "server",
                        knowledge.hints().serverOfBanner(text).map(ServerSoftware::name));
            case 226 -> statistics(words, text);
            default -> List.of();
        };
    }

    /** What the argument of the command carries, in whole sentences. */
    static List<List<Inline>> of(Wording words, ScannedLine scanned, String lineText) {
        LogText log = new LogText(scanned, lineText);
        return address(words, DataAddress.ofCommand(scanned.verb(), log.command()), log.field(Field.CLIENT), log);
    }

    private static List<List<Inline>> address(
            Wording words, Optional<DataAddress> decoded, String expected, LogText log) {
        if (decoded.isEmpty()) {
            return List.of();
        }
        DataAddress address = decoded.get();
        List<List<Inline>> sentences = new ArrayList<>();
        Map<String, Object> values =
                Map.of("address", address.toString(), "port", address.port(), "client", log.field(Field.CLIENT));
        String key = address.address().isEmpty() ? "payload.port" : "payload.address";
        sentences.add(Inline.prose(words.get(key), values));
        boolean differs =
                !expected.isEmpty() && !address.address().equals(expected) && !expected.endsWith(address.address());
        if (differs) {
            String warning = log.field(Field.CLIENT).equals(expected) ? "differs" : "elsewhere";
            sentences.add(Inline.prose(
                    words.get("payload.warning." + warning), Map.of("client", expected, "server", expected)));
        } else {
            address.warning()
                    .ifPresent(warning -> sentences.add(Inline.prose(words.get("payload.warning." + warning), values)));
        }
        return sentences;
    }

    /** The address that a client's log says it connected to at the beginning of the session, or empty. */
    private static String serverAddress(LogDocument document, int line) {
        ScannedLine scanned = document.line(line);
        int start = scanned.session() == ScannedLine.NONE ? line : line - scanned.session();
        ScannedLine first = document.line(start);
        boolean ofClient =
                new LogText(first, document.text(start)).field(Field.CLIENT).isEmpty();
        return first.role() == ScannedLine.Role.CONNECT && ofClient
                ? find(IPV4, document.text(start)).orElse("")
                : "";
    }

    /** Pure-FTPd and Serv-U tell how long a transfer took and how fast it was. */
    private static List<List<Inline>> statistics(Wording words, String text) {
        Matcher found = STATISTICS.matcher(text);
        return found.find()
                ? List.of(Inline.prose(
                        words.get("payload.statistics"), Map.of("seconds", found.group(1), "rate", found.group(2))))
                : List.of();
    }

    private static List<List<Inline>> size(Wording words, Pattern pattern, String text) {
        return one(words, "payload.size", "size", find(pattern, text));
    }

    private static List<List<Inline>> time(Wording words, String text) {
        Matcher time = TIME.matcher(text);
        Optional<String> found = time.find()
                ? Optional.of(time.group(1) + "-" + time.group(2) + "-" + time.group(3) + " " + time.group(4) + ":"
                        + time.group(5) + ":" + time.group(6))
                : Optional.empty();
        return one(words, "payload.time", "time", found);
    }

    private static List<List<Inline>> path(Wording words, String text) {
        return one(words, "payload.path", "path", find(PATH, text).map(path -> path.replace("\"\"", "\"")));
    }

    /** The features that the lines of a multi-line reply to FEAT name, one a line (RFC 2389 §3.2). */
    private static List<List<Inline>> features(Wording words, LogDocument document, int line) {
        ScannedLine first = document.line(line);
        if (!first.verb().equals("FEAT")) {
            return List.of();
        }
        int command = line - first.command();
        List<String> features = new ArrayList<>();
        for (int i = command + 1; i < document.count() && features.size() < MOST_FEATURES; i++) {
            ScannedLine other = document.line(i);
            boolean sameSession = other.session() != ScannedLine.NONE && i - other.session() == line - first.session();
            if (sameSession && other.role() == ScannedLine.Role.INNER) {
                features.add(new LogText(other, document.text(i))
                        .said()
                        .replace("??", "")
                        .strip());
            } else if (sameSession
                    && (other.isCommand() || (i > line && !other.marks().isEmpty()))) {
                break;
            }
        }
        Optional<String> list = features.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", features));
        return one(words, "payload.features", "features", list);
    }

    private static Optional<String> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        Optional<String> last = Optional.empty();
        while (matcher.find()) {
            last = Optional.of(matcher.group(1));
        }
        return last;
    }

    private static List<List<Inline>> one(Wording words, String key, String name, Optional<String> value) {
        return value.map(found -> List.of(Inline.prose(words.get(key), Map.of(name, found))))
                .orElse(List.of());
    }
}
