package io.github.ftploglens;

import io.github.ftploglens.cli.Shell;

/** Opens the door for editors, or the one for the shell. */
public final class Main {
    private Main() {}

    /**
     * Runs the language server without arguments or with {@code --stdio}, else a command of the command line.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(Shell.run(arguments));
    }
}
