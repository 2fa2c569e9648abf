package io.github.ftploglens.lsp;

import com.google.gson.JsonObject;
import io.github.ftploglens.feature.CheckedLog;
import io.github.ftploglens.feature.Finding;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.Markdown;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;

/** Reads logs that an editor does not send, since they are too large for it. */
final class Analysis {
    private final Session session;
    private final WorkspaceLogs logs;
    private final Progress progress;
    private final Workers workers;

    Analysis(Session session, WorkspaceLogs logs, Progress progress, Workers workers) {
        this.session = session;
        this.logs = logs;
        this.progress = progress;
        this.workers = workers;
    }

    /**
     * Reads the file of the argument's {@code uri}, tells the client of its findings, and answers with its report. It fails
     * when there is no such file, or it is no text.
     */
    CompletableFuture<Object> of(ExecuteCommandParams params, JsonObject argument) {
        String uri = From.uri(argument);
        CompletableFuture<Object> answer = new CompletableFuture<>();
        CompletableFuture<?> unused = session.knowledge()
                .thenApply(knowledge -> Commands.in(argument, knowledge))
                .thenAcceptAsync(
                        knowledge -> {
                            if (!answer.isDone()) {
                                answer.complete(report(params, knowledge, file(knowledge, uri), answer));
                            }
                        },
                        workers.lengthy())
                .whenComplete((done, failure) -> Failures.pass(failure, answer));
        return answer;
    }

    private static LogFile file(Knowledge knowledge, String uri) {
        return path(uri)
                .map(path -> new LogFile(uri, path))
                .orElseThrow(() -> From.invalid(knowledge.words().get("analyze.elsewhere", Map.of("uri", uri))));
    }

    /** Where the file is, if the URI is that of one. */
    static Optional<Path> path(String uri) {
        try {
            return From.address(uri)
                    .filter(address -> "file".equals(address.getScheme()))
                    .map(URI::normalize)
                    .map(Path::of);
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }

    private String report(ExecuteCommandParams params, Knowledge knowledge, LogFile file, CompletableFuture<?> answer) {
        String name = String.valueOf(file.path().getFileName());
        try {
            long size = Files.size(file.path());
            String title = knowledge.words().get("progress.analyze", Map.of("file", name));
            Progress.Work work = progress.begin(params.getWorkDoneToken(), title, answer);
            CheckedLog log = file.check(knowledge, session.settings(), read -> {
                Answers.stopIfDone(answer);
                work.done(read, size);
            });
            tell(file, log.findings());
            return Markdown.of(log.report(name), session.references());
        } catch (IOException e) {
            throw From.invalid(knowledge.words().get(LogFile.problem(e), Map.of("file", name)));
        }
    }

    private void tell(LogFile file, List<Finding> findings) throws IOException {
        logs.add(file);
        if (!session.abilities().pullsDiagnostics()) {
            session.client()
                    .publishDiagnostics(
                            new PublishDiagnosticsParams(file.uri(), file.diagnostics(findings, session.abilities())));
        }
    }
}
