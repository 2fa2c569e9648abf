package io.github.ftploglens.format;

import io.github.ftploglens.format.LinePattern.Layout;
import io.github.ftploglens.format.LinePattern.Place;
import io.github.ftploglens.format.LinePattern.Role;
import io.github.ftploglens.format.LinePattern.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A directive by which a program is told how to write its log: {@code LogFormat full "%h %u %t \"%r\" %s"} in proftpd.conf.
 *
 * @param name the directive
 * @param id what the ids of formats begin with that it describes
 * @param title what a reader calls such a format, before its name
 * @param variables what may stand in it, by how it is written; {@code *} stands for any name between braces
 * @param times what may stand between the braces of a time
 * @param words the lists of texts that the variables name
 */
record LogDirective(
        String name,
        String id,
        String title,
        Map<String, Variable> variables,
        Map<String, Variable> times,
        Map<String, List<String>> words) {
    private static final String ANY = "*";
    private static final String CODE = "{code:";
    private static final String TIME = "%{*}t";
    private static final Pattern FIELD = Pattern.compile("\\{(\\w*)([:=*}][^}]*\\}?)");

    /**
     * A variable.
     *
     * @param is the signs of a pattern that it is
     * @param or other signs that it may also be, or empty
     * @param as what the program writes for it, as an example
     */
    record Variable(String is, String or, String as) {}

    /** A variable or a text between two, as signs of a pattern and as an example. */
    private record Part(String signs, String other, String example) {}

    LogDirective {
        variables = Map.copyOf(variables);
        times = Map.copyOf(times);
        words = Map.copyOf(words);
    }

    /**
     * The formats that a configuration describes.
     *
     * @param where its file, for messages
     * @throws FormatException when one cannot be understood, or none of them has the reply code
     */
    List<LogFormat> formats(String configuration, String where) {
        List<LogFormat> formats = new ArrayList<>();
        boolean isNamed = false;
        for (Map.Entry<Integer, String> line : LogicalLines.of(configuration).entrySet()) {
            List<String> arguments = LogicalLines.arguments(line.getValue());
            if (arguments.size() < 3 || !arguments.get(0).equalsIgnoreCase(name)) {
                continue;
            }
            isNamed = true;
            String place = where + ":" + line.getKey();
            List<Part> parts = parts(arguments.get(2), place);
            if (parts.stream().anyMatch(part -> part.signs.startsWith(CODE))) {
                formats.add(proved(arguments.get(1), parts, place));
            }
        }
        if (isNamed && formats.isEmpty()) {
            throw new FormatException(
                    where, "no " + name + " has the reply code", "add " + codeVariable() + " to one of them");
        }
        return formats;
    }

    /** What the program writes must be told into its parts again: two of them without a sign between cannot be. */
    private LogFormat proved(String nickname, List<Part> parts, String where) {
        try {
            LogFormat format = format(nickname, parts, where);
            FormatProof.check(format, where);
            return format;
        } catch (FormatException e) {
            throw new FormatException(
                    where,
                    "the parts of a line of " + name + " \"" + nickname + "\" cannot be told from each other",
                    "put a blank or another sign between its variables");
        }
    }

    private LogFormat format(String nickname, List<Part> parts, String where) {
        List<LinePattern> patterns = new ArrayList<>();
        boolean hasCommand =
                parts.stream().anyMatch(part -> part.signs.startsWith("{command") || part.signs.startsWith("{verb"));
        Role role = hasCommand ? Role.RECORD : Role.REPLY;
        if (parts.stream().anyMatch(part -> !part.other.isEmpty())) {
            List<Part> others = parts.stream()
                    .map(part -> part.other.isEmpty() ? part : new Part(part.other, "", part.example))
                    .toList();
            patterns.add(pattern(role, others, "", where));
        }
        String sample = String.join("", parts.stream().map(Part::example).toList());
        patterns.add(pattern(role, parts, sample, where));
        if (hasCommand) {
            List<Part> unanswered = parts.stream()
                    .map(part -> part.signs.startsWith(CODE) ? new Part("-", "", "-") : part)
                    .toList();
            patterns.add(pattern(Role.COMMAND, unanswered, "", where));
        }
        return new LogFormat(
                id + "-" + nickname.toLowerCase(Locale.ROOT),
                title + " " + nickname,
                title,
                List.of(),
                hasCommand ? LogFormat.Evidence.SIGNATURE : LogFormat.Evidence.DIALOGUE,
                Stream.of(Field.SESSION, Field.CLIENT)
                        .filter(field -> patterns.get(0).text().contains("{" + field.key()))
                        .toList(),
                false,
                false,
                patterns,
                List.of(),
                null,
                Optional.empty());
    }

    private String codeVariable() {
        return variables.entrySet().stream()
                .filter(variable -> variable.getValue().is.startsWith(CODE))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private LinePattern pattern(Role role, List<Part> parts, String sample, String where) {
        StringBuilder text = new StringBuilder();
        Set<String> named = new HashSet<>();
        Map<Field, String> fields = new EnumMap<>(Field.class);
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            boolean isLast = i + 1 == parts.size();
            boolean isApart = isLast || parts.get(i + 1).signs.startsWith(" ");
            String signs = isApart ? part.signs : part.signs.replace(":word}", "}");
            Matcher field = FIELD.matcher(signs);
            if (field.lookingAt()) {
                String fieldName = field.group(1);
                boolean isNew =
                        named.add(fieldName) && (fieldName.equals("command") || !isSaidBefore(fieldName, parts));
                if (!isNew) {
                    signs = field.group(2).startsWith("}") ? "{_}" : "{" + signs.substring(1 + fieldName.length());
                } else {
                    Field.named(fieldName).ifPresent(found -> fields.put(found, part.example));
                }
            }
            text.append(text.toString().endsWith("{:int}") && signs.equals("{:int}") ? "" : signs);
        }
        List<Sample> samples = sample.isEmpty() ? List.of() : List.of(new Sample("", sample, fields));
        List<Shape> shapes = PatternParser.parse(text.toString(), words, where);
        return new LinePattern(
                new Layout(role, text.toString(), shapes, null, Map.of(), Set.of(), Place.ANYWHERE, samples));
    }

    /** The whole command says what its verb and its argument say once more. */
    private static boolean isSaidBefore(String field, List<Part> parts) {
        return (field.equals("verb") || field.equals("argument"))
                && parts.stream().anyMatch(part -> part.signs.startsWith("{command"));
    }

    private List<Part> parts(String text, String where) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int sign = text.indexOf('%', at);
            if (sign != at) {
                String plain = text.substring(at, sign < 0 ? text.length() : sign);
                parts.add(new Part(LearntLayout.literal(plain), "", plain));
                at += plain.length();
                continue;
            }
            String key = key(variables, text, at);
            int end = at + length(key, text, at);
            if (key.equals(TIME)) {
                parts.addAll(time(text.substring(at + 2, end - 2)));
            } else if (key.isEmpty()) {
                int shown = text.startsWith("%{", at) ? Math.max(at + 2, text.indexOf('}', at) + 1) : at + 2;
                throw new FormatException(
                        where,
                        name + " has the unknown variable \"" + text.substring(at, Math.min(shown, text.length()))
                                + "\"",
                        "use those of the program's manual, and %% for a percent sign");
            } else {
                parts.add(part(variables, key));
            }
            at = end;
        }
        return parts;
    }

    /** A time as strftime(3) writes it. */
    private List<Part> time(String format) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < format.length()) {
            String key = key(times, format, at);
            if (key.isEmpty()) {
                String plain = format.substring(at, at + 1);
                boolean isVariable = plain.equals("%") && at + 1 < format.length();
                parts.add(isVariable ? new Part("{_}", "", "1") : new Part(LearntLayout.literal(plain), "", plain));
                at += isVariable ? 2 : 1;
            } else {
                parts.add(part(times, key));
                at += key.length();
            }
        }
        return parts;
    }

    private static Part part(Map<String, Variable> known, String key) {
        Variable variable = known.getOrDefault(key, new Variable("{_}", "", ""));
        return new Part(variable.is, variable.or, variable.as);
    }

    /** The longest variable that stands at the column, or empty. */
    private static String key(Map<String, Variable> known, String text, int at) {
        return known.keySet().stream()
                .filter(key -> length(key, text, at) > 0)
                .max(Comparator.comparing((String key) -> !key.contains(ANY)).thenComparing(String::length))
                .orElse("");
    }

    /** How many characters of the text at the column are the variable; 0 when none are. */
    private static int length(String key, String text, int at) {
        int star = key.indexOf(ANY);
        if (star < 0) {
            return !key.isEmpty() && text.startsWith(key, at) ? key.length() : 0;
        }
        String behind = key.substring(star + 1);
        int close = text.startsWith(key.substring(0, star), at) ? text.indexOf('}', at) : -1;
        return close >= 0 && text.startsWith(behind, close) ? close + behind.length() - at : 0;
    }
}
