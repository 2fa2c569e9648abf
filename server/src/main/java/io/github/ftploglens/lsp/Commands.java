package io.github.ftploglens.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.ftploglens.feature.Comparisons;
import io.github.ftploglens.feature.Explanations;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.Markdown;
import io.github.ftploglens.feature.Page;
import io.github.ftploglens.feature.QuickFix;
import io.github.ftploglens.reply.Reply;
import java.util.Comparator;
import java.util.List;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** The commands that an editor may send; each takes one object. */
final class Commands {
    private static final String EXPLAIN = "ftpLog.explain";
    private static final String COMPARE = "ftpLog.compare";
    private static final String CODES = "ftpLog.codes";

    /** All of them. */
    static final List<String> NAMES = List.of(EXPLAIN, COMPARE, CODES);

    private Commands() {}

    /** The command that shows what the code action offers. */
    static String of(QuickFix fix) {
        return fix.codes().size() == 1 ? EXPLAIN : COMPARE;
    }

    /**
     * Runs a command.
     *
     * @return Markdown, or for {@value #CODES} an array of what there is to choose from
     * @throws ResponseErrorException when there is no such command, or its object is not what it takes
     */
    static Object run(Knowledge knowledge, ExecuteCommandParams params, Markdown.References references) {
        JsonObject argument = From.argument(params.getArguments());
        Knowledge known = From.string(argument, "language").map(knowledge::in).orElse(knowledge);
        return switch (params.getCommand()) {
            case EXPLAIN -> {
                String verb = From.string(argument, "command").orElse("");
                String number = From.number(argument);
                yield markdown(Explanations.of(known, number, verb).orElseThrow(() -> From.noCode(number)), references);
            }
            case COMPARE -> markdown(Comparisons.of(known, From.codes(argument)), references);
            case CODES -> codes(known);
            default ->
                throw new ResponseErrorException(new ResponseError(
                        ResponseErrorCode.InvalidParams,
                        "there is no command \"" + params.getCommand() + "\"; use one of " + String.join(", ", NAMES),
                        null));
        };
    }

    private static String markdown(Page page, Markdown.References references) {
        return Markdown.of(page, references);
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
