package io.github.ftploglens.cli;

import io.github.ftploglens.lsp.Stdio;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line: which command it names, and what the process ends with. */
@Command(
        name = "ftp-log-server",
        mixinStandardHelpOptions = true,
        versionProvider = Shell.Version.class,
        description = "Explains the reply codes in FTP logs.",
        footer = "Without any argument, or with --stdio, it is a language server on stdin and stdout.",
        subcommands = {
            ScanCommand.class,
            CheckCommand.class,
            ExplainCommand.class,
            CompareCommand.class,
            FormatsCommand.class
        })
public final class Shell implements Runnable {
    /** Bad usage, or input that cannot be read. */
    static final int TROUBLE = 2;

    private Shell() {}

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
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = new CommandLine(new Shell())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(Shell::misused)
                .setExecutionExceptionHandler(Shell::failed)
                .execute(arguments);
        out.flush();
        return code;
    }

    @Override
    public void run() {
        throw new ParameterException(new CommandLine(this), "a command is missing");
    }

    private static int misused(ParameterException misuse, String[] arguments) {
        misuse.getCommandLine().getErr().println("ftp-log-server: " + firstLine(misuse) + "; see --help");
        return TROUBLE;
    }

    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult arguments)
            throws Exception {
        if (failure instanceof IOException) {
            command.getErr().println("ftp-log-server: the output cannot be written (" + failure.getMessage() + ")");
            return TROUBLE;
        }
        throw failure;
    }

    private static String firstLine(ParameterException misuse) {
        String message = misuse.getMessage() == null ? "" : misuse.getMessage();
        return message.lines().findFirst().orElse("wrong usage");
    }

    /** The version in the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Shell.class.getPackage().getImplementationVersion();
            return new String[] {"ftp-log-server " + (version == null ? "development" : version)};
        }
    }
}
