package io.github.ftploglens.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.LogManager;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageClient;

/** The language server on stdin and stdout. */
public final class Stdio {
    private Stdio() {}

    /**
     * Serves one client until it says exit, its process or stdin ends.
     *
     * @param in what the client sends
     * @param out what only the protocol may write to
     * @return the exit code: 0 when a shutdown request came before the end, else 1 (LSP 3.17, exit)
     */
    public static int serve(InputStream in, OutputStream out) {
        // lsp4j logs whole messages when it cannot take them: the text of logs, passwords included.
        LogManager.getLogManager().reset();
        Trace trace = new Trace();
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        FtpLogServer server = new FtpLogServer(exit::complete, trace);
        ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "ftp-log-reader");
            thread.setDaemon(true);
            return thread;
        });
        LifeCycle lifeCycle = new LifeCycle(trace);
        Launcher<LanguageClient> launcher = new Launcher.Builder<LanguageClient>()
                .setLocalService(server)
                .setRemoteInterface(LanguageClient.class)
                .setInput(in)
                .setOutput(out)
                .setExecutorService(reader)
                .wrapMessages(lifeCycle::wrap)
                .create();
        server.connect(launcher.getRemoteProxy());
        Future<Void> listening = launcher.startListening();
        CompletableFuture<?> unused = CompletableFuture.runAsync(
                        () -> await(listening), Executors.newSingleThreadExecutor(Stdio::daemon))
                .whenComplete((ended, failure) -> exit.complete(server.exitCode()));
        return exit.join();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "ftp-log-end");
        thread.setDaemon(true);
        return thread;
    }

    private static void await(Future<Void> listening) {
        try {
            listening.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            Failures.report(e);
        }
    }
}
