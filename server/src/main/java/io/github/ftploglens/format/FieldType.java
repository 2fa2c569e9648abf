package io.github.ftploglens.format;

import io.github.ftploglens.reply.Key;
import io.github.ftploglens.reply.ReplyCode;
import java.util.Optional;

/**
 * What a typed field of a pattern consists of. A type takes as much as it can, up to a fixed length, and never gives back:
 * that keeps every pattern linear in the length of the line.
 */
enum FieldType {
    /** Digits: {@code 28568}. */
    INT(20),
    /** Numbers with single blanks between them, as FileZilla's {@code 9009 1} (process and engine). */
    INTS(40),
    /** A byte count, or a hyphen for none. */
    COUNT(20),
    /** Characters other than white space. */
    WORD(512),
    /** An IP address or a host name. */
    ADDRESS(255),
    /** An IP address: {@code 192.0.2.7}, {@code 2001:db8::7}. */
    IP(45),
    /** Three digits that can be a reply code, not followed by a digit. */
    CODE(3),
    /** Reply codes with commas, quotes and blanks between them: {@code 150","226}. */
    CODES(80),
    /** Three digits that can be a reply code, then a space, a hyphen or the end of the line; and then all the rest. */
    REPLY(Integer.MAX_VALUE),
    /** Spaces and tabs. */
    BLANK(40),
    /** Characters up to the bracket that closes the one before the field: {@code a[b]} in {@code [a[b]]}. */
    BRACKETED(512),
    /** The name of a file: without blanks and colons but that of a drive, and with a dot or a slash, which times have not. */
    FILE(4_096),
    /** Characters up to the quotation mark that ends a JSON string (RFC 8259 §7), which no backslash precedes. */
    QUOTED(65_536),
    /** {@code 2684eafa-b405-4cbb-a934-65fc2af1316d} (RFC 9562 §4). */
    UUID(36, "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh"),
    /** A name of letters and digits: {@code CP6fKbGpbcCr8EK8L}, {@code 28568}, {@code 192.0.2.7:4242}. */
    ID(128),
    /** Letters: a command's name. */
    VERB(16),
    /** The sixteen columns of a row of a hex dump: {@code 32 32 30 20 28 76 0d 0a}, missing ones left blank. */
    HEX(47),
    /** The columns of curl's progress meter. */
    METER(160),
    /** {@code Fri Nov 20 05:08:39 2026}, as C's ctime(3) writes it. */
    CTIME(24, "Aaa Aaa _0 00:00:00 0000"),
    /** {@code Nov 20 05:08:39}, as syslog writes it (RFC 3164 §4.1.2). */
    SYSLOG(15, "Aaa _0 00:00:00"),
    /** {@code 20/Nov/2026:05:08:39 +0000}, as web servers write it. */
    CLF(26, "00/Aaa/0000:00:00:00 +0000"),
    /** {@code 2026-11-20T05:08:39.123Z}, with or without the T, the fraction and the zone. */
    ISO(35, "0000-00-00T00;00;00"),
    /** {@code 05:08:39}, with or without a fraction. */
    CLOCK(15, "00:00:00");

    private final int longest;
    private final String kinds;

    FieldType(int longest) {
        this(longest, "");
    }

    FieldType(int longest, String shape) {
        this.longest = longest;
        this.kinds = CharacterKinds.of(shape);
    }

    static Optional<FieldType> named(String name) {
        return Key.find(FieldType.class, name);
    }

    /** The column behind the field that begins at the column, or -1 when none does. */
    int end(String line, int from) {
        return switch (this) {
            case CODE -> ReplyCode.at(line, from) == null ? -1 : from + 3;
            case REPLY -> endOfReply(line, from);
            case IP -> endOfIp(line, from);
            case CODES -> endOfCodes(line, from);
            case UUID, CTIME, SYSLOG, CLF -> endOfShape(line, from);
            case ISO, CLOCK -> endOfTime(line, from);
            case INTS -> endOfInts(line, from);
            case ID -> endOfId(line, from);
            case BRACKETED -> endOfBrackets(line, from);
            case QUOTED -> endOfQuotes(line, from);
            case FILE -> endOfFile(line, from);
            case HEX -> endOfHex(line, from);
            default -> endOfRun(line, from);
        };
    }

    private int endOfRun(String line, int from) {
        int to = from;
        int last = Math.min(line.length(), from + longest);
        while (to < last && takes(line.charAt(to))) {
            to++;
        }
        return to == from || (to == last && last < line.length() && takes(line.charAt(to))) ? -1 : to;
    }

    private boolean takes(char c) {
        return switch (this) {
            case INT -> isDigit(c);
            case COUNT -> isDigit(c) || c == '-';
            case WORD -> c > ' ';
            case FILE -> c > ' ' && c != ':';
            case BLANK -> c == ' ' || c == '\t';
            case ADDRESS -> isDigit(c) || isLetter(c) || c == '.' || c == ':' || c == '-' || c == '_' || c == '%';
            case IP -> isHexDigit(c) || c == '.' || c == ':';
            case VERB -> isLetter(c);
            case METER -> isDigit(c) || "kMGTPdh :-.".indexOf(c) >= 0;
            default -> false;
        };
    }

