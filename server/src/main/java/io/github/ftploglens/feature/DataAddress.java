package io.github.ftploglens.feature;

import io.github.ftploglens.reply.ReplyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a data connection is to be opened, as 227, 228, 229, PORT, EPRT and LPRT say it.
 *
 * @param address the IP address as text, or empty where the address of the control connection is meant (RFC 2428 §3)
 * @param port the TCP port, 0 to 65535
 */
record DataAddress(String address, int port) {
    /** The first six numbers with commas between them; the parentheses are no part of the protocol (RFC 1123 §4.1.2.6). */
    private static final Pattern SIX =
            Pattern.compile("(?<![\\d,])(\\d{1,3}),(\\d{1,3}),(\\d{1,3}),(\\d{1,3}),(\\d{1,3}),(\\d{1,3})(?![\\d,])");

    /** {@code (|||6446|)}; the delimiter is any of the characters from 33 to 126 (RFC 2428 §3). */
    private static final Pattern EXTENDED = Pattern.compile("\\(([!-~])\\1\\1(\\d{1,5})\\1\\)");

    /** {@code |2|2001:db8::7|5282|} (RFC 2428 §2). */
    private static final Pattern EPRT = Pattern.compile("([!-~])[12]\\1([0-9A-Fa-f.:]{2,45})\\1(\\d{1,5})\\1");

    /** {@code 6,16,h1,…,h16,2,p1,p2} and the like (RFC 1639 §3). */
    private static final Pattern LONG =
            Pattern.compile("\\(?([46]),(4|16),((?:\\d{1,3},){4,16})2,(\\d{1,3}),(\\d{1,3})\\)?");

    /** What the reply says, if it is one that names an address. */
    static Optional<DataAddress> ofReply(ReplyCode code, String text) {
        return switch (code.value()) {
            case 227 -> six(text);
            case 228 -> longForm(text);
            case 229 -> extended(text);
            default -> Optional.empty();
        };
    }

    /** What the command says, if it is one that names an address. */
    static Optional<DataAddress> ofCommand(String verb, String argument) {
        return switch (verb) {
            case "PORT" -> six(argument);
            case "EPRT" -> eprt(argument);
            case "LPRT" -> longForm(argument);
            default -> Optional.empty();
        };
    }

    /** What the text of a 227 or the argument of PORT says. */
    private static Optional<DataAddress> six(String text) {
        Matcher six = SIX.matcher(text);
        if (!six.find()) {
            return Optional.empty();
        }
        List<Integer> numbers = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            numbers.add(Integer.parseInt(six.group(i)));
        }
        if (numbers.stream().anyMatch(number -> number > 255)) {
            return Optional.empty();
        }
        String address = six.group(1) + "." + six.group(2) + "." + six.group(3) + "." + six.group(4);
        return Optional.of(new DataAddress(address, numbers.get(4) * 256 + numbers.get(5)));
    }

    /** What the text of a 229 says. */
    private static Optional<DataAddress> extended(String text) {
        Matcher extended = EXTENDED.matcher(text);
        return extended.find() ? of("", extended.group(2)) : Optional.empty();
    }

    /** What the argument of EPRT says. */
    private static Optional<DataAddress> eprt(String argument) {
        Matcher eprt = EPRT.matcher(argument);
        return eprt.find() ? of(eprt.group(2), eprt.group(3)) : Optional.empty();
    }

    /** What the text of a 228 or the argument of LPRT says, of IPv4 and IPv6. */
    private static Optional<DataAddress> longForm(String text) {
        Matcher found = LONG.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        String[] bytes = found.group(3).split(",", -1);
        StringBuilder address = new StringBuilder();
        boolean four = found.group(1).equals("4");
        for (int i = 0; i + 1 < bytes.length; i++) {
            int value = Integer.parseInt(bytes[i]);
            String separator = i == 0 ? "" : four ? "." : i % 2 == 0 ? ":" : "";
            address.append(separator).append(four ? String.valueOf(value) : String.format(Locale.ROOT, "%02x", value));
        }
        int port = Integer.parseInt(found.group(4)) * 256 + Integer.parseInt(found.group(5));
        return bytes.length - 1 == Integer.parseInt(found.group(2)) && port <= 65_535
                ? Optional.of(new DataAddress(address.toString(), port))
                : Optional.empty();
    }

    private static Optional<DataAddress> of(String address, String port) {
        int number = Integer.parseInt(port);
        return number > 65_535 ? Optional.empty() : Optional.of(new DataAddress(address, number));
    }

    /** The last part of the key of the warning that the address or the port gives, or empty when there is none. */
    Optional<String> warning() {
        if (address.equals("0.0.0.0")) {
            return Optional.of("zero");
        }
        if (address.startsWith("127.") || address.equals("::1")) {
            return Optional.of("loopback");
        }
        if (isPrivate()) {
            return Optional.of("private");
        }
        return port < 1024 ? Optional.of("port") : Optional.empty();
    }

    /** RFC 1918, RFC 3927 and RFC 4193. */
    private boolean isPrivate() {
        return address.startsWith("10.")
                || address.startsWith("192.168.")
                || address.startsWith("169.254.")
                || address.matches("172\\.(1[6-9]|2\\d|3[01])\\..*")
                || address.matches("(?i)f[cd][0-9a-f]{2}:.*|fe80:.*");
    }

    /** The address and port as they are usually written. */
    @Override
    public String toString() {
        return (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + port;
    }
}
