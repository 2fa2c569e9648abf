package io.github.ftploglens.lsp;

import io.github.ftploglens.feature.Search;
import io.github.ftploglens.feature.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Finds codes, commands and sessions in all open logs. */
final class WorkspaceSymbols {
    /** More than this, a reader asks more precisely. */
    private static final int MOST = 500;

    private final Session session;
    private final OpenDocuments documents;
    private final Workers workers;

    WorkspaceSymbols(Session session, OpenDocuments documents, Workers workers) {
        this.session = session;
        this.documents = documents;
        this.workers = workers;
    }

    /** Those of the logs in the order of their names, and in each by lines. */
    @SuppressWarnings("deprecation")
    CompletableFuture<Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>> of(String query) {
        CompletableFuture<Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>> answer =
                new CompletableFuture<>();
        List<OpenDocuments.Snapshot> logs = documents.uris().stream()
                .sorted()
                .flatMap(uri -> documents.get(uri).stream())
                .toList();
        CompletableFuture<?>[] read =
                logs.stream().map(OpenDocuments.Snapshot::log).toArray(CompletableFuture<?>[]::new);
        CompletableFuture<?> unused = CompletableFuture.allOf(read)
                .handleAsync(
                        (done, failure) -> answer.complete(Either.forLeft(find(query, logs, answer))),
                        workers.lengthy())
                .exceptionally(failure -> answer.completeExceptionally(failure));
        return answer;
    }

    @SuppressWarnings("deprecation")
    private List<SymbolInformation> find(String query, List<OpenDocuments.Snapshot> logs, CompletableFuture<?> answer) {
        List<SymbolInformation> symbols = new ArrayList<>();
        for (OpenDocuments.Snapshot snapshot : logs) {
            var log = snapshot.log().join().withCheckpoint(() -> {
                if (answer.isDone()) {
                    throw new CancellationException();
                }
            });
            List<Symbol> found = Search.of(session.knowledge().join(), log, query, MOST - symbols.size());
            for (Symbol symbol : found) {
                symbols.add(
                        ToEditor.symbol(snapshot.uri(), symbol, From.fileName(snapshot.uri()), session.places(log)));
            }
        }
        return symbols;
    }
}
