package io.github.ftploglens.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of a configuration such as proftpd.conf or httpd.conf: directives with arguments, in quotes where they have blanks. */
final class LogicalLines {
    private LogicalLines() {}

    /** The lines by the number on which each begins, from 1; one that ends with a backslash goes on in the next. */
    static Map<Integer, String> of(String configuration) {
        Map<Integer, String> lines = new LinkedHashMap<>();
        StringBuilder line = new StringBuilder();
        int number = 0;
        int first = 1;
        for (String physical : configuration.lines().toList()) {
            number++;
            boolean goesOn = physical.endsWith("\\");
            line.append(goesOn ? physical.substring(0, physical.length() - 1) : physical);
            if (!goesOn) {
                lines.put(first, line.toString());
                line.setLength(0);
                first = number + 1;
            }
        }
        lines.put(first, line.toString());
        return lines;
    }

    /** The directive and its arguments; nothing for a comment. A backslash takes its meaning from a quote or a backslash. */
    static List<String> arguments(String line) {
        List<String> arguments = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
                continue;
            }
            if (c == '#' && arguments.isEmpty()) {
                return List.of();
            }
            boolean quoted = c == '"';
            StringBuilder argument = new StringBuilder();
            at += quoted ? 1 : 0;
            while (at < line.length() && (quoted ? line.charAt(at) != '"' : !Character.isWhitespace(line.charAt(at)))) {
                boolean escapes = line.charAt(at) == '\\' && at + 1 < line.length();
                at += escapes ? 1 : 0;
                argument.append(line.charAt(at++));
            }
            at += quoted ? 1 : 0;
            arguments.add(argument.toString());
        }
        return List.copyOf(arguments);
    }
}
