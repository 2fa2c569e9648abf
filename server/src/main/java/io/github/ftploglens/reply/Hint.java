package io.github.ftploglens.reply;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    /** The text that the whole text of a reply is, the one that says the most; or empty. */
    Optional<TextGlob> fitting(String text) {
        return texts.stream().filter(glob -> glob.fits(text)).max(Comparator.comparingInt(TextGlob::literals));
    }
}
