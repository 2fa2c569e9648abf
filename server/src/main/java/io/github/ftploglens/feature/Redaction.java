package io.github.ftploglens.feature;

import io.github.ftploglens.feature.Aliases.Kind;
import io.github.ftploglens.format.Field;
import io.github.ftploglens.format.LinePattern;
import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.Wording;
import io.github.ftploglens.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Writes a log without its secrets, line by line: passwords, users, addresses and paths are replaced, the same one always by
 * the same name. Codes, verbs, times and layouts stay, so that the log is read as before.
 */
public final class Redaction {
    /** So many lines before an excerpt its passwords are looked for. */
    private static final int LINES_BEFORE = 2_000;

    /** So many lines of a session an excerpt has from its beginning, before the place, and behind it. */
    private static final int AROUND = 100;

    /** How far from the place they are looked for, where other sessions stand between them. */
    private static final int MOST_LINES = 10_000;

    private static final List<Field> KEPT = List.of(
            Field.TIME,
            Field.SESSION,
            Field.STREAM,
            Field.CODE,
            Field.BYTES,
            Field.SUBSTATUS,
            Field.WIN32STATUS,
            Field.COLUMNS);

    private final Aliases aliases;
    private final HiddenText hidden;
    private final HiddenArgument arguments;

    private record Piece(Span span, String text) {}

    public Redaction(Knowledge knowledge) {
        this.aliases = new Aliases(vocabulary(knowledge));
        this.hidden = new HiddenText(knowledge.catalogue(), aliases);
        this.arguments = new HiddenArgument(knowledge.catalogue(), aliases, hidden);
    }

    /**
     * Some lines of a log.
     *
     * @param first the first line, 0-based
     * @param last the last line, 0-based and included; those that the log does not have are left out
     */
    public static Page of(Knowledge knowledge, LogDocument document, int first, int last) {
        Redaction redaction = new Redaction(knowledge);
        StringBuilder text = new StringBuilder();
        for (int i = Math.max(0, first - LINES_BEFORE); i <= last && i < document.count(); i++) {
            String line = redaction.line(document.text(i), document.line(i));
            if (i >= first) {
                text.append(line).append('\n');
            }
        }
        return new Page.Builder().preformatted("", text.toString()).build();
    }

    /**
     * An excerpt of one session: its first lines, and those around a line.
     *
     * @param line any line of the session, 0-based; the excerpt is empty when it belongs to none
     */
    public static Page excerpt(Knowledge knowledge, LogDocument document, int line) {
        boolean isInSession =
                line >= 0 && line < document.count() && document.line(line).session() != ScannedLine.NONE;
        int start = isInSession ? line - document.line(line).session() : document.count();
        int last = Math.min(document.count() - 1, line + MOST_LINES);
        Redaction redaction = new Redaction(knowledge);
        List<String> head = new ArrayList<>();
        Deque<String> around = new ArrayDeque<>();
        boolean isWhole = true;
        int behind = 0;
        for (int i = start; i <= last && behind < AROUND; i++) {
            ScannedLine candidate = document.line(i);
            if (candidate.session() != i - start) {
                continue;
            }
            if (head.size() == AROUND && i < line - MOST_LINES) {
                isWhole = false;
                continue;
            }
            String text = redaction.line(document.text(i), candidate);
            behind += i > line ? 1 : 0;
            if (head.size() < AROUND) {
                head.add(text);
            } else {
                around.add(text);
                if (around.size() > 2 * AROUND) {
                    around.remove();
                    isWhole = false;
                }
            }
        }
        StringBuilder text = new StringBuilder();
        head.forEach(each -> text.append(each).append('\n'));
        text.append(isWhole ? "" : "…\n");
        around.forEach(each -> text.append(each).append('\n'));
        return new Page.Builder().preformatted("", text.toString()).build();
    }

    /** The next line without its secrets. */
    public String line(String text, ScannedLine line) {
        if (HexRow.is(text)) {
            return HexRow.hidden(text, line);
        }
        LinePattern pattern = line.pattern();
        LogFormat format = line.format();
        if (pattern == null || format == null) {
            return hidden.of(text);
        }
        List<Piece> pieces = pieces(text, line);
        String all = joined(text, pieces, hidden::of);
        // A word of the layout may be somebody's name too; it tells nothing there.
        return format.matches(pattern, all, LinePattern.newBounds()) ? all : joined(text, pieces, hidden::addressesOf);
    }

    /** The parts of the line whose meaning is known, as they are to be shown, from left to right. */
    private List<Piece> pieces(String text, ScannedLine line) {
        LogText said = new LogText(line, text);
        List<Piece> pieces = new ArrayList<>();
        for (Mark mark : line.marks()) {
            // With the blank or the hyphen behind it, which is no part of what the server says.
            int behind = Math.min(text.length(), mark.span().end() + 1);
            add(pieces, Optional.of(new Span(mark.column(), behind)), text, code -> code);
        }
        for (Field field : KEPT) {
            add(pieces, said.span(field), text, kept -> kept);
        }
        add(pieces, said.span(Field.CLIENT), text, this::client);
        add(pieces, said.span(Field.USER), text, aliases::user);
        boolean isCommand = line.isCommand();
        if (isCommand) {
            add(pieces, said.verbSpan(), text, verb -> verb);
            add(pieces, said.argumentSpan(), text, argument -> arguments.of(line.verb(), argument));
        } else {
            add(pieces, said.span(Field.ARGUMENT), text, path -> aliases.path(path, Kind.FILE));
        }
        pieces.sort(Comparator.comparingInt(piece -> piece.span.start()));
        return pieces;
    }

    private static void add(List<Piece> pieces, Optional<Span> span, String text, UnaryOperator<String> replacement) {
        if (span.isPresent()) {
            boolean isFree = pieces.stream()
                    .allMatch(piece -> piece.span.end() <= span.get().start()
                            || piece.span.start() >= span.get().end());
            if (isFree) {
                pieces.add(new Piece(span.get(), replacement.apply(span.get().of(text))));
            }
        }
    }

    private String client(String client) {
        String shown = hidden.addressesOf(client);
        boolean isName =
                shown.equals(client) && client.chars().anyMatch(Character::isLetter) && client.indexOf(' ') < 0;
        return isName ? aliases.host(client) : shown;
    }

    private static String joined(String text, List<Piece> pieces, UnaryOperator<String> between) {
        StringBuilder joined = new StringBuilder();
        int at = 0;
        for (Piece piece : pieces) {
            joined.append(between.apply(text.substring(at, piece.span.start()))).append(piece.text);
            at = piece.span.end();
        }
        return joined.append(between.apply(text.substring(at))).toString();
    }

    /** The words that we and servers say: a directory named so is not looked for in sentences. */
    private static Set<String> vocabulary(Knowledge knowledge) {
        Set<String> vocabulary = new HashSet<>();
        Wording english = knowledge.in(Wording.ENGLISH).words();
        for (String key : english.keys()) {
            for (String word : english.get(key).toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
                vocabulary.add(word);
            }
        }
        knowledge
                .catalogue()
                .commands()
                .forEach(command -> vocabulary.add(command.verb().toLowerCase(Locale.ROOT)));
        return Set.copyOf(vocabulary);
    }
}
