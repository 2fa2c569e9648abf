package io.github.ftploglens.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.ftploglens.feature.Comparisons;
import io.github.ftploglens.feature.Explanations;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.Markdown;
import io.github.ftploglens.feature.Page;
import io.github.ftploglens.feature.QuickFix;
import io.github.ftploglens.feature.Report;
import io.github.ftploglens.reply.Reply;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;

/** The commands that an editor may send; each takes one object. */
final class Commands {
    private static final String EXPLAIN = "ftpLog.explain";
    private static final String COMPARE = "ftpLog.compare";
    private static final String CODES = "ftpLog.codes";
    private static final String REPORT = "ftpLog.report";

    /** All of them. */
    static final List<String> NAMES = List.of(EXPLAIN, COMPARE, CODES, REPORT);

    private final Session session;
    private final Answers answers;
    private final Executor worker;

    Commands(Session session, Answers answers, Executor worker) {
        this.session = session;
        this.answers = answers;
        this.worker = worker;
    }

    /** The command that shows what the code action offers. */
    static String of(QuickFix fix) {
        return fix.codes().size() == 1 ? EXPLAIN : COMPARE;
    }

    /**
     * Runs a command.
     *
     * @return Markdown, or for {@value #CODES} an array of what there is to choose from; it fails with a {@link
     *     ResponseErrorException} when there is no such command, or its object is not what it takes
     */
    CompletableFuture<Object> run(ExecuteCommandParams params) {
        JsonObject argument = From.argument(params.getArguments());
        return switch (params.getCommand()) {
            case EXPLAIN -> answer(argument, knowledge -> explain(knowledge, argument));
            case COMPARE -> answer(argument, knowledge -> markdown(Comparisons.of(knowledge, From.codes(argument))));
            case CODES -> answer(argument, Commands::codes);
            case REPORT -> report(argument);
            default ->
                throw From.invalid(
                        "there is no command \"" + params.getCommand() + "\"; use one of " + String.join(", ", NAMES));
        };
    }

    private CompletableFuture<Object> answer(JsonObject argument, Function<Knowledge, Object> answer) {
        return session.knowledge().thenApplyAsync(knowledge -> answer.apply(in(argument, knowledge)), worker);
    }

    private static Knowledge in(JsonObject argument, Knowledge knowledge) {
        return From.string(argument, "language").map(knowledge::in).orElse(knowledge);
    }

    private String explain(Knowledge knowledge, JsonObject argument) {
        String number = From.number(argument);
        String verb = From.string(argument, "command").orElse("");
        return markdown(Explanations.of(knowledge, number, verb).orElseThrow(() -> From.noCode(number)));
    }

    private CompletableFuture<Object> report(JsonObject argument) {
        String uri = From.uri(argument);
        return answers.of(
                        uri,
                        Optional.<Object>empty(),
                        (knowledge, log) ->
                                Optional.of(markdown(Report.of(in(argument, knowledge), log, From.fileName(uri)))))
                .thenApply(report -> report.orElseThrow(
                        () -> From.invalid("\"" + uri + "\" is not open; open it, and send the command again")));
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
