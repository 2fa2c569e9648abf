package io.github.ftploglens.lsp;

import io.github.ftploglens.feature.Token;
import io.github.ftploglens.reply.ReplyKind;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.jspecify.annotations.Nullable;

/**
 * Tokens as five numbers each: lines and columns since the one before, length, type, modifiers (LSP 3.17, Semantic Tokens).
 * All types are standard ones, so that every theme has a colour for them.
 */
final class TokenData {
    private static final List<String> TYPES = List.of(
            SemanticTokenTypes.Number,
            SemanticTokenTypes.Keyword,
            SemanticTokenTypes.String,
            SemanticTokenTypes.Comment,
            SemanticTokenTypes.Variable);

    /** Our own, in the order of the first digit of the code; a client that does not know them shows a number. */
    private static final List<String> MODIFIERS =
            List.of("preliminary", "completion", "intermediate", "transient", "permanent", "protected");

    private static final int NUMBERS = 5;

    private final Places places;
    private int[] numbers = new int[1_000];
    private int count;
    private int line;
    private int column;

    TokenData(Places places) {
        this.places = places;
    }

    static SemanticTokensLegend legend() {
        return new SemanticTokensLegend(TYPES, MODIFIERS);
    }

    /** Takes the next token; they come in the order of the text. */
    void add(Token token) {
        if (count + NUMBERS > numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        }
        int start = places.column(token.line(), token.span().start());
        numbers[count++] = token.line() - line;
        numbers[count++] = token.line() == line ? start - column : start;
        numbers[count++] = places.column(token.line(), token.span().end()) - start;
        numbers[count++] = TYPES.indexOf(type(token.type()));
        numbers[count++] = modifiers(token.kind());
        line = token.line();
        column = start;
    }

    int[] numbers() {
        return Arrays.copyOf(numbers, count);
    }

    /** The numbers as the protocol wants them. */
    static List<Integer> list(int[] numbers) {
        return new Numbers(numbers);
    }

    private static String type(Token.Type type) {
        return switch (type) {
            case CODE -> SemanticTokenTypes.Number;
            case VERB -> SemanticTokenTypes.Keyword;
            case ARGUMENT -> SemanticTokenTypes.String;
            case USER, CLIENT -> SemanticTokenTypes.Variable;
            case SECRET, TIME -> SemanticTokenTypes.Comment;
        };
    }

    private static int modifiers(@Nullable ReplyKind kind) {
        return kind == null ? 0 : 1 << (kind.digit() - 1);
    }

    /** A log of 50 MB has ten million of them; as objects they would take more room than the log. */
    private static final class Numbers extends AbstractList<Integer> implements RandomAccess {
        private final int[] numbers;

        Numbers(int[] numbers) {
            this.numbers = numbers;
        }

        @Override
        public Integer get(int index) {
            return numbers[index];
        }

        @Override
        public int size() {
            return numbers.length;
        }
    }
}
