package io.github.ftploglens.lsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.jspecify.annotations.Nullable;

/**
 * Shows pages in an editor that does nothing with an answer: as Markdown files in a folder of our own, which only the user can
 * read, and which ends with the server.
 */
final class ShownPages {
    /** File systems take 255 bytes, and a letter may be three. */
    private static final int LONGEST_NAME = 80;

    private final Session session;
    private @Nullable Path folder;

    ShownPages(Session session) {
        this.session = session;
    }

    /**
     * Asks the editor to show a page, in place of the one that had the name before; of one that cannot, the user is told
     * where the page is.
     *
     * @param name the file's, without its ending
     * @return the page
     */
    synchronized String show(String name, String page) {
        Path file;
        try {
            String plain = name.replaceAll("[^\\p{L}\\p{N}._]+", "-");
            file = folder().resolve(plain.substring(0, Math.min(plain.length(), LONGEST_NAME)) + ".md");
            if (Files.notExists(file)) {
                file.toFile().deleteOnExit();
            }
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new UncheckedIOException("a page could not be written to be shown: " + e.getMessage(), e);
        }
        if (session.abilities().workspace().showsDocuments()) {
            goTo(file.toUri().toString(), null);
        } else {
            CompletableFuture<?> unused = session.knowledge()
                    .thenAccept(known -> session.client()
                            .showMessage(new MessageParams(
                                    MessageType.Info, known.words().get("page.written", Map.of("file", file)))))
                    .exceptionally(Failures::report);
        }
        return page;
    }

    /** Asks the editor to show a place in a document, or its beginning. */
    void goTo(String uri, @Nullable Range selection) {
        ShowDocumentParams show = new ShowDocumentParams(uri);
        show.setTakeFocus(true);
        show.setSelection(selection);
        CompletableFuture<?> unused = session.client().showDocument(show).exceptionally(failure -> null);
    }

    private Path folder() throws IOException {
        Path made = folder;
        if (made == null) {
            made = Files.createTempDirectory("ftp-log-lens");
            made.toFile().deleteOnExit();
            folder = made;
        }
        return made;
    }
}