    private static int endOfReply(String line, int from) {
        if (ReplyCode.at(line, from) == null) {
            return -1;
        }
        boolean ends = from + 3 == line.length() || line.charAt(from + 3) == ' ' || line.charAt(from + 3) == '-';
        return ends ? line.length() : -1;
    }

    private int endOfShape(String line, int from) {
        if (from + kinds.length() > line.length()) {
            return -1;
        }
        for (int i = 0; i < kinds.length(); i++) {
            if (!CharacterKinds.fits(line.charAt(from + i), kinds.charAt(i))) {
                return -1;
            }
        }
        return from + kinds.length();
    }

    private int endOfTime(String line, int from) {
        int to = endOfShape(line, from);
        if (to < 0) {
            return -1;
        }
        if (to + 1 < line.length()
                && (line.charAt(to) == '.' || line.charAt(to) == ',')
                && isDigit(line.charAt(to + 1))) {
            to = endOfDigits(line, to + 1, 9);
        }
        if (this == ISO && to < line.length()) {
            char zone = line.charAt(to);
            if (zone == 'Z') {
                to++;
            } else if ((zone == '+' || zone == '-') && endOfDigits(line, to + 1, 2) == to + 3) {
                boolean colon = to + 3 < line.length() && line.charAt(to + 3) == ':';
                to = endOfDigits(line, to + (colon ? 4 : 3), 2);
            }
        }
        return to;
    }

    private static int endOfInts(String line, int from) {
        int to = endOfDigits(line, from, 20);
        if (to == from) {
            return -1;
        }
        while (to + 1 < line.length() && line.charAt(to) == ' ' && isDigit(line.charAt(to + 1)) && to - from < 40) {
            to = endOfDigits(line, to + 1, 20);
        }
        return to;
    }

    /** A name may have dots, colons, commas and hyphens inside, but does not begin or end with one. */
    private int endOfId(String line, int from) {
        int to = -1;
        int last =
                from < line.length() && Slot.isWord(line.charAt(from)) ? Math.min(line.length(), from + longest) : from;
        for (int at = from; at < last && Slot.isRun(line.charAt(at)) && line.charAt(at) != ','; at++) {
            to = Slot.isWord(line.charAt(at)) ? at + 1 : to;
        }
        return to;
    }

    private int endOfIp(String line, int from) {
        int to = endOfRun(line, from);
        int dots = 0;
        int colons = 0;
        for (int i = from; i < to; i++) {
            dots += line.charAt(i) == '.' ? 1 : 0;
            colons += line.charAt(i) == ':' ? 1 : 0;
        }
        // Eight groups, or fewer with a "::" between them (RFC 4291 §2.2); 05:08:39 is a time.
        boolean isLong = colons == 7 || (colons >= 2 && line.substring(from, to).contains("::"));
        return isLong || (dots == 3 && colons == 0) ? to : -1;
    }

    private int endOfCodes(String line, int from) {
        int end = -1;
        int at = from;
        while (at - from < longest && ReplyCode.at(line, at) != null) {
            end = at + 3;
            at = end;
            while (at < line.length() && at - from < longest && "\", ".indexOf(line.charAt(at)) >= 0) {
                at++;
            }
        }
        return end;
    }

    private int endOfBrackets(String line, int from) {
        int depth = 0;
        for (int at = from; at < line.length() && at - from < longest; at++) {
            char c = line.charAt(at);
            if (c == '[') {
                depth++;
            } else if (c == ']' && depth-- == 0) {
                return at;
            }
        }
        return -1;
    }

    private int endOfFile(String line, int from) {
        boolean hasDrive = from + 1 < line.length() && isLetter(line.charAt(from)) && line.charAt(from + 1) == ':';
        int to = endOfRun(line, hasDrive ? from + 2 : from);
        for (int at = from; at < to; at++) {
            if ("./\\".indexOf(line.charAt(at)) >= 0) {
                return to;
            }
        }
        return -1;
    }

    private int endOfQuotes(String line, int from) {
        int last = Math.min(line.length(), from + longest);
        for (int at = from; at < last; at++) {
            char c = line.charAt(at);
            if (c == '"') {
                return at;
            }
            at += c == '\\' ? 1 : 0;
        }
        return -1;
    }

    private static int endOfHex(String line, int from) {
        if (from + 47 > line.length()) {
            return -1;
        }
        boolean missing = false;
        for (int i = 0; i < 47; i++) {
            char c = line.charAt(from + i);
            boolean between = i % 3 == 2;
            missing = missing || (!between && c == ' ');
            boolean fits = (between || missing) ? (c == ' ' || (between && c == '-')) : isHexDigit(c);
            if (!fits) {
                return -1;
            }
        }
        return from + 47;
    }

    private static boolean isHexDigit(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    private static int endOfDigits(String line, int from, int most) {
        int to = from;
        while (to < line.length() && to - from < most && isDigit(line.charAt(to))) {
            to++;
        }
        return to;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
