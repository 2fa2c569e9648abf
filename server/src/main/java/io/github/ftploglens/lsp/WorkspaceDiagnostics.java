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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.lsp4j.PreviousResultId;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/**
 * The diagnostics of logs that are not open, each as soon as it has been read: as the answer to a client that asks for them,
 * or sent to one that does not.
 */
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
    /** What was sent last of each log, by the names of the results. */
    private final Map<String, String> sent = new ConcurrentHashMap<>();

    private CompletableFuture<WorkspaceDiagnosticReport> sending = new CompletableFuture<>();

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
        Map<String, String> before = new HashMap<>();
        for (PreviousResultId result : params.getPreviousResultIds()) {
            before.put(result.getUri(), result.getValue());
        }
        Either<String, Integer> partly = params.getPartialResultToken();
        List<WorkspaceDocumentDiagnosticReport> reports = new ArrayList<>();
        Consumer<WorkspaceDocumentDiagnosticReport> sink = partly == null
                ? reports::add
                : report -> session.client()
                        .notifyProgress(new ProgressParams(
                                partly, Either.forRight(new WorkspaceDiagnosticReport(List.of(report)))));
        CompletableFuture<WorkspaceDiagnosticReport> answer = new CompletableFuture<>();
        start(answer, knowledge -> {
            new Round(knowledge, before, params.getWorkDoneToken(), sink, answer).go();
            answer.complete(new WorkspaceDiagnosticReport(reports));
        });
        return answer;
    }

    /**
     * Sends them, as far as they are other ones than were sent before; gives up what it was about to send.
     *
     * @param lost the logs of which the client has no longer what was sent
     */
    synchronized void send(Set<String> lost) {
        sending.cancel(true);
        sent.keySet().removeAll(lost);
        CompletableFuture<WorkspaceDiagnosticReport> work = new CompletableFuture<>();
        sending = work;
        start(work, knowledge -> send(knowledge, work));
        CompletableFuture<?> unused = work.exceptionally(failure -> {
            if (!work.isCancelled()) {
                Failures.report(failure);
            }
            return null;
        });
    }

    private void send(Knowledge knowledge, CompletableFuture<WorkspaceDiagnosticReport> work) {
        // What was given up may still be at its last line.
        synchronized (sent) {
            new Round(knowledge, Map.copyOf(sent), null, this::send, work).go();
        }
        work.complete(new WorkspaceDiagnosticReport(List.of()));
    }

    private void send(WorkspaceDocumentDiagnosticReport report) {
        if (report.isWorkspaceFullDocumentDiagnosticReport()) {
            WorkspaceFullDocumentDiagnosticReport full = report.getWorkspaceFullDocumentDiagnosticReport();
            publisher.sendUnopened(full.getUri(), full.getItems());
            if (full.getResultId() == null) {
                sent.remove(full.getUri());
            } else {
                sent.put(full.getUri(), full.getResultId());
            }
        }
    }

    private void start(CompletableFuture<?> work, Consumer<Knowledge> task) {
        CompletableFuture<?> unused = session.knowledge()
                .thenAcceptAsync(task, workers.lengthy())
                .whenComplete((done, failure) -> Failures.pass(failure, work));
    }

    /** One look at all of them. */
    private final class Round {
        private final Knowledge knowledge;
        private final Map<String, String> before;
        private final @Nullable Either<String, Integer> token;
        private final Consumer<WorkspaceDocumentDiagnosticReport> sink;
        private final CompletableFuture<?> answer;

        /**
         * @param before the names of the results that the client has
         * @param token under which the client wants to be told how far it is, or null
         * @param sink takes what there is to tell of each log
         * @param answer is done when nobody waits any more
         */
        Round(
                Knowledge knowledge,
                Map<String, String> before,
                @Nullable Either<String, Integer> token,
                Consumer<WorkspaceDocumentDiagnosticReport> sink,
                CompletableFuture<?> answer) {
            this.knowledge = knowledge;
            this.before = before;
            this.token = token;
            this.sink = sink;
            this.answer = answer;
        }

        void go() {
            Map<String, LogFile> all = logs.all();
            Set<String> uris = new LinkedHashSet<>(all.keySet());
            uris.addAll(before.keySet());
            // VS Code asks a last time for what it closes, and may be answered with what was open.
            if (session.abilities().pullsDiagnostics()) {
                uris.addAll(documents.closedUris());
            }
            uris.removeAll(documents.uris());
            // Clients ask again and again: where there is nothing to read there is nothing to tell of.
            Optional<Progress.Work> work = all.isEmpty()
                    ? Optional.empty()
                    : Optional.of(progress.begin(token, knowledge.words().get("progress.workspace"), answer));
            int done = 0;
            for (String uri : uris) {
                Answers.stopIfDone(answer);
                sink.accept(report(uri, Optional.ofNullable(all.get(uri))));
                int now = ++done;
                work.ifPresent(told -> told.done(now, uris.size()));
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
                                            .check(knowledge, session.settings(), read -> Answers.stopIfDone(answer))
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
    }
}
