package io.github.ftploglens.log;

import io.github.ftploglens.reply.Reply;
import io.github.ftploglens.reply.ReplyCatalogue;
import io.github.ftploglens.reply.ReplyCode;
import java.util.Optional;

/** Tells the server's reply to a transfer from the lines of the listing or the file that the transfer carries. */
final class TransferEnd {
    private final ReplyCatalogue catalogue;

    TransferEnd(ReplyCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Whether this is the reply, and not a line such as {@code 550 file.txt}: a code that the transfer may get, with words and
     * not a name behind it.
     *
     * @param text what follows the code
     */
    boolean is(OpenSession session, ReplyCode code, String text) {
        Optional<Reply> known = catalogue.reply(code);
        if (known.isEmpty()
                || !known.get().isSent()
                || known.get().place() == Reply.Place.LOGIN
                || known.get().place() == Reply.Place.GREETING) {
            return false;
        }
        if (known.get().isWordedAs(text)) {
            return true;
        }
        Sent waiting = session.waiting();
        boolean legal = catalogue.mayAnswer(code, waiting == null ? "RETR" : waiting.verb())
                || catalogue.mayAnswer(code, "ABOR");
        return legal && isSentence(text);
    }

    /** Two words of letters, as in {@code Failure writing network stream.}, or letters of another script. */
    private static boolean isSentence(String text) {
        int words = 0;
        int start = 0;
        for (int i = 0; i <= text.length() && words < 2; i++) {
            if (i == text.length() || text.charAt(i) == ' ') {
                words += isWord(text, start, i) ? 1 : 0;
                start = i + 1;
            }
        }
        return words == 2 || text.chars().anyMatch(c -> c > 0x2E7F && Character.isLetter(c));
    }

    private static boolean isWord(String text, int start, int end) {
        int last = end > start && ".,:;!".indexOf(text.charAt(end - 1)) >= 0 ? end - 1 : end;
        for (int i = start; i < last; i++) {
            if (!Character.isLetter(text.charAt(i))) {
                return false;
            }
        }
        return last - start > 1;
    }
}
