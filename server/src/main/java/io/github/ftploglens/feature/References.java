package io.github.ftploglens.feature;

import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.text.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds all places of a log that report the same code, or send the same command. */
public final class References {
    /** More than this, no reader looks through; then it is those around the position. */
    public static final int MOST_SHOWN = 10_000;

    private References() {}

    /** The places of the code or the verb at the position, itself included, by their lines; none when neither is there. */
    public static List<Region> at(LogDocument document, Position position) {
        Optional<CursorTarget> target = CursorTarget.at(document, position);
        if (target.isPresent() && target.get() instanceof CursorTarget.Code code) {
            return codes(document, position.line(), code.mark().code());
        }
        if (target.isPresent() && target.get() instanceof CursorTarget.Verb verb) {
            return verbs(document, position.line(), verb.verb());
        }
        return List.of();
    }

    private static List<Region> codes(LogDocument document, int around, ReplyCode code) {
        List<Region> places = new ArrayList<>();
        for (int line : near(linesWith(document, code), around)) {
            for (Mark mark : document.line(line).marks()) {
                if (mark.code().equals(code)) {
                    places.add(Region.of(line, mark.span()));
                }
            }
        }
        return places.size() <= MOST_SHOWN ? places : places.subList(0, MOST_SHOWN);
    }

    private static List<Integer> linesWith(LogDocument document, ReplyCode code) {
        List<Integer> lines = new ArrayList<>();
        for (int i = 0; i < document.count(); i++) {
            for (Mark mark : document.line(i).marks()) {
                if (mark.code().equals(code)) {
                    lines.add(i);
                    break;
                }
            }
        }
        return lines;
    }

    private static List<Region> verbs(LogDocument document, int around, String verb) {
        List<Integer> lines = new ArrayList<>();
        for (int i = 0; i < document.count(); i++) {
            ScannedLine line = document.line(i);
            if (line.isCommand() && line.verb().equals(verb)) {
                lines.add(i);
            }
        }
        List<Region> places = new ArrayList<>();
        near(lines, around).forEach(line -> Definitions.verb(document, line).ifPresent(places::add));
        return places;
    }

    /** The lines, or when there are too many, those around the one. */
    private static List<Integer> near(List<Integer> lines, int around) {
        int first = Math.max(0, Math.min(lines.indexOf(around) - MOST_SHOWN / 2, lines.size() - MOST_SHOWN));
        return lines.subList(first, Math.min(lines.size(), first + MOST_SHOWN));
    }
}
