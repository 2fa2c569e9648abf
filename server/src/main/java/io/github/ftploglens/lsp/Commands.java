package io.github.ftploglens.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.ftploglens.feature.Comparisons;
import io.github.ftploglens.feature.Explanations;
import io.github.ftploglens.feature.FailedReplies;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.Markdown;
import io.github.ftploglens.feature.Page;
import io.github.ftploglens.feature.Recognition;
import io.github.ftploglens.feature.Redaction;
import io.github.ftploglens.feature.Report;
import io.github.ftploglens.feature.SessionComparison;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.Tally;
import io.github.ftploglens.lsp.From.LineRange;
import io.github.ftploglens.reply.Reply;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.jspecify.annotations.Nullable;

/** The commands that an editor may send; each takes one object. */
final class Commands {
    static final String EXPLAIN = "ftpLog.explain";
    static final String COMPARE = "ftpLog.compare";
    private static final String CODES = "ftpLog.codes";
    static final String REPORT = "ftpLog.report";
    private static final String ANALYZE_FILE = "ftpLog.analyzeFile";
    static final String REDACT = "ftpLog.redact";
    static final String IGNORE = "ftpLog.ignore";
    private static final String COMPARE_SESSIONS = "ftpLog.compareSessions";
    private static final String FORMATS = "ftpLog.formats";
    private static final String STATUS = "ftpLog.status";
    static final String NEXT_FAILURE = "ftpLog.nextFailure";

    /** All of them. */
    static final List<String> NAMES = List.of(
            EXPLAIN,
            COMPARE,
            CODES,
            REPORT,
            ANALYZE_FILE,
            REDACT,
            COMPARE_SESSIONS,
            FORMATS,
            STATUS,
            NEXT_FAILURE,
            IGNORE);

    private final Session session;
    private final Configuration configuration;
    private final Answers answers;
    private final Analysis analysis;
    private final Workers workers;
    private final ShownPages pages;

    Commands(Session session, Configuration configuration, Answers answers, Analysis analysis, Workers workers) {
        this.session = session;
        this.configuration = configuration;
        this.answers = answers;
        this.analysis = analysis;
        this.workers = workers;
        this.pages = new ShownPages(session);
    }

    /**
     * Runs a command.
     *
     * @return Markdown; but for {@value #CODES} an array of what there is to choose from, for {@value #STATUS} the formats
     *     and counts of a log, for {@value #NEXT_FAILURE} a location, or null in a log without failed replies, for
     *     {@value #IGNORE} what to set to keep it so. It fails with a {@link ResponseErrorException} when there is no such
     *     command, or its object is not what it takes
     */
    CompletableFuture<@Nullable Object> run(ExecuteCommandParams params) {
        JsonObject argument = From.argument(params.getArguments());
        CompletableFuture<@Nullable Object> answer = answer(params, argument);
        return From.isTrue(argument, "show")
                ? answer.thenApply(value ->
                        value instanceof String page ? pages.show(title(params.getCommand(), argument), page) : value)
                : answer;
    }

    /** What a page is called: the command, and the log or the codes that it is about. */
    private static String title(String command, JsonObject argument) {
        String subject = argument.has("uri")
                ? fileName(argument)
                : argument.has("code")
                        ? From.number(argument)
                        : String.valueOf(argument.get("codes"))
                                .replaceAll("[^0-9]+", " ")
                                .strip();
        return command.replace("ftpLog.", "") + "-" + subject;
    }

    private CompletableFuture<@Nullable Object> answer(ExecuteCommandParams params, JsonObject argument) {
        return switch (params.getCommand()) {
            case EXPLAIN -> answer(argument, knowledge -> explain(knowledge, argument));
            case COMPARE -> answer(argument, knowledge -> markdown(Comparisons.of(knowledge, From.codes(argument))));
            case CODES -> answer(argument, Commands::codes);
            case REPORT -> report(argument);
            case ANALYZE_FILE -> answers.isOpen(From.uri(argument)) ? report(argument) : analysis.of(params, argument);
            case REDACT -> redact(argument);
            case COMPARE_SESSIONS -> compareSessions(argument);
            case FORMATS -> formats(argument);
            case STATUS -> ofLog(argument, Commands::status);
            case NEXT_FAILURE -> nextFailure(argument);
            case IGNORE -> ignore(argument);
            default ->
                throw From.invalid(
                        "there is no command \"" + params.getCommand() + "\"; use one of " + String.join(", ", NAMES));
        };
    }

    private CompletableFuture<Object> answer(JsonObject argument, Function<Knowledge, Object> answer) {
        return session.knowledge().thenApplyAsync(knowledge -> answer.apply(in(argument, knowledge)), workers.quick());
    }

