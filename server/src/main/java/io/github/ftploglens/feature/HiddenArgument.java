package io.github.ftploglens.feature;

import io.github.ftploglens.feature.Aliases.Kind;
import io.github.ftploglens.reply.Command;
import io.github.ftploglens.reply.ReplyCatalogue;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces in the arguments of commands what tells of persons and machines. */
final class HiddenArgument {
    /** Commands whose argument is a directory. */
    private static final Set<String> OF_DIRECTORIES =
            Set.of("CWD", "MKD", "RMD", "SMNT", "LIST", "NLST", "MLSD", "SITE MKDIR", "SITE RMDIR", "RMDA", "AVBL");

    /** {@code -la }, {@code modify=20261120050839; }, as they stand before a path. */
    private static final Pattern BEFORE_PATH =
            Pattern.compile("(?:-[A-Za-z]{1,10}+(?:\\s++|$)|[\\w.-]{1,30}+=[^;]{0,64}+;\\s*+){1,16}+");

    /** {@code 20261120050839 }, {@code 755 }: a time or rights. */
    private static final Pattern NUMBER = Pattern.compile("\\d{3,14}+(?:\\.\\d{1,9}+)?\\s++");

    private static final Set<String> WITH_NUMBERS = Set.of("MDTM", "MFMT", "MFCT", "SITE CHMOD", "SITE UTIME");

    private static final Pattern FIRST_WORD = Pattern.compile("(\\S*)(\\s*)(.*)", Pattern.DOTALL);

    private final ReplyCatalogue catalogue;
    private final Aliases aliases;
    private final HiddenText hidden;

    HiddenArgument(ReplyCatalogue catalogue, Aliases aliases, HiddenText hidden) {
        this.catalogue = catalogue;
        this.aliases = aliases;
        this.hidden = hidden;
    }

    /** @param verb the verb of the command in upper case */
    String of(String verb, String argument) {
        String command = verb + " " + argument;
        int secret = Secrets.startOfSecret(catalogue, command);
        if (secret > 0) {
            return command.substring(verb.length() + 1, secret) + aliases.secret(command.substring(secret));
        }
        Matcher words = FIRST_WORD.matcher(argument);
        Optional<Command> inner = words.matches()
                ? catalogue.command(verb + " " + words.group(1).toUpperCase(Locale.ROOT))
                : Optional.empty();
        if (inner.isPresent() && !words.group(3).isEmpty()) {
            return words.group(1) + words.group(2) + of(inner.get(), words.group(3));
        }
        return catalogue
                .command(catalogue.canonical(verb))
                .map(known -> of(known, argument))
                .orElseGet(() -> aliases.path(argument, Kind.FILE));
    }

    private String of(Command command, String argument) {
        return switch (command.argument()) {
            case SECRET -> aliases.secret(argument);
            case USER -> aliases.user(argument);
            case PATH, NONE -> path(command.verb(), argument);
            case ADDRESS, NUMBER -> hidden.of(argument);
            case TEXT ->
                command.verb().equals("HOST")
                        ? aliases.host(argument)
                        : command.verb().startsWith("SITE") ? path(command.verb(), argument) : hidden.of(argument);
        };
    }

    private String path(String verb, String argument) {
        Pattern before = WITH_NUMBERS.contains(verb) ? NUMBER : BEFORE_PATH;
        Matcher start = before.matcher(argument);
        int from = start.lookingAt() ? start.end() : 0;
        Kind kind = OF_DIRECTORIES.contains(verb) ? Kind.DIRECTORY : Kind.FILE;
        return argument.substring(0, from) + aliases.path(argument.substring(from), kind);
    }
}
