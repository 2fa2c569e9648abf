package io.github.ftploglens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real editors, with the configurations of {@code editors.md}, show what the packaged jar says; skipped where there are none. */
final class EditorsIT {
    private static final Path GUIDE =
            Path.of(System.getProperty("corpus.dir")).resolve("../../site/markdown/editors.md");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void neovimShowsHoversDiagnosticsAndSessions() throws IOException {
        assumeThat(isInstalled("nvim")).as("Neovim is installed").isTrue();
        Path settings = write("init.lua", configuration("lua"));
        Path script = write("script.lua", """
                vim.cmd("edit " .. vim.env.FTP_LOG)
                vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end)
                print("diagnostics: " .. #vim.diagnostic.get(0))
                local line = vim.fn.search('"530 ')
                vim.api.nvim_win_set_cursor(0, { line, vim.fn.getline(line):find('530 ') - 1 })
                local params = vim.lsp.util.make_position_params()
                for _, answer in pairs(vim.lsp.buf_request_sync(0, "textDocument/hover", params, 20000)) do
                  print("hover: " .. answer.result.contents.value)
                end
                local document = { textDocument = params.textDocument }
                for _, answer in pairs(vim.lsp.buf_request_sync(0, "textDocument/documentSymbol", document, 20000)) do
                  print("sessions: " .. #answer.result)
                end
                vim.cmd("qa!")
                """);
        Cli.Run run = edit("nvim", "--headless", "-u", settings, "-c", "luafile " + script);
        assertThat(run.err())
                .contains(
                        "diagnostics: 15",
                        "hover: ### 530 · Not Logged In",
                        "`USER dropbox_in` (line 9)",
                        "sessions: 10");
    }

    @Test
    void emacsShowsHoversAndDiagnostics() throws IOException {
        assumeThat(isInstalled("emacs")
                        && isInstalled("emacs", "-l", "package", "-f", "package-initialize", "-l", "eglot"))
                .as("Emacs is installed, and Eglot")
                .isTrue();
        Path settings = write("init.el", configuration("elisp"));
        Path script = write("script.el", """
                (setq eglot-sync-connect 20)
                (find-file (getenv "FTP_LOG"))
                (call-interactively 'eglot)
                (dotimes (_ 100) (unless (flymake-diagnostics) (flymake-start) (accept-process-output nil 0.2)))
                (message "diagnostics: %d" (length (flymake-diagnostics)))
                (goto-char (point-min))
                (search-forward "\\"530 ")
                (backward-char 3)
                (let ((hover (jsonrpc-request (eglot-current-server) :textDocument/hover
                                              (eglot--TextDocumentPositionParams))))
                  (message "hover: %s" (plist-get (plist-get hover :contents) :value)))
                """);
        Cli.Run run =
                edit("emacs", "--batch", "-l", "package", "-f", "package-initialize", "-l", settings, "-l", script);
        assertThat(run.err()).contains("diagnostics: 15", "530 · Not Logged In", "USER dropbox_in (line 9)");
    }

    private Cli.Run edit(Object... command) throws IOException {
        Path log = Files.copy(LinkedLog.FILE, folder.resolve("vsftpd.log"));
        Path home = Files.createDirectory(folder.resolve("home"));
        List<String> environment = List.of("env", "HOME=" + home, "XDG_STATE_HOME=" + home, "FTP_LOG=" + log);
        List<String> words = new ArrayList<>(environment);
        List.of(command).forEach(word -> words.add(word.toString()));
        return Cli.run(new byte[0], words);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** What the guide tells a user of the editor to write, with the jar that is tested. */
    private static String configuration(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(GUIDE));
        assertThat(block.find()).isTrue();
        return block.group(1).replace("/path/to/ftp-log-server.jar", System.getProperty("server.jar"));
    }

    private static boolean isInstalled(String... command) {
        List<String> words = new ArrayList<>(List.of(command));
        words.add(command.length == 1 ? "--version" : "--batch");
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
