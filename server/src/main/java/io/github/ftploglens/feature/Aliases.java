package io.github.ftploglens.feature;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that stand for the users, hosts, directories and files of a log; the same one always for the same thing. Addresses
 * get those that documentation uses (RFC 5737, RFC 3849), and when they are used up, those that no machine has (RFC 1112 §4).
 */
final class Aliases {
    /** Names that tell of nobody. */
    private static final Set<String> NOBODY = Set.of(
            "",
            "-",
            "?",
            "*",
            "anonymous",
            "ftp",
            "guest",
            "nobody",
            "root",
            "unknown",
            "<unknown>",
            "(none)",
            "none",
            "null");

    private static final Set<String> HERE = Set.of("", "-", "?", "localhost", "unknown", "UNKNOWN");

    /** A name of more different lengths behind one first word is not looked for; it bounds the time for a hostile log. */
    private static final int MOST_LENGTHS = 64;

    /** Behind a host's name: {@code :50230}, or {@code .50230} as tcpdump writes it. */
    private static final Pattern HOST_AND_PORT = Pattern.compile("(.*?)([.:]\\d{1,5})?");

    private static final Pattern EXTENSION = Pattern.compile(".+\\.([A-Za-z0-9]{1,8})");
    private static final Pattern NO_NAME = Pattern.compile("[\\p{Punct}\\s]*|[A-Za-z]:");

    private final Set<String> vocabulary;
    private final Map<String, String> users = new HashMap<>();
    private final Map<String, String> hosts = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    /** All that is to be replaced wherever it stands, and how long such texts are, by their first words. */
    private final Map<String, String> known = new HashMap<>();

    private final Map<String, TreeSet<Integer>> lengths = new HashMap<>();
    private int directories;
    private int files;
    private int fours;
    private int sixes;
    private int named;

    /** What a name in a path is. */
    enum Kind {
        DIRECTORY,
        FILE
    }

    /** @param vocabulary words in lower case that servers say, which stay even where they are somebody's name */
    Aliases(Set<String> vocabulary) {
        this.vocabulary = vocabulary;
    }

    String user(String name) {
        if (NOBODY.contains(name.toLowerCase(Locale.ROOT)) || name.startsWith("(not ")) {
            return name;
        }
        String domain = name.indexOf('@') < 0 ? "" : "@example.com";
        String alias = users.computeIfAbsent(name, key -> "user" + (users.size() + 1) + domain);
        know(name, alias);
        return alias;
    }

    /** An IPv4 address in its usual form. */
    String ipv4(String address) {
        return address.startsWith("127.") || address.equals("0.0.0.0") || address.startsWith("255.255.255.")
                ? address
                : hosts.computeIfAbsent(address, key -> documentation(fours++));
    }

    private static String documentation(int number) {
        String[] ranges = {"192.0.2.", "198.51.100.", "203.0.113."};
        int host = number % 254 + 1;
        int range = number / 254;
        return range < ranges.length
                ? ranges[range] + host
                : "240." + (range >> 16 & 0xFF) + "." + (range >> 8 & 0xFF) + "." + (range & 0xFF);
    }

    /** An IPv6 address without brackets. */
    String ipv6(String address) {
        boolean isHere = address.equals("::1") || address.equals("::");
        return isHere
                ? address
                : hosts.computeIfAbsent(
                        address.toLowerCase(Locale.ROOT), key -> "2001:db8::" + Integer.toHexString(++sixes));
    }

    /** The name of a host, perhaps with a port. */
    String host(String host) {
        Matcher parts = HOST_AND_PORT.matcher(host);
        if (HERE.contains(host) || !parts.matches() || HERE.contains(parts.group(1))) {
            return host;
        }
        String name = parts.group(1);
        String alias = hosts.computeIfAbsent(name, key -> "host" + ++named + ".example.com");
        know(name, alias);
        return alias + (parts.group(2) == null ? "" : parts.group(2));
    }

    /** A path; what stands between slashes keeps its place, and the last name its extension. */
    String path(String path, Kind last) {
        StringBuilder alias = new StringBuilder();
        int from = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || separates(path, i)) {
                alias.append(name(path.substring(from, i), i == path.length() ? last : Kind.DIRECTORY));
                alias.append(i == path.length() ? "" : path.charAt(i));
                from = i + 1;
            }
        }
        return alias.toString();
    }

    /** A backslash before a sign is an escape of JSON, and no separator of Windows. */
    private static boolean separates(String path, int at) {
        return path.charAt(at) == '/'
                || (path.charAt(at) == '\\' && at + 1 < path.length() && isWord(path.charAt(at + 1)));
    }

    private String name(String name, Kind kind) {
        if (NO_NAME.matcher(name).matches()) {
            return name;
        }
        String alias = names.get(name);
        if (alias == null) {
            Matcher extension = EXTENSION.matcher(name);
            boolean isFile = kind == Kind.FILE || extension.matches();
            alias = isFile ? "file" + ++files : "dir" + ++directories;
            alias += extension.matches() ? "." + extension.group(1) : "";
            names.put(name, alias);
            know(name, alias);
        }
        return alias;
    }

    /** A password: it is replaced wherever it stands from here on. */
    String secret(String password) {
        if (password.length() > 3) {
            know(password, "***");
        }
        return "***";
    }

    private void know(String text, String alias) {
        boolean tells = text.length() > 1
                && !vocabulary.contains(text.toLowerCase(Locale.ROOT))
                && !text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (tells && known.putIfAbsent(text, alias) == null) {
            TreeSet<Integer> same = lengths.computeIfAbsent(firstWord(text, 0), key -> new TreeSet<>());
            if (same.size() < MOST_LENGTHS) {
                same.add(text.length());
            }
        }
    }

    /** Where the longest known text ends that begins at the column as a word, or -1. */
    int endOfKnown(String text, int from) {
        boolean inWord = from > 0 && isWord(text.charAt(from - 1)) && isWord(text.charAt(from));
        TreeSet<Integer> possible = inWord ? null : lengths.get(firstWord(text, from));
        for (int length : possible == null ? Collections.<Integer>emptySortedSet() : possible.descendingSet()) {
            int end = from + length;
            boolean ends = end == text.length()
                    || (end < text.length() && !(isWord(text.charAt(end)) && isWord(text.charAt(end - 1))));
            if (ends && known.containsKey(text.substring(from, end))) {
                return end;
            }
        }
        return -1;
    }

    /** The text with what is known replaced. */
    String inText(String text) {
        if (known.isEmpty()) {
            return text;
        }
        StringBuilder replaced = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = endOfKnown(text, at);
            if (end > 0) {
                replaced.append(known.get(text.substring(at, end)));
            } else {
                end = at + firstWord(text, at).length();
                replaced.append(text, at, end);
            }
            at = end;
        }
        return replaced.toString();
    }

    /** The letters and digits that begin there, or one other character. */
    private static String firstWord(String text, int from) {
        int end = from;
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        return text.substring(from, Math.max(end, from + 1));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }
}