    static Knowledge in(JsonObject argument, Knowledge knowledge) {
        return From.string(argument, "language").map(knowledge::in).orElse(knowledge);
    }

    private String explain(Knowledge knowledge, JsonObject argument) {
        String number = From.number(argument);
        String verb = From.string(argument, "command").orElse("");
        return markdown(Explanations.of(knowledge, number, verb).orElseThrow(() -> From.noCode(number)));
    }

    private CompletableFuture<Object> report(JsonObject argument) {
        return page(argument, (knowledge, log) -> Report.of(knowledge, log, fileName(argument)));
    }

    private CompletableFuture<Object> redact(JsonObject argument) {
        if (argument.has("session")) {
            int line = From.line(argument, "session");
            return page(argument, (knowledge, log) -> Redaction.excerpt(knowledge, log, line));
        }
        Optional<LineRange> lines = From.lineRange(argument, "range");
        return page(argument, (knowledge, log) -> {
            LineRange range = lines.orElse(new LineRange(0, log.count() - 1));
            return Redaction.of(knowledge, log, range.first(), range.last());
        });
    }

    private CompletableFuture<Object> ignore(JsonObject argument) {
        return CompletableFuture.completedFuture(configuration.ignore(From.code(From.number(argument))));
    }

    private CompletableFuture<Object> compareSessions(JsonObject argument) {
        List<Integer> lines = From.lines(argument, "lines");
        return page(argument, (knowledge, log) -> {
            try {
                return SessionComparison.of(knowledge, log, fileName(argument), lines);
            } catch (SessionComparison.Incomparable e) {
                throw From.invalid(fileName(argument) + ": " + e.getMessage());
            }
        });
    }

    private CompletableFuture<Object> formats(JsonObject argument) {
        return page(argument, (knowledge, log) -> Recognition.of(knowledge, log).page(knowledge, fileName(argument)));
    }

    private CompletableFuture<Object> nextFailure(JsonObject argument) {
        String uri = From.uri(argument);
        int line = From.line(argument, "line");
        FailedReplies.Direction direction = From.direction(argument);
        boolean shows =
                From.isTrue(argument, "show") && session.abilities().workspace().showsDocuments();
        return ofLog(argument, (knowledge, log) -> {
            Places places = session.places(log);
            Optional<Location> found =
                    FailedReplies.beside(log, line, direction).map(region -> ToEditor.location(uri, region, places));
            if (shows) {
                found.ifPresent(place -> pages.goTo(place.getUri(), place.getRange()));
            }
            return found.orElse(null);
        });
    }

    /** Answers with a page about the open document that the argument names, whose lines it links to. */
    private CompletableFuture<Object> page(JsonObject argument, BiFunction<Knowledge, LogDocument, Page> feature) {
        return ofLog(
                argument,
                (knowledge, log) ->
                        Markdown.of(feature.apply(knowledge, log), session.references(), From.uri(argument)));
    }

    /** Answers from the open document that the argument names, in the language that it asks for. */
    private CompletableFuture<Object> ofLog(JsonObject argument, BiFunction<Knowledge, LogDocument, Object> answer) {
        String uri = From.uri(argument);
        if (!answers.isOpen(uri)) {
            throw From.invalid("\"" + uri + "\" is not open; open it, and send the command again");
        }
        return answers.atLength(uri, null, (knowledge, log) -> answer.apply(in(argument, knowledge), log));
    }

    private static String fileName(JsonObject argument) {
        return From.fileName(From.uri(argument));
    }

    private static JsonObject status(Knowledge knowledge, LogDocument log) {
        JsonArray formats = new JsonArray();
        log.formats().forEach(format -> formats.add(Recognition.title(knowledge, format)));
        JsonObject status = new JsonObject();
        status.add("formats", formats);
        // What follows the last line break is a line to the editor, but not to the reader.
        boolean isEnded = log.text(log.count() - 1).isEmpty();
        status.addProperty("lines", isEnded ? log.count() - 1 : log.count());
        Tally tally = log.tally();
        status.addProperty("replies", tally.replies());
        status.addProperty("failures", tally.failures());
        return status;
    }

    private String markdown(Page page) {
        return Markdown.of(page, session.references());
    }

    private static JsonArray codes(Knowledge knowledge) {
        JsonArray codes = new JsonArray();
        List<Reply> replies = knowledge.catalogue().replies().stream()
                .sorted(Comparator.comparing(Reply::code))
                .toList();
        for (Reply reply : replies) {
            JsonObject choice = new JsonObject();
            choice.addProperty("code", reply.code().toString());
            choice.addProperty("name", knowledge.words().get("reply." + reply.code() + ".name"));
            choice.addProperty(
                    "kind", knowledge.words().get("kind." + reply.code().kind().key()));
            codes.add(choice);
        }
        return codes;
    }
}
