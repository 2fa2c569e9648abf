package io.github.ftploglens.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.QuickFix;
import io.github.ftploglens.feature.QuickFix.Does;
import io.github.ftploglens.feature.QuickFixes;
import io.github.ftploglens.feature.Severities;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.reply.Key;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.text.Position;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/**
 * What an editor offers to do at a place. Nothing is computed before it is done. A client that can wait gets the command of
 * an action when the user has chosen it.
 */
final class Actions {
    private final Session session;
    private final Answers answers;

    Actions(Session session, Answers answers) {
        this.session = session;
        this.answers = answers;
    }

    /** What the server offers: which kinds, and whether their commands can be had later. */
    static CodeActionOptions options(Abilities abilities) {
        CodeActionOptions options = new CodeActionOptions(List.of(CodeActionKind.QuickFix, CodeActionKind.Source));
        options.setResolveProvider(abilities.codeActions() == Abilities.CodeActions.RESOLVED);
        return options;
    }

    CompletableFuture<List<Either<Command, CodeAction>>> at(CodeActionParams params) {
        String uri = params.getTextDocument().getUri();
        List<String> only = params.getContext().getOnly();
        return answers.quickly(
                uri,
                List.of(),
                (knowledge, log) -> fixes(knowledge, log, params)
                        .filter(fix -> isWanted(fix, only))
                        .map(fix -> action(fix, uri, params.getContext().getDiagnostics()))
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

    private Either<Command, CodeAction> action(QuickFix fix, String uri, List<Diagnostic> diagnostics) {
        if (session.abilities().codeActions() == Abilities.CodeActions.COMMANDS) {
            return Either.forLeft(command(fix, uri));
        }
        CodeAction action = new CodeAction(fix.title());
        action.setKind(kind(fix));
        List<Diagnostic> about =
                diagnostics.stream().filter(told -> isAbout(fix, told)).toList();
        if (!about.isEmpty()) {
            action.setDiagnostics(about);
        }
        if (session.abilities().codeActions() == Abilities.CodeActions.RESOLVED) {
            action.setData(data(fix, uri));
        } else {
            action.setCommand(command(fix, uri));
        }
        return Either.forRight(action);
    }

    private static boolean isAbout(QuickFix fix, Diagnostic told) {
        Either<String, Integer> code = told.getCode();
        return code != null
                && code.isLeft()
                && !fix.codes().isEmpty()
                && code.getLeft().equals(fix.codes().get(0).toString());
    }

    private static JsonObject data(QuickFix fix, String uri) {
        JsonObject data = new JsonObject();
        data.addProperty("uri", uri);
        data.addProperty("does", Key.of(fix.does()));
        data.addProperty("line", fix.line());
        if (!fix.codes().isEmpty()) {
            data.add("codes", codes(fix));
        }
        data.addProperty("verb", fix.verb());
        return data;
    }

    /** Gives the action its command. It fails when the action is none of ours. */
    CodeAction resolve(CodeAction action) {
        JsonObject data = action.getData() instanceof JsonObject object ? object : new JsonObject();
        Does does = Key.find(Does.class, From.string(data, "does").orElse(""))
                .orElseThrow(
                        () -> From.invalid("\"data\" is not that of an action of this server; send it back as it is"));
        String verb = From.string(data, "verb").orElse("");
        List<ReplyCode> codes = data.has("codes") ? From.codes(data) : List.of();
        action.setCommand(
                command(new QuickFix(action.getTitle(), does, codes, verb, From.line(data, "line")), From.uri(data)));
        return action;
    }

    private static JsonArray codes(QuickFix fix) {
        JsonArray codes = new JsonArray();
        fix.codes().forEach(code -> codes.add(code.toString()));
        return codes;
    }

    private Command command(QuickFix fix, String uri) {
        JsonObject argument = new JsonObject();
        if (!session.showsAnswers() && fix.does() != Does.IGNORE) {
            argument.addProperty("show", true);
        }
        String name = switch (fix.does()) {
            case EXPLAIN -> {
                argument.addProperty("code", fix.codes().get(0).toString());
                if (!fix.verb().isEmpty()) {
                    argument.addProperty("command", fix.verb());
                }
                yield Commands.EXPLAIN;
            }
            case COMPARE -> {
                argument.add("codes", codes(fix));
                yield Commands.COMPARE;
            }
            case IGNORE -> {
                argument.addProperty("code", fix.codes().get(0).toString());
                yield Commands.IGNORE;
            }
            case EXCERPT -> {
                argument.addProperty("uri", uri);
                argument.addProperty("session", fix.line());
                yield Commands.REDACT;
            }
            case REPORT -> {
                argument.addProperty("uri", uri);
                yield Commands.REPORT;
            }
        };
        return new Command(fix.title(), name, List.of(argument));
    }
}
