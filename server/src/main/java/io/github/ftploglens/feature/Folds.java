package io.github.ftploglens.feature;

import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.reply.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what can be folded: only what stands together, since the sessions of a log are often interleaved. */
public final class Folds {
    private Folds() {}

    /**
     * The folds by their lines, an outer one before those in it; they do not overlap otherwise.
     *
     * @param most how many at most; sessions go before replies, and earlier ones before later ones
     */
    public static List<Fold> of(LogDocument document, int most) {
        List<Fold> folds = new ArrayList<>(sessions(document));
        folds.addAll(replies(document));
        return folds.stream()
                .limit(Math.max(0, most))
                .sorted(Comparator.comparingInt(Fold::first).thenComparing(Fold::last, Comparator.reverseOrder()))
                .toList();
    }

    /** What to show behind the first line while the others are hidden; fit to be shown. */
    public static String text(Knowledge knowledge, LogDocument document, Fold fold) {
        Wording words = knowledge.words();
        int hidden = fold.last() - fold.first();
        String what = "";
        if (fold.kind() == Fold.Kind.SESSION) {
            SessionPlace place = SessionPlace.of(document, fold.last());
            what = Printable.of(Secrets.mask(place.user().isEmpty() ? place.client() : place.user()));
        } else {
            Optional<ReplyCode> code = code(document, fold);
            what = code.map(found -> Phrases.of(
                                    knowledge,
                                    found,
                                    document.line(fold.first()).verb())
                            .name())
                    .orElse("");
        }
        return what.isBlank()
                ? words.get("fold.lines", Map.of("count", hidden))
                : words.get("fold.named", Map.of("name", what, "count", hidden));
    }

    private static List<Fold> sessions(LogDocument document) {
        Map<Integer, Fold> runs = new HashMap<>();
        int current = ScannedLine.NONE;
        for (int i = 0; i < document.count(); i++) {
            ScannedLine line = document.line(i);
            if (line.session() == ScannedLine.NONE) {
                continue;
            }
            int start = i - line.session();
            Fold run = runs.get(start);
            if (run == null) {
                runs.put(start, new Fold(Fold.Kind.SESSION, i, i));
            } else if (run.first() <= run.last()) {
                // A session that goes on behind another one is not to be folded.
                runs.put(start, new Fold(Fold.Kind.SESSION, run.first(), start == current ? i : -1));
            }
            current = start;
        }
        return runs.values().stream()
                .filter(run -> run.last() > run.first())
                .sorted(Comparator.comparingInt(Fold::first))
                .toList();
    }

    private static List<Fold> replies(LogDocument document) {
        List<Fold> folds = new ArrayList<>();
        for (int i = 0; i < document.count(); i++) {
            ReplyBlock block = ReplyBlock.from(document, i);
            if (!block.isOneLine()) {
                Fold fold = new Fold(Fold.Kind.REPLY, block.first(), block.last());
                boolean greets =
                        code(document, fold).map(code -> code.value() == 220).orElse(false);
                folds.add(greets ? new Fold(Fold.Kind.BANNER, block.first(), block.last()) : fold);
                i = block.last();
            }
        }
        return folds;
    }

    private static Optional<ReplyCode> code(LogDocument document, Fold fold) {
        List<Mark> first = document.line(fold.first()).marks();
        List<Mark> marks = first.isEmpty() ? document.line(fold.last()).marks() : first;
        return marks.stream().map(Mark::code).findFirst();
    }
}
