package io.github.ftploglens.lsp;

import io.github.ftploglens.feature.Knowledge;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.PreviousResultId;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Answers with the diagnostics of logs that are not open, each as soon as it has been read. */
final class WorkspaceDiagnostics {
    /** A log that is always being written is not always being read: reading takes at most this part of the time. */
    private static final int REST = 20;

    private final Session session;
    private final OpenDocuments documents;
    private final Publisher publisher;
    private final WorkspaceLogs logs;
    private final Progress progress;
    private final Workers workers;
    /** When each log may be read again, in nanoseconds. */
    private final Map<String, Long> restUntil = new ConcurrentHashMap<>();

    WorkspaceDiagnostics(
            Session session,
            OpenDocuments documents,
            Publisher publisher,
            WorkspaceLogs logs,
            Progress progress,
            Workers workers) {
        this.session = session;
        this.documents = documents;
        this.publisher = publisher;
        this.logs = logs;
        this.progress = progress;
        this.workers = workers;
    }

    CompletableFuture<WorkspaceDiagnosticReport> of(WorkspaceDiagnosticParams params) {
        CompletableFuture<WorkspaceDiagnosticReport> answer = new CompletableFuture<>();
        CompletableFuture<?> unused = session.knowledge()
                .thenAcceptAsync(knowledge -> new Round(params, knowledge, answer).go(), workers.lengthy())
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        answer.completeExceptionally(failure);
                    }
                });
        return answer;
    }

    /** The work for one request. */
    private final class Round {
        private final Knowledge knowledge;
        private final CompletableFuture<WorkspaceDiagnosticReport> answer;
        private final Either<String, Integer> partly;
        private final Either<String, Integer> token;
        private final Map<String, String> before = new HashMap<>();
        private final List<WorkspaceDocumentDiagnosticReport> reports = new ArrayList<>();

        Round(
                WorkspaceDiagnosticParams params,
                Knowledge knowledge,
                CompletableFuture<WorkspaceDiagnosticReport> answer) {
            this.knowledge = knowledge;
            this.answer = answer;
            this.partly = params.getPartialResultToken();
            this.token = params.getWorkDoneToken();
            for (PreviousResultId result : params.getPreviousResultIds()) {
                before.put(result.getUri(), result.getValue());
            }
        }

        void go() {
            Map<String, LogFile> all = logs.all();
            Set<String> uris = new LinkedHashSet<>(all.keySet());
            uris.addAll(before.keySet());
            // VS Code asks a last time for what it closes, and may be answered with what was open.
            uris.addAll(documents.closedUris());
            uris.removeAll(documents.uris());
            // Clients ask again and again: where there is nothing to read there is nothing to tell of.
            Optional<Progress.Work> work = all.isEmpty()
                    ? Optional.empty()
                    : Optional.of(progress.begin(token, knowledge.words().get("progress.workspace"), answer));
            int done = 0;
            for (String uri : uris) {
                stopIfDone();
                give(report(uri, Optional.ofNullable(all.get(uri))));
                int now = ++done;
                work.ifPresent(told -> told.done(now, uris.size()));
            }
            answer.complete(new WorkspaceDiagnosticReport(reports));
        }

        private void give(WorkspaceDocumentDiagnosticReport report) {
            if (partly == null) {
                reports.add(report);
            } else {
                session.client()
                        .notifyProgress(new ProgressParams(
                                partly, Either.forRight(new WorkspaceDiagnosticReport(List.of(report)))));
            }
        }

        private WorkspaceDocumentDiagnosticReport report(String uri, Optional<LogFile> log) {
            String old = before.get(uri);
            Optional<String> edition = log.flatMap(file -> logs.edition(file, knowledge));
            if (edition.isPresent() && old != null && (old.equals(edition.get()) || rests(uri, old, edition.get()))) {
                return new WorkspaceDocumentDiagnosticReport(
                        new WorkspaceUnchangedDocumentDiagnosticReport(old, uri, null));
            }
            long began = System.nanoTime();
            WorkspaceFullDocumentDiagnosticReport report =
                    new WorkspaceFullDocumentDiagnosticReport(List.of(), uri, null);
            if (log.isPresent() && edition.isPresent()) {
                try {
                    report.setResultId(edition.get());
                    report.setItems(log.get()
                            .diagnostics(
                                    log.get()
                                            .check(knowledge, session.settings(), read -> stopIfDone())
                                            .findings(),
                                    session.abilities()));
                } catch (IOException e) {
                    // What cannot be read has no findings; the command tells why, when it is asked.
                    report.setItems(List.of());
                }
                restUntil.put(uri, System.nanoTime() + REST * (System.nanoTime() - began));
            }
            return new WorkspaceDocumentDiagnosticReport(report);
        }

        /** Whether it was read just now; then the client is told to ask again when it may be read. */
        private boolean rests(String uri, String old, String edition) {
            long rest = restUntil.getOrDefault(uri, 0L) - System.nanoTime();
            boolean sameSettings = WorkspaceLogs.settings(old).equals(WorkspaceLogs.settings(edition));
            if (!restUntil.containsKey(uri) || rest <= 0 || !sameSettings) {
                return false;
            }
            CompletableFuture.delayedExecutor(rest, TimeUnit.NANOSECONDS, workers.quick())
                    .execute(publisher::refreshDiagnostics);
            return true;
        }

        private void stopIfDone() {
            if (answer.isDone()) {
                throw new CancellationException();
            }
        }
    }
}
