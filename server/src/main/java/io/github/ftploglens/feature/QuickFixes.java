package io.github.ftploglens.feature;

import io.github.ftploglens.feature.QuickFix.Does;
import io.github.ftploglens.log.Exchange;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.Reply;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.text.Position;
import io.github.ftploglens.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Offers what can be done at a place: explanations and comparisons of its codes, and what leads on from there. */
public final class QuickFixes {
    /** How far around the place other codes of the log are looked for. */
    private static final int NEAR = 500;

    private static final int MOST = 4;

    private QuickFixes() {}

    /**
     * What to offer for a selection: the comparison of the first two codes in it; or, of the one code that it holds or
     * touches, or whose text it touches, the explanation and the comparison with codes near it, an excerpt of its session,
     * and, when it is listed, to ignore it.
     *
     * @param severities how severe failed replies are, which says what is listed
     * @param start where the selection begins
     * @param end where it ends, exclusive
     */
    public static List<QuickFix> at(
            Knowledge knowledge, LogDocument document, Severities severities, Position start, Position end) {
        Set<ReplyCode> selected = new LinkedHashSet<>();
        int at = -1;
        int last = Math.min(end.line(), document.count() - 1);
        for (int i = Math.max(0, start.line()); i <= last && selected.size() < 2; i++) {
            LogText text = new LogText(document.line(i), document.text(i));
            for (Mark mark : document.line(i).marks()) {
                int said = text.replySpan(mark).map(Span::end).orElse(0);
                boolean before = i == start.line() && Math.max(mark.span().end(), said) < start.column();
                boolean after = i == end.line() && mark.span().start() > end.column();
                if (!before && !after) {
                    selected.add(mark.code());
                    at = at < 0 ? i : at;
                }
            }
        }
        if (selected.isEmpty()) {
            return List.of();
        }
        List<ReplyCode> codes = List.copyOf(selected);
        if (codes.size() > 1) {
            return List.of(comparison(knowledge, codes.get(0), codes.get(1), at));
        }
        ReplyCode code = codes.get(0);
        List<QuickFix> fixes = new ArrayList<>();
        String title = knowledge.words().get("action.explain", Map.of("code", code));
        fixes.add(new QuickFix(title, Does.EXPLAIN, codes, knownVerb(knowledge, document.line(at)), at));
        for (ReplyCode other : others(knowledge, document, at, code)) {
            fixes.add(comparison(knowledge, code, other, at));
        }
        if (document.line(at).session() != ScannedLine.NONE) {
            fixes.add(new QuickFix(knowledge.words().get("action.excerpt"), Does.EXCERPT, List.of(), "", at));
        }
        if (severities.of(code).isPresent()) {
            String ignore = knowledge.words().get("action.ignore", Map.of("code", code));
            fixes.add(new QuickFix(ignore, Does.IGNORE, codes, "", at));
        }
        return fixes;
    }

    /** What to offer anywhere in a log: to sum it up. */
    public static List<QuickFix> ofLog(Knowledge knowledge, LogDocument document) {
        return document.formats().isEmpty()
                ? List.of()
                : List.of(new QuickFix(knowledge.words().get("action.report"), Does.REPORT, List.of(), "", 0));
    }

    /** What is no command is text of the log, and stays there. */
    private static String knownVerb(Knowledge knowledge, ScannedLine line) {
        return knowledge.catalogue().command(line.verb()).isPresent() ? line.verb() : "";
    }

    private static QuickFix comparison(Knowledge knowledge, ReplyCode first, ReplyCode second, int line) {
        String title = knowledge.words().get("action.compare", Map.of("first", first, "second", second));
        return new QuickFix(title, Does.COMPARE, List.of(first, second), "", line);
    }

    /** The other code of the exchange, then those near it that are easily confused with it, then any near it. */
    private static List<ReplyCode> others(Knowledge knowledge, LogDocument document, int line, ReplyCode code) {
        Set<ReplyCode> others = new LinkedHashSet<>();
        Hovers.otherInExchange(document, Exchange.of(document, line), code).ifPresent(others::add);
        Set<ReplyCode> near = near(document, line);
        List<ReplyCode> related =
                knowledge.catalogue().reply(code).map(Reply::related).orElse(List.of());
        related.stream().filter(near::contains).forEach(others::add);
        others.addAll(near);
        others.addAll(related);
        others.remove(code);
        return others.stream().limit(MOST).toList();
    }

    /** The codes around the line, the nearest first. */
    private static Set<ReplyCode> near(LogDocument document, int line) {
        Set<ReplyCode> near = new LinkedHashSet<>();
        for (int distance = 1; distance <= NEAR; distance++) {
            for (int other : new int[] {line - distance, line + distance}) {
                if (other >= 0 && other < document.count()) {
                    ScannedLine scanned = document.line(other);
                    scanned.marks().forEach(mark -> near.add(mark.code()));
                }
            }
        }
        return near;
    }
}
