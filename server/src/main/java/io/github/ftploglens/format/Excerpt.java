package io.github.ftploglens.format;

import io.github.ftploglens.reply.Reply;
import io.github.ftploglens.reply.ReplyCatalogue;
import io.github.ftploglens.reply.ReplyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Those of many lines in which FTP seems to be spoken, with their neighbours. To look for a hundred formats in the other ones
 * takes its time and tells nothing.
 */
final class Excerpt {
    /** How many lines before and behind belong to a line: what begins or ends a multi-line reply, a capture's packet. */
    private static final int AROUND = 2;

    /** So many lines are enough. */
    private static final int MOST = 4_000;

    private static final int LONGEST_VERB = 4;

    private final ReplyCatalogue catalogue;

    private Excerpt(ReplyCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The excerpt of the lines; of none when FTP is spoken in none of them. */
    static Head of(ReplyCatalogue catalogue, Head all) {
        return new Excerpt(catalogue).of(all);
    }

    private Head of(Head all) {
        List<String> lines = new ArrayList<>();
        int taken = 0;
        boolean speaks = false;
        for (int i = 0; i < all.count() && lines.size() < MOST; i++) {
            String line = all.line(i);
            if (speaksFtp(line)) {
                speaks = true;
                for (int near = Math.max(taken, i - AROUND); near < Math.min(all.count(), i + AROUND + 1); near++) {
                    lines.add(all.line(near));
                    taken = near + 1;
                }
            } else if (i >= taken && line.startsWith("#")) {
                // It may name the columns of lines far below.
                lines.add(line);
                taken = i + 1;
            }
        }
        return Head.of(speaks ? lines : List.of(), all.count());
    }

    /** Whether the line has a verb in capitals, or a reply code with a text that only FTP's servers send with it. */
    private boolean speaksFtp(String line) {
        for (int at = 0; at < line.length(); ) {
            int end = at;
            while (end < line.length() && isPartOfWord(line.charAt(end))) {
                end++;
            }
            if (end - at <= LONGEST_VERB && end - at >= 3 && tells(line, at, end)) {
                return true;
            }
            at = end + 1;
        }
        return false;
    }

    private boolean tells(String line, int from, int to) {
        char first = line.charAt(from);
        if (first >= 'A' && first <= 'Z') {
            return catalogue.command(line.substring(from, to)).isPresent();
        }
        ReplyCode code = to - from == 3 ? ReplyCode.at(line, from) : null;
        Optional<Reply> reply = code == null ? Optional.empty() : catalogue.reply(code);
        return reply.isPresent() && reply.get().isWordedAs(line.substring(to));
    }

    private static boolean isPartOfWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
}
