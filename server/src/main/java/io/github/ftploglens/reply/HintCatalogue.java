package io.github.ftploglens.reply;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The reply texts of real servers that we know cause and fix of. */
public final class HintCatalogue {
    /** Shorter texts, as "Permission denied.", other servers send too. */
    private static final int DISTINCTIVE = 30;

    private final List<ServerSoftware> servers;
    private final List<Hint> hints;
    private final Map<ReplyCode, List<Hint>> byCode = new HashMap<>();

    private HintCatalogue(List<ServerSoftware> servers, List<Hint> hints) {
        this.servers = List.copyOf(servers);
        this.hints = List.copyOf(hints);
        for (Hint hint : hints) {
            hint.codes()
                    .forEach(code -> byCode.computeIfAbsent(code, key -> new ArrayList<>())
                            .add(hint));
        }
    }

    /** Reads a file that obeys {@code hints.schema.json}. */
    public static HintCatalogue load(Reader file) {
        JsonObject json = JsonParser.parseReader(file).getAsJsonObject();
        List<ServerSoftware> servers = new ArrayList<>();
        for (JsonElement element : json.getAsJsonArray("servers")) {
            JsonObject server = element.getAsJsonObject();
            servers.add(new ServerSoftware(
                    server.get("id").getAsString(),
                    server.get("name").getAsString(),
                    globs(server.getAsJsonArray("banners")),
                    Set.copyOf(strings(server.getAsJsonArray("formats")))));
        }
        List<Hint> hints = new ArrayList<>();
        for (JsonElement element : json.getAsJsonArray("hints")) {
            JsonObject hint = element.getAsJsonObject();
            Set<ReplyCode> codes = new HashSet<>();
            strings(hint.getAsJsonArray("codes")).forEach(code -> codes.add(new ReplyCode(Integer.parseInt(code))));
            hints.add(new Hint(
                    hint.get("id").getAsString(),
                    hint.get("server").getAsString(),
                    Set.copyOf(codes),
                    globs(hint.getAsJsonArray("texts")),
                    hint.has("frequent")));
        }
        return new HintCatalogue(servers, hints);
    }

    public List<Hint> hints() {
        return hints;
    }

    public List<ServerSoftware> servers() {
        return servers;
    }

    /** The server of that id. */
    public Optional<ServerSoftware> server(String id) {
        return servers.stream().filter(server -> server.id().equals(id)).findFirst();
    }

    /** The server that alone writes logs of the format. */
    public Optional<ServerSoftware> serverOfFormat(String format) {
        return servers.stream()
                .filter(server -> server.formats().contains(format))
                .findFirst();
    }

    /** The server that greets so; a greeting can be configured, so it is no proof. */
    public Optional<ServerSoftware> serverOfBanner(String greeting) {
        String lower = TextGlob.lower(greeting);
        for (ServerSoftware server : servers) {
            for (TextGlob banner : server.banners()) {
                if (banner.fitsLower(lower)) {
                    return Optional.of(server);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The hint for a reply.
     *
     * @param text the text of the reply without its code
     * @param server the server if it is known; of an unknown one a hint is given only when no other server says the same
     */
    public Optional<Hint> find(ReplyCode code, String text, Optional<ServerSoftware> server) {
        String lower = TextGlob.lower(text);
        Hint best = null;
        int most = -1;
        for (Hint hint : byCode.getOrDefault(code, List.of())) {
            boolean isServers =
                    server.isPresent() && hint.server().equals(server.get().id());
            TextGlob glob = isServers || server.isEmpty() ? hint.fitting(lower) : null;
            boolean says = glob != null && (isServers || (!glob.isOpen() && glob.literals() >= DISTINCTIVE));
            if (glob == null || !says) {
                continue;
            }
            if (server.isEmpty() && best != null && !best.server().equals(hint.server())) {
                return Optional.empty();
            }
            if (glob.literals() > most) {
                best = hint;
                most = glob.literals();
            }
        }
        return Optional.ofNullable(best);
    }

    private static List<TextGlob> globs(JsonArray texts) {
        return strings(texts).stream().map(TextGlob::new).toList();
    }

    private static List<String> strings(JsonArray array) {
        List<String> strings = new ArrayList<>();
        array.forEach(element -> strings.add(element.getAsString()));
        return List.copyOf(strings);
    }
}
