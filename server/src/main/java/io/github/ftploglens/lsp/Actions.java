package io.github.ftploglens.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.Markdown;
import io.github.ftploglens.feature.QuickFix;
import io.github.ftploglens.feature.QuickFix.Does;
import io.github.ftploglens.feature.QuickFixes;
import io.github.ftploglens.feature.Severities;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.text.Position;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** What an editor offers to do at a place. Nothing is computed before it is done: there is nothing to resolve. */
final class Actions {
    /** The kinds that there are. */
    static final List<String> KINDS = List.of(CodeActionKind.QuickFix, CodeActionKind.Source);

    private final Session session;
    private final Answers answers;

    Actions(Session session, Answers answers) {
        this.session = session;
        this.answers = answers;
    }

    CompletableFuture<List<Either<Command, CodeAction>>> at(CodeActionParams params) {
        String uri = params.getTextDocument().getUri();
        List<String> only = params.getContext().getOnly();
        return answers.quickly(
                uri,
                List.of(),
                (knowledge, log) -> fixes(knowledge, log, params)
                        .filter(fix -> isWanted(fix, only))
                        .map(fix -> action(fix, uri))
                        .toList());
    }

    private Stream<QuickFix> fixes(Knowledge knowledge, LogDocument log, CodeActionParams params) {
        Position start = session.places(log).from(params.getRange().getStart());
        Position end = session.places(log).from(params.getRange().getEnd());
        Severities severities = session.settings().severities();
        return Stream.concat(
                QuickFixes.at(knowledge, log, severities, start, end).stream(),
                QuickFixes.ofLog(knowledge, log).stream());
    }

    private static boolean isWanted(QuickFix fix, @Nullable List<String> only) {
        return only == null || only.stream().anyMatch(kind(fix)::startsWith);
    }

    /** What concerns the whole log is no fix for a place in it. */
    private static String kind(QuickFix fix) {
        return fix.does() == Does.REPORT ? CodeActionKind.Source : CodeActionKind.QuickFix;
    }

    private Either<Command, CodeAction> action(QuickFix fix, String uri) {
        Command command = command(fix, uri);
        if (!session.abilities().codeActionLiterals()) {
            return Either.forLeft(command);
        }
        CodeAction action = new CodeAction(fix.title());
        action.setKind(kind(fix));
        action.setCommand(command);
        return Either.forRight(action);
    }

    private Command command(QuickFix fix, String uri) {
        JsonObject argument = new JsonObject();
        // A client that has our commands shows what they answer.
        if (session.references() == Markdown.References.PLAIN && fix.does() != Does.IGNORE) {
            argument.addProperty("show", true);
        }
        return switch (fix.does()) {
            case EXPLAIN -> {
                argument.addProperty("code", fix.codes().get(0).toString());
                if (!fix.verb().isEmpty()) {
                    argument.addProperty("command", fix.verb());
                }
                yield new Command(fix.title(), Commands.EXPLAIN, List.of(argument));
            }
            case COMPARE -> {
                JsonArray codes = new JsonArray();
                fix.codes().forEach(code -> codes.add(code.toString()));
                argument.add("codes", codes);
                yield new Command(fix.title(), Commands.COMPARE, List.of(argument));
            }
            case IGNORE -> {
                argument.addProperty("code", fix.codes().get(0).toString());
                yield new Command(fix.title(), Commands.IGNORE, List.of(argument));
            }
            case EXCERPT -> {
                argument.addProperty("uri", uri);
                argument.addProperty("session", fix.line());
                yield new Command(fix.title(), Commands.REDACT, List.of(argument));
            }
            case REPORT -> {
                argument.addProperty("uri", uri);
                yield new Command(fix.title(), Commands.REPORT, List.of(argument));
            }
        };
    }
}
