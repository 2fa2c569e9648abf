package io.github.ftploglens.lsp;

import io.github.ftploglens.feature.Definitions;
import io.github.ftploglens.feature.Folds;
import io.github.ftploglens.feature.Highlights;
import io.github.ftploglens.feature.InlayLabels;
import io.github.ftploglens.feature.Outline;
import io.github.ftploglens.feature.References;
import io.github.ftploglens.feature.Selections;
import io.github.ftploglens.feature.Tokens;
import io.github.ftploglens.text.Position;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** What an editor asks to show a document and to move in it. */
final class EditorRequests {
    private final Session session;
    private final Answers answers;

    EditorRequests(Session session, Answers answers) {
        this.session = session;
        this.answers = answers;
    }

    CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> symbols(String uri) {
        return answers.of(
                uri,
                List.of(),
                (knowledge, log) -> session.abilities().symbolTrees()
                        ? ToEditor.symbolTrees(Outline.of(knowledge, log))
                        : ToEditor.flatSymbols(uri, Outline.of(knowledge, log)));
    }

    /** Null where there is no FTP log: then an editor goes on folding as it does without us. */
    CompletableFuture<@Nullable List<FoldingRange>> folds(String uri) {
        Abilities.Folding able = session.abilities().folding();
        return answers.of(
                        uri,
                        Optional.<List<FoldingRange>>empty(),
                        (knowledge, log) -> Optional.of(log)
                                .filter(known -> !known.formats().isEmpty())
                                .map(known -> Folds.of(known, able.most()).stream()
                                        .map(fold -> ToEditor.fold(knowledge, known, fold, able))
                                        .toList()))
                .thenApply(folds -> folds.orElse(null));
    }

    /** One for each position, as the protocol wants it; none when the document is not open. */
    CompletableFuture<List<SelectionRange>> selections(String uri, List<org.eclipse.lsp4j.Position> positions) {
        List<Position> asked = positions.stream().map(From::position).toList();
        return answers.of(
                uri,
                List.of(),
                (knowledge, log) -> asked.stream()
                        .map(position -> ToEditor.selection(Selections.at(log, position)))
                        .toList());
    }

    CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            String uri, Position position) {
        return answers.of(
                uri,
                Either.forLeft(List.of()),
                (knowledge, log) -> Either.forLeft(Definitions.at(log, position).stream()
                        .map(region -> ToEditor.location(uri, region))
                        .toList()));
    }

    /** The same whether or not the client wants the declaration too: a log declares nothing. */
    CompletableFuture<List<? extends Location>> references(String uri, Position position) {
        return answers.of(
                uri,
                List.of(),
                (knowledge, log) -> References.at(log, position).stream()
                        .map(region -> ToEditor.location(uri, region))
                        .toList());
    }

    CompletableFuture<List<? extends DocumentHighlight>> highlights(String uri, Position position) {
        return answers.of(
                uri,
                List.of(),
                (knowledge, log) -> Highlights.at(log, position).stream()
                        .map(ToEditor::highlight)
                        .toList());
    }

    CompletableFuture<SemanticTokens> tokens(String uri, int first, int last) {
        return answers.of(uri, new SemanticTokens(List.of()), (knowledge, log) -> {
            TokenData data = new TokenData();
            Tokens.of(knowledge.catalogue(), log, first, last, data::add);
            return data.tokens();
        });
    }

    CompletableFuture<List<InlayHint>> inlayHints(String uri, int first, int last) {
        InlayLabels.Shown shown = session.inlayHints();
        return answers.of(
                uri,
                List.of(),
                (knowledge, log) -> InlayLabels.of(knowledge, log, shown, first, last).stream()
                        .map(ToEditor::inlayHint)
                        .toList());
    }
}
