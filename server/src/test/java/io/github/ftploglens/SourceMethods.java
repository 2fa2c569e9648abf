package io.github.ftploglens;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds the methods of a source file by the indents that the formatter gives it: a block ends where its head is indented. */
final class SourceMethods {
    private static final Pattern TYPE = Pattern.compile("(^|.* )@?(class|interface|enum|record) \\w.*");
    private static final Pattern NO_HEAD = Pattern.compile("[*/@}).].*|");

    private record Head(int indent, String text, int line) {
        boolean isType() {
            return TYPE.matcher(text).matches();
        }
    }

    private SourceMethods() {}

    /** How many lines each method, constructor and initializer has, by where its first one stands. */
    static Map<String, Integer> lengths(List<String> lines) {
        Map<String, Integer> lengths = new LinkedHashMap<>();
        Deque<Head> heads = new ArrayDeque<>();
        for (int line = 0; line < lines.size(); line++) {
            String text = lines.get(line).strip();
            int indent = lines.get(line).indexOf(text);
            if (text.startsWith("}")) {
                while (!heads.isEmpty() && heads.peek().indent() > indent) {
                    heads.pop();
                }
                Head head = heads.isEmpty() ? null : heads.pop();
                if (head != null
                        && !head.isType()
                        && !heads.isEmpty()
                        && heads.peek().isType()) {
                    lengths.put((head.line() + 1) + ": " + head.text(), line - head.line() + 1);
                }
            } else if (!NO_HEAD.matcher(text).matches()) {
                while (!heads.isEmpty() && heads.peek().indent() >= indent) {
                    heads.pop();
                }
                heads.push(new Head(indent, text, line));
            }
        }
        return lengths;
    }
}
