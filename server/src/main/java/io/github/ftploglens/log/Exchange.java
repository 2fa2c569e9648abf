package io.github.ftploglens.log;

import java.util.ArrayList;
import java.util.List;

/**
 * A command with its replies, or a reply that answers none.
 *
 * @param command the line of the command, 0-based, or {@link ScannedLine#NONE}
 * @param replies the lines that end a reply to it, 0-based, ascending
 */
public record Exchange(int command, List<Integer> replies) {
    public Exchange {
        replies = List.copyOf(replies);
    }

    /** The exchange that the line belongs to: a command's, or that of the command that the line answers. */
    public static Exchange of(LogDocument document, int line) {
        ScannedLine scanned = document.line(line);
        boolean isCommand = scanned.role() == ScannedLine.Role.COMMAND;
        if (!isCommand && scanned.command() == ScannedLine.NONE) {
            return new Exchange(ScannedLine.NONE, endsReply(scanned) ? List.of(line) : List.of());
        }
        int command = isCommand ? line : line - scanned.command();
        List<Integer> replies = new ArrayList<>();
        int last = Math.min(document.count(), command + LineScanner.MOST_SILENT_LINES);
        for (int i = command; i < last; i++) {
            ScannedLine candidate = document.line(i);
            boolean answers = candidate.command() != ScannedLine.NONE && i - candidate.command() == command;
            if (answers && endsReply(candidate)) {
                replies.add(i);
                if (candidate.marks().stream()
                        .anyMatch(mark -> mark.code().kind().isFinal())) {
                    break;
                }
            }
        }
        return new Exchange(command, replies);
    }

    private static boolean endsReply(ScannedLine line) {
        return line.marks().stream().anyMatch(mark -> mark.kind() == Mark.Kind.REPLY);
    }
}
