package io.github.ftploglens.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.text.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What an editor shows of a whole log. Two are equal when the reader sees the same. */
record EditorFeatures(
        List<Finding> findings,
        List<Symbol> outline,
        List<Fold> folds,
        List<Token> tokens,
        List<InlayLabel> labels,
        List<List<Region>> selections,
        List<Region> definitions,
        List<List<Region>> references,
        List<List<Highlight>> highlights,
        List<Symbol> found,
        List<SessionLens> lenses) {

    static EditorFeatures of(Knowledge knowledge, LogDocument document) {
        List<Token> tokens = new ArrayList<>();
        Tokens.of(knowledge.catalogue(), document, 0, Integer.MAX_VALUE, tokens::add);
        List<List<Region>> selections = new ArrayList<>();
        List<Region> definitions = new ArrayList<>();
        List<List<Region>> references = new ArrayList<>();
        List<List<Highlight>> highlights = new ArrayList<>();
        Set<Integer> codes = new TreeSet<>();
        for (Position position : positions(document)) {
            selections.add(Selections.at(document, position));
            Definitions.at(document, position).ifPresent(definitions::add);
            highlights.add(Highlights.at(document, position));
            for (Mark mark : document.line(position.line()).marks()) {
                if (codes.add(mark.code().value())) {
                    references.add(References.at(document, new Position(position.line(), mark.column())));
                }
            }
        }
        List<Symbol> found = new ArrayList<>();
        List<String> queries = new ArrayList<>(List.of("", "USER", "RETR"));
        codes.stream().limit(5).forEach(code -> queries.add(String.valueOf(code)));
        queries.forEach(query ->
                found.addAll(new Search(knowledge, query, 1_000).in(document).found()));
        List<SessionLens> lenses = SessionLens.lines(document).stream()
                .map(line -> SessionLens.at(knowledge, document, line).orElseThrow())
                .toList();
        return new EditorFeatures(
                Findings.of(knowledge, Severities.USUAL, document),
                Outline.of(knowledge, document),
                Folds.of(document, Integer.MAX_VALUE),
                tokens,
                InlayLabels.of(knowledge, document, InlayLabels.Shown.ALL, 0, Integer.MAX_VALUE),
                selections,
                definitions,
                references,
                highlights,
                found,
                lenses);
    }

    private static List<Position> positions(LogDocument document) {
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < document.count(); i++) {
            int line = i;
            positions.add(new Position(line, document.text(line).length() / 2));
            document.line(line).marks().forEach(mark -> positions.add(new Position(line, mark.column() + 1)));
        }
        return positions;
    }

    /** Every place lies inside the log, in order, and in what is around it. */
    void check(LogDocument document) {
        Region whole = Region.lines(document, 0, document.count() - 1);
        check(outline, whole, document);
        checkFolds(document);
        checkTokens(document);
        Position before = new Position(0, 0);
        for (InlayLabel label : labels) {
            assertThat(isBefore(label.position(), before)).isFalse();
            assertThat(label.text()).isNotBlank().doesNotContain("{", "\n");
            before = label.position();
            inside(new Region(before, before), document);
        }
        for (List<Region> chain : selections) {
            for (int i = 1; i < chain.size(); i++) {
                assertThat(chain.get(i).contains(chain.get(i - 1))).isTrue();
                assertThat(chain.get(i)).isNotEqualTo(chain.get(i - 1));
            }
            chain.forEach(region -> inside(region, document));
            assertThat(chain).last().isEqualTo(whole);
        }
        definitions.forEach(region -> inside(region, document));
        references.forEach(places -> {
            assertThat(places).isNotEmpty();
            places.forEach(region -> inside(region, document));
        });
        highlights.forEach(places -> places.forEach(place -> inside(place.region(), document)));
        for (Symbol symbol : found) {
            assertThat(symbol.name()).isNotBlank().doesNotContain("\n");
            inside(symbol.region(), document);
        }
        assertThat(lenses).allMatch(lens -> !lens.title().contains("{"));
    }

    private static void check(List<Symbol> symbols, Region around, LogDocument document) {
        Position before = around.start();
        for (Symbol symbol : symbols) {
            assertThat(symbol.name()).isNotBlank().doesNotContain("\n", "{");
            assertThat(around.contains(symbol.region())).isTrue();
            assertThat(symbol.region().contains(symbol.selection())).isTrue();
            assertThat(isBefore(symbol.region().start(), before)).isFalse();
            before = symbol.region().start();
            inside(symbol.region(), document);
            inside(symbol.selection(), document);
            check(symbol.children(), symbol.region(), document);
        }
    }

    private void checkFolds(LogDocument document) {
        List<Fold> open = new ArrayList<>();
        int before = 0;
        for (Fold fold : folds) {
            assertThat(fold.first()).isGreaterThanOrEqualTo(before);
            assertThat(fold.last()).isGreaterThan(fold.first()).isLessThan(document.count());
            open.removeIf(outer -> outer.last() < fold.first());
            assertThat(open).allMatch(outer -> outer.last() >= fold.last());
            open.add(fold);
            before = fold.first();
        }
    }

    private void checkTokens(LogDocument document) {
        Position before = new Position(0, 0);
        for (Token token : tokens) {
            Region region = Region.of(token.line(), token.span());
            assertThat(isBefore(region.start(), before)).isFalse();
            assertThat(token.span().isEmpty()).isFalse();
            inside(region, document);
            before = region.end();
        }
    }

    private static void inside(Region region, LogDocument document) {
        for (Position position : List.of(region.start(), region.end())) {
            assertThat(position.line()).isBetween(0, document.count() - 1);
            assertThat(position.column())
                    .isBetween(0, document.text(position.line()).length());
        }
        assertThat(isBefore(region.end(), region.start())).isFalse();
    }

    private static boolean isBefore(Position one, Position other) {
        return one.line() < other.line() || (one.line() == other.line() && one.column() < other.column());
    }
}
