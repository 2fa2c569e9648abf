package io.github.ftploglens.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.SessionLens;
import io.github.ftploglens.log.LogDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * What stands above sessions. Which sessions there are is known at once; what stands there is read when an editor shows it.
 * A lens that does nothing has a command without a name, which editors show as text.
 */
final class Lenses {
    private static final String COUNTS = "counts";
    private static final String NEXT = "next";
    private static final String REPORT = "report";

    private final Session session;
    private final Answers answers;

    Lenses(Session session, Answers answers) {
        this.session = session;
        this.answers = answers;
    }

    CompletableFuture<List<? extends CodeLens>> of(String uri) {
        return answers.atLength(uri, List.of(), (knowledge, log) -> {
            // A client that shows nothing can do nothing with them.
            boolean shows =
                    session.showsAnswers() || session.abilities().workspace().showsDocuments();
            List<CodeLens> lenses = new ArrayList<>();
            for (int line : SessionLens.lines(log)) {
                lenses.add(lens(uri, line, COUNTS));
                if (shows) {
                    lenses.add(lens(uri, line, NEXT));
                    lenses.add(lens(uri, line, REPORT));
                }
            }
            return lenses;
        });
    }

    private static CodeLens lens(String uri, int line, String what) {
        JsonObject data = new JsonObject();
        data.addProperty("uri", uri);
        data.addProperty("line", line);
        data.addProperty("what", what);
        return new CodeLens(new Range(new Position(line, 0), new Position(line, 0)), null, data);
    }

    /** The lens with what stands there, in the document as it is now. */
    CompletableFuture<CodeLens> resolve(CodeLens lens) {
        JsonElement data = lens.getData() instanceof JsonElement json ? json : new JsonObject();
        String uri = From.string(data, "uri").orElse("");
        String what = From.string(data, "what").orElse(COUNTS);
        CodeLens resolved = new CodeLens(lens.getRange(), new Command("", ""), lens.getData());
        return answers.quickly(uri, resolved, (knowledge, log) -> {
            resolved.setCommand(
                    command(knowledge, log, uri, lens.getRange().getStart().getLine(), what));
            return resolved;
        });
    }

    private Command command(Knowledge knowledge, LogDocument log, String uri, int line, String what) {
        JsonObject argument = new JsonObject();
        argument.addProperty("uri", uri);
        argument.addProperty("show", !session.showsAnswers());
        return switch (what) {
            case NEXT -> {
                argument.addProperty("line", line);
                yield new Command(knowledge.words().get("lens.next"), Commands.NEXT_FAILURE, List.of(argument));
            }
            case REPORT -> new Command(knowledge.words().get("lens.report"), Commands.REPORT, List.of(argument));
            default ->
                new Command(
                        SessionLens.at(knowledge, log, line)
                                .map(SessionLens::title)
                                .orElse(""),
                        "");
        };
    }
}
