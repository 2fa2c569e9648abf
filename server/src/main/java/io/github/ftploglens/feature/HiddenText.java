package io.github.ftploglens.feature;

import io.github.ftploglens.feature.Aliases.Kind;
import io.github.ftploglens.reply.ReplyCatalogue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces in free text what tells of persons and machines: addresses, names that the log has told, and paths. */
final class HiddenText {
    /** A part that is replaced; the groups are bounded, so that no text makes it slow. */
    private static final Pattern TELLING =
            Pattern.compile("(?<secret>(?i:\\b(?:PASS|ACCT|ADAT)) {1,9}(?:[^\\s'\":,;()*\\\\]|\\\\(?![\"nr])){1,256}+)"
                    + "|(?<url>\\b(?:(?:s?ftps?|ftpes)://|\\w{2,10}://(?=[^\\s/@\"']{1,256}@))[^\\s\"'<>]{1,2048})"
                    + "|(?<mail>(?<![\\w.+-])[\\w.+-]{1,64}+@(?:[\\w-]{1,63}\\.){1,8}[A-Za-z]{2,20}(?!\\w))"
                    + "|(?<six>(?<![\\d,])(?:\\d{1,3},){3}\\d{1,3}(?=,\\d{1,3},\\d{1,3}(?![\\d,])))"
                    + "|(?<long>(?<![\\d,])(?:6,16|4,4)(?:,\\d{1,3}){4,16}(?=,2,\\d{1,3},\\d{1,3}(?![\\d,])))"
                    + "|(?<mapped>(?<![\\w.:])::(?i:ffff:)(?=\\d{1,3}\\.))"
                    + "|(?<four>(?<![\\d.])\\d{1,3}(?:\\.\\d{1,3}){3}(?!\\d))"
                    + "|(?<colons>(?<![\\w.:])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?![\\w:]))"
                    + "|(?<quoted>\"/[^\"]{1,1024}\")"
                    + "|(?<path>(?<![\\w./:\\\\<>*-])/(?=[\\w.~%+-]))");

    private static final Pattern URL =
            Pattern.compile("(\\w+://)(?:([^:/@]*)(:[^/@]*)?@)?(\\[[^\\]]*\\]|[^:/\\[]*)(:\\d*)?(.*)", Pattern.DOTALL);

    /** {@code -rw-r--r-- 1 ann users 57 Nov 20 05:06 a.txt}, as ls(1) writes it. */
    private static final Pattern LS = Pattern.compile("(?<!\\S)[-dlbcps][-rwxsStT]{9}[+.@]?\\s{1,9}\\d{1,9}\\s{1,9}"
            + "(?<owner>\\S{1,64})\\s{1,64}(?<group>\\S{1,64})\\s{1,64}\\d{1,19}\\s{1,9}"
            + "\\S{1,4}\\s{1,9}\\d{1,2}\\s{1,9}[\\d:]{4,5} (?<name>[^\\s\"'](?:[^\"']*[^\\s\"'])?)");

    /** {@code type=file;size=57; a.txt} (RFC 3659 §7.2). */
    private static final Pattern MLSX = Pattern.compile(
            "(?<![\\w;=])(?:[A-Za-z][\\w.-]{1,30}=[^;\\s]{0,64};){1,16} (?<name>[^\\s\"'](?:[^\"']*[^\\s\"'])?)");

    /** {@code 11-20-26  05:06AM  57 a.txt}, as IIS writes it. */
    private static final Pattern DOS = Pattern.compile(
            "\\d\\d-\\d\\d-\\d\\d(?:\\d\\d)?\\s{1,9}\\d\\d:\\d\\d(?:[AP]M)?\\s{1,30}(?:<DIR>|\\d{1,19})\\s{1,30}"
                    + "(?<name>[^\\s\"'](?:[^\"']*[^\\s\"'])?)");

    private final ReplyCatalogue catalogue;
    private final Aliases aliases;

    HiddenText(ReplyCatalogue catalogue, Aliases aliases) {
        this.catalogue = catalogue;
        this.aliases = aliases;
    }

    /** The text without what is telling. */
    String of(String text) {
        for (Pattern listing : new Pattern[] {LS, MLSX, DOS}) {
            Matcher entry = listing.matcher(text);
            if (entry.find()) {
                return listing(listing, entry, text);
            }
        }
        return plain(text);
    }

    /** Only addresses and URLs: where the layout of a line depends on its words. */
    String addressesOf(String text) {
        Matcher telling = TELLING.matcher(text);
        return telling.replaceAll(found -> {
            boolean isAddress = telling.group("quoted") == null && telling.group("path") == null;
            return Matcher.quoteReplacement(isAddress ? replacement(telling) : telling.group());
        });
    }

