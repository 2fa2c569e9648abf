package io.github.ftploglens.feature;

import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import java.util.List;

/**
 * The lines of a multi-line reply that stand directly one below the other; a log with several sessions may tear a reply
 * apart.
 *
 * @param first its first line, 0-based
 * @param last its last line, 0-based
 */
record ReplyBlock(int first, int last) {
    /** The block that the line belongs to; of one line when it belongs to no multi-line reply. */
    static ReplyBlock around(LogDocument document, int line) {
        int first = line;
        while (first > 0 && goesOn(document, first - 1)) {
            first--;
        }
        return new ReplyBlock(first, from(document, line).last());
    }

    /** The part of the block from the line on. */
    static ReplyBlock from(LogDocument document, int line) {
        int last = line;
        while (last + 1 < document.count() && goesOn(document, last)) {
            last++;
        }
        return new ReplyBlock(line, last);
    }

    boolean isOneLine() {
        return first == last;
    }

    /** Whether the line and the next one belong to one reply. */
    private static boolean goesOn(LogDocument document, int line) {
        ScannedLine upper = document.line(line);
        if (upper.role() != ScannedLine.Role.INNER && !leavesOpen(upper.marks())) {
            return false;
        }
        ScannedLine lower = document.line(line + 1);
        boolean isReply = lower.role() == ScannedLine.Role.INNER || lower.role() == ScannedLine.Role.REPLY;
        return isReply && lower.session() == upper.session() + 1;
    }

    private static boolean leavesOpen(List<Mark> marks) {
        return !marks.isEmpty() && marks.get(marks.size() - 1).kind() == Mark.Kind.CONTINUATION;
    }
}
