package io.github.ftploglens.feature;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.ReplyCatalogue;
import io.github.ftploglens.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells what the parts of a log's lines are. */
public final class Tokens {
    private Tokens() {}

    /**
     * Gives the tokens of some lines, in the order of the text; no two overlap.
     *
     * @param first the first line, 0-based
     * @param last the last line, 0-based and included; those that the log does not have are left out
     * @param sink takes them: a large log has millions
     */
    public static void of(ReplyCatalogue catalogue, LogDocument document, int first, int last, Consumer<Token> sink) {
        for (int i = Math.max(0, first); i <= last && i < document.count(); i++) {
            ScannedLine line = document.line(i);
            if (line.pattern() != null) {
                List<Token> tokens = tokens(catalogue, i, line, new LogText(line, document.text(i)));
                tokens.sort(Comparator.comparingInt(token -> token.span().start()));
                int end = 0;
                for (Token token : tokens) {
                    if (token.span().start() >= end && !token.span().isEmpty()) {
                        sink.accept(token);
                        end = token.span().end();
                    }
                }
            }
        }
    }

    private static List<Token> tokens(ReplyCatalogue catalogue, int number, ScannedLine line, LogText text) {
        List<Token> tokens = new ArrayList<>();
        for (Mark mark : line.marks()) {
            tokens.add(
                    new Token(number, mark.span(), Token.Type.CODE, mark.code().kind()));
        }
        if (line.isCommand()) {
            add(tokens, number, text.verbSpan(), Token.Type.VERB);
            text.argumentSpan().ifPresent(span -> argument(catalogue, number, line, text, span, tokens));
        }
        add(tokens, number, text.span(Field.TIME), Token.Type.TIME);
        add(tokens, number, text.span(Field.USER), Token.Type.USER);
        add(tokens, number, text.span(Field.CLIENT), Token.Type.CLIENT);
        return tokens;
    }

    private static void argument(
            ReplyCatalogue catalogue, int number, ScannedLine line, LogText text, Span span, List<Token> tokens) {
        int secret = Secrets.startOfSecret(catalogue, text.command());
        int split = secret < 0
                ? span.end()
                : Math.min(span.end(), span.start() + secret - line.verb().length() - 1);
        Token.Type type = line.verb().equals("USER") ? Token.Type.USER : Token.Type.ARGUMENT;
        add(tokens, number, Optional.of(new Span(span.start(), split)), type);
        add(tokens, number, Optional.of(new Span(split, span.end())), Token.Type.SECRET);
    }

    private static void add(List<Token> tokens, int number, Optional<Span> span, Token.Type type) {
        span.ifPresent(found -> tokens.add(new Token(number, found, type, null)));
    }
}
