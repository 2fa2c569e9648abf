package io.github.ftploglens.lsp;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The tokens that were sent last of each open document, so that only what has changed is sent again. */
final class TokenResults {
    /** Those of larger logs, some 25,000 lines, are sent whole: they would take more memory than they save time. */
    private static final int MOST_NUMBERS = 500_000;

    private final AtomicInteger ids = new AtomicInteger();
    private final Map<String, Result> sent = new ConcurrentHashMap<>();

    private static final class Result {
        final String id;
        final int[] numbers;

        Result(String id, int[] numbers) {
            this.id = id;
            this.numbers = numbers;
        }
    }

    /** All tokens of the document, which are remembered. */
    SemanticTokens whole(String uri, TokenData data) {
        int[] numbers = data.numbers();
        SemanticTokens tokens = new SemanticTokens(TokenData.list(numbers));
        if (numbers.length > MOST_NUMBERS) {
            sent.remove(uri);
        } else {
            String id = Integer.toString(ids.incrementAndGet());
            sent.put(uri, new Result(id, numbers));
            tokens.setResultId(id);
        }
        return tokens;
    }

    /** What has changed since the tokens with the id were sent; all, when these are not remembered. */
    Either<SemanticTokens, SemanticTokensDelta> since(String uri, String id, TokenData data) {
        Result before = sent.get(uri);
        SemanticTokens tokens = whole(uri, data);
        if (before == null || !before.id.equals(id) || tokens.getResultId() == null) {
            return Either.forLeft(tokens);
        }
        return Either.forRight(new SemanticTokensDelta(edits(before.numbers, data.numbers()), tokens.getResultId()));
    }

    /** The document is not open any more. */
    void forget(String uri) {
        sent.remove(uri);
    }

    /** One edit between what both have at their beginning and what both have at their end. */
    private static List<SemanticTokensEdit> edits(int[] old, int[] now) {
        int same = Arrays.mismatch(old, now);
        if (same < 0) {
            return List.of();
        }
        int end = 0;
        int most = Math.min(old.length, now.length) - same;
        while (end < most && old[old.length - 1 - end] == now[now.length - 1 - end]) {
            end++;
        }
        return List.of(new SemanticTokensEdit(
                same, old.length - end - same, TokenData.list(Arrays.copyOfRange(now, same, now.length - end))));
    }
}
