package io.github.ftploglens.lsp;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.LogTraceParams;
import org.eclipse.lsp4j.TraceValue;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.jspecify.annotations.Nullable;

/** Tells a client that wants to know how long each answer took; never what a log says. */
final class Trace {
    private static final long NANOSECONDS_IN_MILLISECOND = 1_000_000;

    private final Map<String, Asked> asked = new ConcurrentHashMap<>();
    private volatile String value = TraceValue.Off;

    private record Asked(String method, long at) {}

    /** Takes {@code off}, {@code messages} or {@code verbose}; nothing leaves it as it is. */
    void set(@Nullable String wanted) {
        value = wanted == null ? value : wanted;
        if (value.equals(TraceValue.Off)) {
            asked.clear();
        }
    }

    void asked(RequestMessage request) {
        if (!value.equals(TraceValue.Off)) {
            asked.put(request.getId(), new Asked(request.getMethod(), System.nanoTime()));
        }
    }

    void answered(ResponseMessage response, MessageConsumer client) {
        Asked request = response.getId() == null ? null : asked.remove(response.getId());
        if (request == null) {
            return;
        }
        long took = (System.nanoTime() - request.at()) / NANOSECONDS_IN_MILLISECOND;
        LogTraceParams params = new LogTraceParams(request.method() + ": " + took + " ms");
        if (value.equals(TraceValue.Verbose)) {
            params.setVerbose("id " + response.getId() + (response.getError() == null ? "" : ", failed"));
        }
        NotificationMessage message = new NotificationMessage();
        message.setMethod("$/logTrace");
        message.setParams(params);
        client.consume(message);
    }
}