    private String listing(Pattern listing, Matcher entry, String text) {
        StringBuilder hidden = new StringBuilder();
        int from = 0;
        if (listing.equals(LS)) {
            hidden.append(plain(text.substring(0, entry.start("owner"))));
            hidden.append(aliases.user(entry.group("owner")));
            hidden.append(text, entry.end("owner"), entry.start("group"));
            hidden.append(aliases.user(entry.group("group")));
            from = entry.end("group");
        }
        boolean isDirectory = entry.group().startsWith("d")
                || entry.group().contains("=dir;")
                || entry.group().contains("<DIR>");
        // The facts and times before the name tell nothing; what stands before the entry may.
        hidden.append(from == 0 ? plain(text.substring(0, entry.start())) : "");
        hidden.append(text, Math.max(from, entry.start()), entry.start("name"));
        String[] link = entry.group("name").split(" -> ", 2);
        hidden.append(aliases.path(link[0], isDirectory ? Kind.DIRECTORY : Kind.FILE));
        hidden.append(link.length == 1 ? "" : " -> " + aliases.path(link[1], Kind.FILE));
        return hidden.append(plain(text.substring(entry.end()))).toString();
    }

    private String plain(String text) {
        StringBuilder hidden = new StringBuilder();
        Matcher telling = TELLING.matcher(text);
        int from = 0;
        while (from <= text.length() && telling.find(from)) {
            hidden.append(aliases.inText(text.substring(from, telling.start())));
            int end = telling.group("path") == null ? telling.end() : endOfPath(text, telling.start());
            hidden.append(
                    telling.group("path") == null
                            ? replacement(telling)
                            : aliases.path(text.substring(telling.start(), end), Kind.FILE));
            from = end;
        }
        return from > text.length() ? hidden.toString() : hidden + aliases.inText(text.substring(from));
    }

    private String replacement(Matcher telling) {
        String text = telling.group();
        if (telling.group("secret") != null) {
            return secret(text);
        }
        if (telling.group("url") != null) {
            return url(text);
        }
        if (telling.group("mail") != null) {
            return aliases.user(text);
        }
        if (telling.group("six") != null) {
            return aliases.ipv4(text.replace(',', '.')).replace('.', ',');
        }
        if (telling.group("long") != null) {
            return longForm(text);
        }
        if (telling.group("four") != null) {
            return isIpv4(text) ? aliases.ipv4(text) : text;
        }
        if (telling.group("colons") != null) {
            return isIpv6(text) ? aliases.ipv6(text) : aliases.inText(text);
        }
        return telling.group("quoted") == null
                ? text
                : "\"" + aliases.path(text.substring(1, text.length() - 1), Kind.DIRECTORY) + "\"";
    }

    /** A password behind its command, unless another command is listed there. */
    private String secret(String text) {
        int word = text.lastIndexOf(' ') + 1;
        boolean isVerb = catalogue.command(text.substring(word)).isPresent();
        return isVerb ? text : text.substring(0, word) + "***";
    }

    private String url(String text) {
        Matcher url = URL.matcher(text);
        if (!url.matches()) {
            return text;
        }
        String user =
                url.group(2) == null ? "" : aliases.user(url.group(2)) + (url.group(3) == null ? "" : ":***") + "@";
        String host = url.group(4);
        String shown = host.startsWith("[")
                ? "[" + addressesOf(host.substring(1, host.length() - 1)) + "]"
                : host.matches("[\\d.]+") ? addressesOf(host) : aliases.host(host);
        String port = url.group(5) == null ? "" : url.group(5);
        return url.group(1) + user + shown + port + aliases.path(url.group(6), Kind.FILE);
    }

    /** {@code 4,4,192,0,2,7} and {@code 6,16,32,1,…} (RFC 1639 §3): the numbers of the address become others. */
    private String longForm(String text) {
        if (text.startsWith("4,4,")) {
            String address = text.substring(4);
            return "4,4," + aliases.ipv4(address.replace(',', '.')).replace('.', ',');
        }
        String alias = aliases.ipv6(text.substring(5));
        int number = Integer.parseInt(alias.substring(alias.lastIndexOf(':') + 1), 16);
        return "6,16,32,1,13,184,0,0,0,0,0,0,0,0,0," + (number >> 16 & 0xFF) + "," + (number >> 8 & 0xFF) + ","
                + (number & 0xFF);
    }

    /** Where the path ends: names that the log has told may have blanks in them. */
    private int endOfPath(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) == '/') {
            at++;
            int known = at < text.length() ? aliases.endOfKnown(text, at) : -1;
            if (known > 0) {
                at = known;
            } else {
                while (at < text.length() && " \t/\"'`<>|,;:()[]{}*?".indexOf(text.charAt(at)) < 0) {
                    at++;
                }
            }
        }
        // The full stop of a sentence.
        return at > start + 1 && text.charAt(at - 1) == '.' ? at - 1 : at;
    }

    private static boolean isIpv4(String text) {
        for (String octet : text.split("\\.", -1)) {
            if (Integer.parseInt(octet) > 255) {
                return false;
            }
        }
        return true;
    }

    /** Eight groups, or fewer with a gap; 05:08:39 has neither. */
    private static boolean isIpv6(String text) {
        boolean gap = text.contains("::");
        return text.length() > 2 && (gap || text.chars().filter(c -> c == ':').count() == 7);
    }
}
