package io.github.ftploglens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real editors, with the configurations of {@code editors.md}, show what the unpacked tarball says; skipped where there are none. */
final class EditorsIT {
    private final EditorsGuide guide = EditorsGuide.read();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void neovimShowsHoversDiagnosticsAndSessions() throws IOException {
        assumeThat(isInstalled("nvim")).as("Neovim is installed").isTrue();
        neovimShows(guide.block("lua", "start_client"));
    }

    /** Debian 12 has Neovim 0.7: what a newer one does with the configuration is done for it. */
    @Test
    void neovimTakesTheNewerConfiguration() throws IOException {
        assumeThat(isInstalled("nvim")).as("Neovim is installed").isTrue();
        neovimShows("""
                local configs = {}
                vim.g.do_filetype_lua = 1
                vim.lsp.inlay_hint = { enable = function() end }
                vim.lsp.config = function(name, config) configs[name] = config end
                vim.lsp.enable = function(name)
                  vim.api.nvim_create_autocmd("FileType", {
                    pattern = configs[name].filetypes,
                    callback = function(event)
                      vim.lsp.buf_attach_client(event.buf, vim.lsp.start_client({ name = name, cmd = configs[name].cmd }))
                    end,
                  })
                end
                """ + guide.block("lua", "vim.lsp.enable"));
    }

    private void neovimShows(String configuration) throws IOException {
        Path settings = write("init.lua", configuration);
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
    void emacsShowsHoversAndDiagnosticsWithEglot() throws IOException {
        assumeThat(isInstalled("emacs") && hasPackage("eglot"))
                .as("Emacs is installed, and Eglot")
                .isTrue();
        emacsShows(guide.block("elisp", "(require 'eglot)"), """
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
    }

    @Test
    void emacsShowsHoversAndDiagnosticsWithLspMode() throws IOException {
        assumeThat(isInstalled("emacs") && hasPackage("lsp-mode"))
                .as("Emacs is installed, and lsp-mode")
                .isTrue();
        Cli.Run run = emacsShows(guide.block("elisp", "(require 'lsp-mode)"), """
                (setq lsp-auto-guess-root t lsp-session-file (concat (getenv "HOME") "/lsp-session"))
                (remove-hook 'ftp-log-mode-hook #'lsp-deferred)
                (find-file (getenv "FTP_LOG"))
                (lsp)
                (dotimes (_ 100)
                  (when (zerop (hash-table-count (lsp-diagnostics))) (accept-process-output nil 0.2)))
                (maphash (lambda (_ found) (message "diagnostics: %d" (length found))) (lsp-diagnostics))
                (goto-char (point-min))
                (search-forward "\\"530 ")
                (backward-char 3)
                (let ((hover (lsp-request "textDocument/hover" (lsp--text-document-position-params))))
                  (message "hover: %s" (lsp-get (lsp-get hover :contents) :value)))
                (lsp-execute-code-action
                  (seq-find (lambda (action) (equal (lsp-get action :title) "Explain 530"))
                            (lsp-code-actions-at-point)))
                """);
        assertThat(run.err()).as("lsp-mode 8.0 shows no documents").containsPattern("Written to .*/explain-530\\.md");
    }

    private Cli.Run emacsShows(String configuration, String script) throws IOException {
        Path settings = write("init.el", configuration);
        Path file = write("script.el", script);
        Cli.Run run = edit("emacs", "--batch", "-l", "package", "-f", "package-initialize", "-l", settings, "-l", file);
        assertThat(run.err())
                .contains("diagnostics: 15", "530 · Not Logged In")
                .containsPattern("USER dropbox_in`? \\(line 9\\)");
        return run;
    }

    private Cli.Run edit(Object... command) throws IOException {
        Path log = Files.copy(LinkedLog.FILE, folder.resolve("vsftpd.log"));
        Path home = Files.createDirectory(folder.resolve("home"));
        Path launcher = Tarball.unpackInto(Files.createDirectory(folder.resolve("programs")))
                .resolve("bin");
        // Where the launcher would keep its archive of classes lies a file: these tests leave nothing running behind.
        Files.createFile(home.resolve("ftp-log-lens"));
        List<String> environment = List.of(
                "timeout",
                "100",
                "env",
                "HOME=" + home,
                "XDG_STATE_HOME=" + home,
                "NVIM_LOG_FILE=" + home.resolve("nvim.log"),
                "XDG_CACHE_HOME=" + home,
                "PATH=" + launcher + ":" + System.getenv("PATH"),
                "FTP_LOG=" + log);
        List<String> words = new ArrayList<>(environment);
        List.of(command).forEach(word -> words.add(word.toString()));
        return Cli.run(new byte[0], words);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static boolean hasPackage(String name) {
        return isInstalled("emacs", "-l", "package", "-f", "package-initialize", "-l", name);
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
