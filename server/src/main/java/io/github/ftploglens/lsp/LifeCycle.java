package io.github.ftploglens.lsp;

import java.util.Set;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.jspecify.annotations.Nullable;

/** Refuses requests before initialize and after shutdown (LSP 3.17, initialize and shutdown); drops notifications then. */
final class LifeCycle {
    /** The requests that the server answers: what it advertises, and no other. */
    private static final Set<String> REQUESTS = Set.of(
            "initialize",
            "shutdown",
            "textDocument/hover",
            "textDocument/codeAction",
            "codeAction/resolve",
            "textDocument/diagnostic",
            "textDocument/documentSymbol",
            "textDocument/foldingRange",
            "textDocument/selectionRange",
            "textDocument/definition",
            "textDocument/references",
            "textDocument/documentHighlight",
            "textDocument/semanticTokens/full",
            "textDocument/semanticTokens/full/delta",
            "textDocument/semanticTokens/range",
            "textDocument/inlayHint",
            "textDocument/codeLens",
            "codeLens/resolve",
            "workspace/symbol",
            "workspace/diagnostic",
            "workspace/executeCommand");

    private enum Stage {
        NEW,
        RUNNING,
        SHUT_DOWN
    }

    private final Trace trace;

    /** Only the reader thread sees it. */
    private Stage stage = Stage.NEW;

    private @Nullable MessageConsumer out;

    LifeCycle(Trace trace) {
        this.trace = trace;
    }

    MessageConsumer wrap(MessageConsumer consumer) {
        if (consumer instanceof RemoteEndpoint) {
            return message -> receive(message, consumer);
        }
        out = consumer;
        return message -> {
            consumer.consume(message);
            if (message instanceof ResponseMessage response) {
                trace.answered(response, consumer);
            }
        };
    }

    private void receive(Message message, MessageConsumer next) {
        if (message instanceof RequestMessage request) {
            ResponseErrorCode refusal = refusal(request.getMethod());
            if (refusal == null) {
                trace.asked(request);
                next.consume(message);
            } else {
                refuse(request, refusal);
            }
        } else if (stage == Stage.RUNNING
                || !(message instanceof NotificationMessage notification)
                || notification.getMethod().equals("exit")) {
            next.consume(message);
        }
    }

    private @Nullable ResponseErrorCode refusal(String method) {
        if (stage == Stage.NEW && !method.equals("initialize")) {
            return ResponseErrorCode.ServerNotInitialized;
        }
        if (stage == Stage.SHUT_DOWN || (stage == Stage.RUNNING && method.equals("initialize"))) {
            return ResponseErrorCode.InvalidRequest;
        }
        if (!REQUESTS.contains(method)) {
            return ResponseErrorCode.MethodNotFound;
        }
        stage = method.equals("shutdown") ? Stage.SHUT_DOWN : Stage.RUNNING;
        return null;
    }

    private void refuse(RequestMessage request, ResponseErrorCode code) {
        MessageConsumer client = out;
        if (client != null) {
            String message = "\"" + request.getMethod() + "\" " + reason(code);
            ResponseMessage response = new ResponseMessage();
            response.setRawId(request.getRawId());
            response.setError(new ResponseError(code, message, null));
            client.consume(response);
        }
    }

    private String reason(ResponseErrorCode code) {
        if (code == ResponseErrorCode.MethodNotFound) {
            return "is no request to this server";
        }
        return switch (stage) {
            case NEW -> "must come after initialize";
            case RUNNING -> "must come once";
            case SHUT_DOWN -> "must come before shutdown";
        };
    }
}
