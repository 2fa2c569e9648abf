package io.github.ftploglens.feature;

import io.github.ftploglens.reply.Command;
import io.github.ftploglens.reply.ReplyCatalogue;
import io.github.ftploglens.reply.ReplyCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What commands are for, by the catalogue. */
final class Purposes {
    private static final Set<String> LOGINS = Set.of("USER", "PASS", "ACCT");
    private static final Set<String> LISTINGS = Set.of("LIST", "MLSD", "NLST");

    /** The replies that name the address of a data connection (RFC 959 §4.2.2, RFC 1639 §3, RFC 2428 §3). */
    private static final Set<ReplyCode> ADDRESSES = Set.of(new ReplyCode(227), new ReplyCode(228), new ReplyCode(229));

    private final Map<String, String> groups = new HashMap<>();

    Purposes(ReplyCatalogue catalogue) {
        for (Command command : catalogue.commands()) {
            String verb = catalogue.canonical(command.verb());
            groups.put(
                    command.verb(), catalogue.command(verb).map(Purposes::group).orElse(verb));
        }
    }

    private static String group(Command command) {
        if (LOGINS.contains(command.verb())) {
            return Purpose.LOGIN;
        }
        if (LISTINGS.contains(command.verb())) {
            return Purpose.LISTING;
        }
        boolean agreesOnData = command.group() == Command.Group.SETUP
                && (command.argument() == Command.Argument.ADDRESS
                        || command.replies().stream().anyMatch(ADDRESSES::contains));
        return agreesOnData ? Purpose.DATA : command.verb();
    }

    /**
     * The purpose of a command.
     *
     * @param verb its verb in upper case
     * @param command the verb and perhaps a blank and an argument; asked only where the argument matters
     * @param user who has sent it, or empty
     */
    Purpose of(String verb, Supplier<String> command, String user) {
        String group = groups.getOrDefault(verb, verb);
        return switch (group) {
            case Purpose.LOGIN -> new Purpose(group, user);
            case Purpose.DATA -> new Purpose(group, "");
            case Purpose.LISTING -> new Purpose(group, withoutOptions(argument(command.get())));
            default -> new Purpose(group, argument(command.get()));
        };
    }

    private static String argument(String command) {
        int blank = command.indexOf(' ');
        return blank < 0 ? "" : command.substring(blank + 1).strip();
    }

    /** {@code LIST -la pub} lists {@code pub}. */
    private static String withoutOptions(String argument) {
        String path = argument;
        while (path.startsWith("-")) {
            int blank = path.indexOf(' ');
            path = blank < 0 ? "" : path.substring(blank + 1).stripLeading();
        }
        return path;
    }
}
