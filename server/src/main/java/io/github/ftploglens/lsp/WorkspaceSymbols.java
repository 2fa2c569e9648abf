package io.github.ftploglens.lsp;

import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.Search;
import io.github.ftploglens.feature.Symbol;
import io.github.ftploglens.log.LogDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Finds codes, commands and sessions in the open logs, then in those of the workspace. */
final class WorkspaceSymbols {
    /** More than this, a reader asks more precisely. */
    private static final int MOST = 500;

    private final Session session;
    private final OpenDocuments documents;
    private final WorkspaceLogs logs;
    private final Workers workers;

    WorkspaceSymbols(Session session, OpenDocuments documents, WorkspaceLogs logs, Workers workers) {
        this.session = session;
        this.documents = documents;
        this.logs = logs;
        this.workers = workers;
    }

    /** Those of the logs in the order of their names, and in each by lines. */
    @SuppressWarnings("deprecation")
    CompletableFuture<Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>> of(String query) {
        CompletableFuture<Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>> answer =
                new CompletableFuture<>();
        List<OpenDocuments.Snapshot> open = documents.uris().stream()
                .sorted()
                .flatMap(uri -> documents.get(uri).stream())
                .toList();
        CompletableFuture<?>[] read =
                open.stream().map(OpenDocuments.Snapshot::log).toArray(CompletableFuture<?>[]::new);
        CompletableFuture<?> unused = CompletableFuture.allOf(read)
                .thenCombineAsync(
                        session.knowledge(),
                        (done, knowledge) -> answer.complete(
                                Either.forLeft(new Round(knowledge, query, answer).in(open, logs.all()))),
                        workers.lengthy())
                .exceptionally(answer::completeExceptionally);
        return answer;
    }

    /** The work for one request. */
    @SuppressWarnings("deprecation")
    private final class Round {
        private final Knowledge knowledge;
        private final String query;
        private final CompletableFuture<?> answer;
        private final List<SymbolInformation> found = new ArrayList<>();

        Round(Knowledge knowledge, String query, CompletableFuture<?> answer) {
            this.knowledge = knowledge;
            this.query = query;
            this.answer = answer;
        }

        List<SymbolInformation> in(List<OpenDocuments.Snapshot> open, Map<String, LogFile> known) {
            for (OpenDocuments.Snapshot snapshot : open) {
                LogDocument log = snapshot.log().join().withCheckpoint(() -> Answers.stopIfDone(answer));
                List<Symbol> symbols =
                        new Search(knowledge, query, left()).in(log).found();
                add(snapshot.uri(), symbols, session.places(log));
            }
            for (LogFile log : known.values()) {
                if (left() > 0 && documents.get(log.uri()).isEmpty()) {
                    search(log);
                }
            }
            return found;
        }

        private void search(LogFile log) {
            try {
                List<Symbol> symbols = log.search(knowledge, query, left(), read -> Answers.stopIfDone(answer));
                TreeSet<Integer> lines = new TreeSet<>();
                for (Symbol symbol : symbols) {
                    lines.add(symbol.region().start().line());
                    lines.add(symbol.region().end().line());
                }
                add(log.uri(), symbols, log.places(lines, session.abilities().encoding()));
            } catch (IOException e) {
                // In what cannot be read nothing is found; the command that analyses it tells why.
                Answers.stopIfDone(answer);
            }
        }

        private void add(String uri, List<Symbol> symbols, Places places) {
            for (Symbol symbol : symbols) {
                found.add(ToEditor.symbol(uri, symbol, From.fileName(uri), places));
            }
        }

        private int left() {
            return MOST - found.size();
        }
    }
}
