package io.github.ftploglens.feature;

import io.github.ftploglens.log.Exchange;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.text.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows what belongs together: a command and the replies to it, also when other sessions stand between them. */
public final class Highlights {
    private Highlights() {}

    /** The exchange of the code or the verb at the position, by its lines; none when neither is there. */
    public static List<Highlight> at(LogDocument document, Position position) {
        Optional<CursorTarget> target = CursorTarget.at(document, position);
        if (target.isEmpty() || target.get() instanceof CursorTarget.OtherNumber) {
            return List.of();
        }
        int line = position.line();
        Exchange exchange = Exchange.of(document, line);
        List<Highlight> shown = new ArrayList<>();
        if (exchange.command() == ScannedLine.NONE) {
            ReplyBlock block = ReplyBlock.around(document, line);
            for (int i = block.first(); i <= block.last(); i++) {
                replies(document, i, shown);
            }
            return shown;
        }
        int command = exchange.command();
        Definitions.verb(document, command).ifPresent(verb -> shown.add(new Highlight(Highlight.Kind.COMMAND, verb)));
        int last = exchange.replies().stream().reduce(line, Math::max);
        for (int i = command; i <= last; i++) {
            ScannedLine answer = document.line(i);
            boolean cites = answer.role() == ScannedLine.Role.MENTION && i != line;
            if (answer.command() != ScannedLine.NONE && i - answer.command() == command && !cites) {
                replies(document, i, shown);
            }
        }
        return shown;
    }

    private static void replies(LogDocument document, int line, List<Highlight> shown) {
        for (Mark mark : document.line(line).marks()) {
            shown.add(new Highlight(Highlight.Kind.REPLY, Region.of(line, mark.span())));
        }
    }
}
