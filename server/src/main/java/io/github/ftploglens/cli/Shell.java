package io.github.ftploglens.cli;

import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.KnowledgeFiles;
import io.github.ftploglens.lsp.Stdio;
import io.github.ftploglens.reply.Wording;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: which command it names, and what the process ends with. Its words are {@code cli.…} in the language files. */
@Command(
        name = Shell.NAME,
        mixinStandardHelpOptions = true,
        versionProvider = Shell.Version.class,
        subcommands = {
            ScanCommand.class,
            CheckCommand.class,
            ExplainCommand.class,
            CompareCommand.class,
            CompareSessionsCommand.class,
            ReportCommand.class,
            RedactCommand.class,
            FormatsCommand.class,
            CompletionCommand.class
        })
public final class Shell implements Runnable {
    static final String NAME = "ftp-log-server";

    /** What the user typed to come here: the launcher of the tarball has a name of its own. */
    static final String TYPED = System.getProperty("ftp-log-lens.command", NAME);

    /** Bad usage, or input that cannot be read. */
    static final int TROUBLE = 2;

    private final CompletableFuture<Knowledge> knowledge;

    private Shell(CompletableFuture<Knowledge> knowledge) {
        this.knowledge = knowledge;
    }

    /**
     * Runs what the arguments say.
     *
     * @return the exit code of the process
     */
    public static int run(String[] arguments) {
        if (arguments.length == 0 || (arguments.length == 1 && arguments[0].equals("--stdio"))) {
            PrintStream protocol = System.out;
            // Whatever prints from here on must not disturb the protocol.
            System.setOut(System.err);
            return Stdio.serve(System.in, protocol);
        }
        PrintWriter out = new PrintWriter(new Output(), false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        String language = language(List.of(arguments));
        // The files are read while picocli gets to know the commands: each takes about as long as the other.
        Shell shell = new Shell(
                CompletableFuture.supplyAsync(() -> KnowledgeFiles.load().in(language), Shell::onThreadOfItsOwn));
        int code = new CommandLine(shell)
                .setCommandName(TYPED)
                .setResourceBundle(new CliWords(shell.knowledge().words()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((misuse, given) -> shell.misused(misuse))
                .setExecutionExceptionHandler((failure, command, given) -> shell.failed(failure, command))
                .execute(arguments);
        try {
            out.flush();
        } catch (OutputGone e) {
            return TROUBLE;
        }
        return code;
    }

    /** What the product knows, in the language that the arguments or the system ask for. */
    Knowledge knowledge() {
        return knowledge.join();
    }

    @Override
    public void run() {
        throw new ParameterException(new CommandLine(this), knowledge().words().get("cli.error.command"));
    }

    private static void onThreadOfItsOwn(Runnable task) {
        Thread thread = new Thread(task, "ftp-log-knowledge");
        thread.setDaemon(true);
        thread.start();
    }

    /** The language must be known before picocli reads the arguments, for what it has to say about them. */
    private static String language(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).startsWith(LanguageOption.NAME + "=")) {
                return arguments.get(i).substring(LanguageOption.NAME.length() + 1);
            }
            if (arguments.get(i).equals(LanguageOption.NAME) && i + 1 < arguments.size()) {
                return arguments.get(i + 1);
            }
        }
        return Locale.getDefault().getLanguage();
    }

    private int misused(ParameterException misuse) {
        misuse.getCommandLine()
                .getErr()
                .println(TYPED + ": " + knowledge().words().get("cli.error.usage", Map.of("problem", problem(misuse))));
        return TROUBLE;
    }

    private String problem(ParameterException misuse) {
        Wording words = knowledge().words();
        if (misuse instanceof UnmatchedArgumentException unmatched) {
            return words.get(
                    "cli.error.unmatched",
                    Map.of("argument", unmatched.getUnmatched().get(0)));
        }
        if (misuse instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return words.get(
                    "cli.error.missing",
                    Map.of("argument", missing.getMissing().get(0).paramLabel()));
        }
        if (misuse.getCause() != null || misuse.getValue() != null) {
            return words.get("cli.error.value", Map.of("value", String.valueOf(misuse.getValue())));
        }
        return misuse.getMessage() == null ? "" : misuse.getMessage();
    }

    private int failed(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof OutputGone gone) {
            // A reader such as head goes when it has read enough: no news to anybody.
            if (!gone.isClosedPipe()) {
                String reason = String.valueOf(failure.getMessage());
                command.getErr()
                        .println(TYPED + ": " + knowledge().words().get("cli.error.output", Map.of("reason", reason)));
            }
            return TROUBLE;
        }
        throw failure;
    }

    /** Nobody reads what we print any more; unchecked, because a {@link PrintWriter} would swallow an IOException. */
    private static final class OutputGone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutputGone(IOException cause) {
            super(cause.getMessage(), cause);
        }

        boolean isClosedPipe() {
            return String.valueOf(getMessage()).contains("pipe");
        }
    }

    private static final class Output extends OutputStream {
        private final FileOutputStream stdout = new FileOutputStream(FileDescriptor.out);

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            try {
                stdout.write(bytes, from, count);
            } catch (IOException e) {
                throw new OutputGone(e);
            }
        }
    }

    /** The version in the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Shell.class.getPackage().getImplementationVersion();
            return new String[] {TYPED + " " + (version == null ? "development" : version)};
        }
    }
}
