package io.github.ftploglens.lsp;

import io.github.ftploglens.feature.Definitions;
import io.github.ftploglens.feature.Folds;
import io.github.ftploglens.feature.Highlights;
import io.github.ftploglens.feature.InlayLabels;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.Outline;
import io.github.ftploglens.feature.References;
import io.github.ftploglens.feature.Selections;
import io.github.ftploglens.feature.Tokens;
import io.github.ftploglens.log.LogDocument;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** What an editor asks to show a document and to move in it. */
final class EditorRequests {
    private final Session session;
    private final Answers answers;
    private final TokenResults sent = new TokenResults();

    EditorRequests(Session session, Answers answers) {
        this.session = session;
        this.answers = answers;
    }

    CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> symbols(String uri) {
        return answers.atLength(
                uri,
                List.of(),
                (knowledge, log) -> session.abilities().symbolTrees()
                        ? ToEditor.symbolTrees(Outline.of(knowledge, log), session.places(log))
                        : ToEditor.flatSymbols(uri, Outline.of(knowledge, log), session.places(log)));
    }

    /** Null where there is no FTP log: then an editor goes on folding as it does without us. */
    CompletableFuture<@Nullable List<FoldingRange>> folds(String uri) {
        Abilities.Folding able = session.abilities().folding();
        return answers.<List<FoldingRange>>atLength(
                uri,
                null,
                (knowledge, log) -> log.formats().isEmpty()
                        ? null
                        : Folds.of(log, able.most()).stream()
                                .map(fold -> ToEditor.fold(knowledge, log, session.places(log), fold, able))
                                .toList());
    }

    /** One for each position, as the protocol wants it; none when the document is not open. */
    CompletableFuture<List<SelectionRange>> selections(String uri, List<Position> positions) {
        return answers.quickly(uri, List.of(), (knowledge, log) -> {
            Places places = session.places(log);
            return positions.stream()
                    .map(position -> ToEditor.selection(Selections.at(log, places.from(position)), places))
                    .toList();
        });
    }

    CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            String uri, Position position) {
        return answers.quickly(
                uri,
                Either.forLeft(List.of()),
                (knowledge, log) ->
                        Either.forLeft(Definitions.at(log, session.places(log).from(position)).stream()
                                .map(region -> ToEditor.location(uri, region, session.places(log)))
                                .toList()));
    }

    /** The same whether or not the client wants the declaration too: a log declares nothing. */
    CompletableFuture<List<? extends Location>> references(String uri, Position position) {
        return answers.atLength(
                uri,
                List.of(),
                (knowledge, log) -> References.at(log, session.places(log).from(position)).stream()
                        .map(region -> ToEditor.location(uri, region, session.places(log)))
                        .toList());
    }

    CompletableFuture<List<? extends DocumentHighlight>> highlights(String uri, Position position) {
        return answers.quickly(
                uri,
                List.of(),
                (knowledge, log) -> Highlights.at(log, session.places(log).from(position)).stream()
                        .map(highlight -> ToEditor.highlight(highlight, session.places(log)))
                        .toList());
    }

    CompletableFuture<SemanticTokens> tokens(String uri) {
        return answers.atLength(
                uri, new SemanticTokens(List.of()), (knowledge, log) -> sent.whole(uri, all(knowledge, log)));
    }

    CompletableFuture<Either<SemanticTokens, SemanticTokensDelta>> tokensSince(String uri, String result) {
        return answers.atLength(
                uri,
                Either.forLeft(new SemanticTokens(List.of())),
                (knowledge, log) -> sent.since(uri, result, all(knowledge, log)));
    }

    CompletableFuture<SemanticTokens> tokens(String uri, int first, int last) {
        return answers.quickly(
                uri,
                new SemanticTokens(List.of()),
                (knowledge, log) -> new SemanticTokens(
                        TokenData.list(tokens(knowledge, log, first, last).numbers())));
    }

    void closed(String uri) {
        sent.forget(uri);
    }

    private TokenData all(Knowledge knowledge, LogDocument log) {
        return tokens(knowledge, log, 0, Integer.MAX_VALUE);
    }

    private TokenData tokens(Knowledge knowledge, LogDocument log, int first, int last) {
        TokenData data = new TokenData(session.places(log));
        Tokens.of(knowledge.catalogue(), log, first, last, data::add);
        return data;
    }

    CompletableFuture<List<InlayHint>> inlayHints(String uri, int first, int last) {
        InlayLabels.Shown shown = session.settings().inlayHints();
        return answers.quickly(
                uri,
                List.of(),
                (knowledge, log) -> InlayLabels.of(knowledge, log, shown, first, last).stream()
                        .map(label -> ToEditor.inlayHint(label, session.places(log)))
                        .toList());
    }
}
