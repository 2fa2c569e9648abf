package io.github.ftploglens.reply;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reply text of a server that we know the cause of. Its words are in the language files, by {@code hint.id.cause} and
 * {@code hint.id.fix}.
 *
 * @param id the part of its keys
 * @param server the {@link ServerSoftware#id} of the server that sends it
 * @param codes the codes that it comes with
 * @param texts the texts without the code; {@code *} stands for any characters
 * @param isFrequent whether users meet it often, so that every language must have its words
 */
public record Hint(String id, String server, Set<ReplyCode> codes, List<TextGlob> texts, boolean isFrequent) {
    /** The text that the whole text of a reply is, in lower case, the one that says the most; or null. */
    @Nullable
    TextGlob fitting(String lower) {
        TextGlob best = null;
        for (int i = 0; i < texts.size(); i++) {
            TextGlob glob = texts.get(i);
            if (glob.fitsLower(lower) && (best == null || glob.literals() > best.literals())) {
                best = glob;
            }
        }
        return best;
    }
}
