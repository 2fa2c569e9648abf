package io.github.ftploglens.reply;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every reply code and every command that we have facts about, in the order of their files. */
public final class ReplyCatalogue {
    private final Map<ReplyCode, Reply> replies;
    /** The same by their numbers. */
    private final @Nullable Reply[] byValue = new @Nullable Reply[1_000];

    private final Map<String, Command> commands;
    private final Map<String, String> aliases;
    private final Set<List<ReplyCode>> pairs;

    private ReplyCatalogue(
            Map<ReplyCode, Reply> replies,
            Map<String, Command> commands,
            Map<String, String> aliases,
            Set<List<ReplyCode>> pairs) {
        this.replies = replies;
        replies.forEach((code, reply) -> byValue[code.value()] = reply);
        this.commands = commands;
        this.aliases = aliases;
        this.pairs = pairs;
    }

    /**
     * Reads the facts.
     *
     * @param replies a file that obeys {@code replies.schema.json}
     * @param commands a file that obeys {@code commands.schema.json}
     * @param pairs a file that obeys {@code pairs.schema.json}
     */
    public static ReplyCatalogue load(Reader replies, Reader commands, Reader pairs) {
        Map<ReplyCode, Reply> byCode = new LinkedHashMap<>();
        for (JsonObject facts : objects(replies, "replies")) {
            Reply reply = reply(facts);
            byCode.put(reply.code(), reply);
        }
        Map<String, Command> byVerb = new LinkedHashMap<>();
        Map<String, String> aliases = new LinkedHashMap<>();
        for (JsonObject facts : objects(commands, "commands")) {
            Command command = command(facts);
            byVerb.put(command.verb().toUpperCase(Locale.ROOT), command);
            if (facts.has("alias")) {
                aliases.put(command.verb(), facts.get("alias").getAsString());
            }
        }
        Set<List<ReplyCode>> curated = new LinkedHashSet<>();
        for (JsonElement pair : JsonParser.parseReader(pairs).getAsJsonObject().getAsJsonArray("pairs")) {
            curated.add(codes(pair));
        }
        return new ReplyCatalogue(byCode, byVerb, aliases, curated);
    }

    public Optional<Reply> reply(ReplyCode code) {
        return Optional.ofNullable(byValue[code.value()]);
    }

    public Collection<Reply> replies() {
        return replies.values();
    }

    /** The command of that name, whatever the case of its letters. */
    public Optional<Command> command(String verb) {
        return Optional.ofNullable(find(verb));
    }

    private @Nullable Command find(String verb) {
        Command command = commands.get(verb);
        return command != null ? command : commands.get(verb.toUpperCase(Locale.ROOT));
    }

    public Collection<Command> commands() {
        return commands.values();
    }

    /** The verb in upper case; for an X command of RFC 775, such as {@code XPWD}, the verb that it became. */
    public String canonical(String verb) {
        String upper = verb.toUpperCase(Locale.ROOT);
        return aliases.getOrDefault(upper, upper);
    }

    /** Whether a standard or common practice lets the command get the reply; true where nothing is known of either. */
    public boolean mayAnswer(ReplyCode code, String verb) {
        String canonical = canonical(verb);
        Command command = find(canonical);
        Reply reply = byValue[code.value()];
        return command == null
                || reply == null
                || reply.mayAnswer(canonical)
                || command.replies().contains(code);
    }

    /** Whether there is a note written for the two codes, the lower one first. */
    public boolean hasNote(ReplyCode lower, ReplyCode higher) {
        return pairs.contains(List.of(lower, higher));
    }

    public Set<List<ReplyCode>> notedPairs() {
        return pairs;
    }

    private static List<JsonObject> objects(Reader file, String name) {
        List<JsonObject> objects = new ArrayList<>();
        JsonParser.parseReader(file)
                .getAsJsonObject()
                .getAsJsonArray(name)
                .forEach(element -> objects.add(element.getAsJsonObject()));
        return objects;
    }

    private static Reply reply(JsonObject facts) {
        return new Reply(
                new ReplyCode(Integer.parseInt(facts.get("code").getAsString())),
                constant(Reply.Status.class, facts, "status"),
                source(facts),
                Set.copyOf(strings(facts, "commands")),
                constant(Reply.Place.class, facts, "place"),
                constant(Reply.Awaits.class, facts, "awaits"),
                constant(Reply.Control.class, facts, "control"),
                constant(Reply.Data.class, facts, "data"),
                constant(Reply.Retry.class, facts, "retry"),
                facts.has("scope") ? constant(Reply.Scope.class, facts, "scope") : Reply.Scope.REQUEST,
                strings(facts, "next"),
                codes(facts.get("related")),
                facts.has("words") ? Set.copyOf(strings(facts, "words")) : Set.of(),
                meanings(facts));
    }

    private static List<Reply.Meaning> meanings(JsonObject facts) {
        List<Reply.Meaning> meanings = new ArrayList<>();
        if (facts.has("meanings")) {
            for (JsonElement element : facts.getAsJsonArray("meanings")) {
                JsonObject meaning = element.getAsJsonObject();
                meanings.add(new Reply.Meaning(
                        meaning.get("id").getAsString(), Set.copyOf(strings(meaning, "commands")), source(meaning)));
            }
        }
        return List.copyOf(meanings);
    }

    private static Command command(JsonObject facts) {
        List<ReplyCode> replies = new ArrayList<>();
        for (String outcome : List.of("preliminary", "success", "intermediate", "failure")) {
            replies.addAll(codes(facts.get(outcome)));
        }
        return new Command(
                facts.get("verb").getAsString(),
                facts.has("rfc") || facts.has("document") ? Optional.of(source(facts)) : Optional.empty(),
                constant(Command.Group.class, facts, "group"),
                constant(Command.Argument.class, facts, "argument"),
                List.copyOf(replies));
    }

    private static Source source(JsonObject facts) {
        if (!facts.has("rfc")) {
            return Source.document(facts.get("document").getAsString());
        }
        String section = facts.has("section") ? facts.get("section").getAsString() : "";
        return Source.rfc(facts.get("rfc").getAsInt(), section);
    }

    private static List<String> strings(JsonObject facts, String name) {
        List<String> strings = new ArrayList<>();
        facts.getAsJsonArray(name).forEach(element -> strings.add(element.getAsString()));
        return List.copyOf(strings);
    }

    private static List<ReplyCode> codes(JsonElement array) {
        List<ReplyCode> codes = new ArrayList<>();
        array.getAsJsonArray().forEach(element -> codes.add(new ReplyCode(Integer.parseInt(element.getAsString()))));
        return List.copyOf(codes);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonObject facts, String name) {
        return Enum.valueOf(type, facts.get(name).getAsString().toUpperCase(Locale.ROOT));
    }
}
