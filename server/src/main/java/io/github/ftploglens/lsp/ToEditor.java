package io.github.ftploglens.lsp;

import io.github.ftploglens.feature.Fold;
import io.github.ftploglens.feature.Folds;
import io.github.ftploglens.feature.Highlight;
import io.github.ftploglens.feature.InlayLabel;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.Region;
import io.github.ftploglens.feature.Symbol;
import io.github.ftploglens.log.LogDocument;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** From our own values to what an editor shows of a document, or moves to in it. */
final class ToEditor {
    private ToEditor() {}

    static List<Either<SymbolInformation, DocumentSymbol>> symbolTrees(List<Symbol> symbols, Places places) {
        return symbols.stream()
                .map(symbol -> Either.<SymbolInformation, DocumentSymbol>forRight(tree(symbol, places)))
                .toList();
    }

    private static DocumentSymbol tree(Symbol symbol, Places places) {
        return new DocumentSymbol(
                symbol.name(),
                kind(symbol.kind()),
                places.range(symbol.region()),
                places.range(symbol.selection()),
                symbol.detail(),
                symbol.children().stream().map(child -> tree(child, places)).toList());
    }

    /** The entries one after the other, each with the name of the one that it belongs to. */
    static List<Either<SymbolInformation, DocumentSymbol>> flatSymbols(
            String uri, List<Symbol> symbols, Places places) {
        List<Either<SymbolInformation, DocumentSymbol>> flat = new ArrayList<>();
        symbols.forEach(symbol -> flatten(uri, symbol, null, places, flat));
        return flat;
    }

    /** Deprecated in the protocol in favour of trees, for clients that do not know these. */
    @SuppressWarnings("deprecation")
    private static void flatten(
            String uri,
            Symbol symbol,
            @Nullable String container,
            Places places,
            List<Either<SymbolInformation, DocumentSymbol>> flat) {
        flat.add(Either.forLeft(symbol(uri, symbol, container, places)));
        symbol.children().forEach(child -> flatten(uri, child, symbol.name(), places, flat));
    }

    @SuppressWarnings("deprecation")
    static SymbolInformation symbol(String uri, Symbol symbol, @Nullable String container, Places places) {
        SymbolInformation information =
                new SymbolInformation(symbol.name(), kind(symbol.kind()), location(uri, symbol.region(), places));
        if (container != null) {
            information.setContainerName(container);
        }
        return information;
    }

    private static SymbolKind kind(Symbol.Kind kind) {
        return switch (kind) {
            case SESSION -> SymbolKind.Namespace;
            case LOGIN -> SymbolKind.Key;
            case TRANSFER -> SymbolKind.File;
            case FAILURE -> SymbolKind.Event;
            case MORE -> SymbolKind.Null;
        };
    }

    static FoldingRange fold(Knowledge knowledge, LogDocument log, Places places, Fold fold, Abilities.Folding able) {
        FoldingRange range = new FoldingRange(fold.first(), fold.last());
        if (!able.wholeLines()) {
            range.setStartCharacter(
                    places.column(fold.first(), log.text(fold.first()).length()));
            range.setEndCharacter(
                    places.column(fold.last(), log.text(fold.last()).length()));
        }
        switch (fold.kind()) {
            case SESSION -> range.setKind(FoldingRangeKind.Region);
            case BANNER -> range.setKind(FoldingRangeKind.Comment);
            case REPLY -> {
                // The protocol has no kind for it.
            }
        }
        if (able.collapsedText()) {
            range.setCollapsedText(Folds.text(knowledge, log, fold));
        }
        return range;
    }

    /** The smallest region, whose parents are the larger ones. */
    static SelectionRange selection(List<Region> regions, Places places) {
        SelectionRange selection = new SelectionRange(places.range(regions.get(regions.size() - 1)), null);
        for (int i = regions.size() - 2; i >= 0; i--) {
            selection = new SelectionRange(places.range(regions.get(i)), selection);
        }
        return selection;
    }

    static Location location(String uri, Region region, Places places) {
        return new Location(uri, places.range(region));
    }

    static DocumentHighlight highlight(Highlight highlight, Places places) {
        return new DocumentHighlight(
                places.range(highlight.region()),
                switch (highlight.kind()) {
                    case COMMAND -> DocumentHighlightKind.Write;
                    case REPLY -> DocumentHighlightKind.Read;
                });
    }

    static InlayHint inlayHint(InlayLabel label, Places places) {
        InlayHint hint = new InlayHint(places.position(label.position()), Either.forLeft(label.text()));
        hint.setPaddingLeft(true);
        return hint;
    }
}
