package io.github.ftploglens.feature;

import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.reply.ReplyKind;
import java.util.Locale;

/**
 * What a command is for: another command with the same purpose may succeed where it failed.
 *
 * @param group {@value #LOGIN}, {@value #DATA}, {@value #LISTING}, or the verb of a command that nothing can stand in for
 * @param object the user, the path, the argument; or empty
 */
record Purpose(String group, String object) {
    static final String LOGIN = "login";
    static final String DATA = "data";
    static final String LISTING = "list";
    static final Purpose UNKNOWN = new Purpose("", "");

    boolean isLogin() {
        return group.equals(LOGIN);
    }

    /** Whether a reply with the code says that the purpose is fulfilled, or the command accepted where that is all it asks. */
    boolean isFulfilledBy(ReplyCode code) {
        return code.kind() == ReplyKind.COMPLETION || (code.kind() == ReplyKind.INTERMEDIATE && !isLogin());
    }

    /** The last part of its keys in the language files. */
    String key() {
        boolean isCommand = group.equals(group.toUpperCase(Locale.ROOT));
        return isCommand ? "command" : group;
    }
}
