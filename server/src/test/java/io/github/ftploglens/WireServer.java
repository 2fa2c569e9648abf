package io.github.ftploglens;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The packaged jar in a process of its own, seen through its streams. Every byte of its stdout is read: what is no frame of
 * the protocol fails the test when the server is closed.
 */
final class WireServer implements AutoCloseable {
    private static final int PATIENCE_IN_SECONDS = 30;
    private static final Pattern CONTENT_LENGTH = Pattern.compile("Content-Length: ([0-9]+)");
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");
    private static final Gson GSON = new GsonBuilder().serializeNulls().create();
    private static final String END = "end of stdout";

    private final Process process;
    private final OutputStream stdin;
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    private final Thread stdoutReader;
    private final Thread stderrReader;
    private final BlockingQueue<JsonObject> arriving = new LinkedBlockingQueue<>();
    /** Messages that came while another one was awaited. */
    private final List<JsonObject> waiting = new ArrayList<>();

    /** What the server's requests are answered with, by their methods; null where there is nothing. */
    private final Map<String, JsonElement> answers = new ConcurrentHashMap<>();

    private volatile String fault = "";
    private volatile boolean killed;
    private volatile boolean isStdinClosed;

    WireServer(String... arguments) {
        this(withJava(arguments));
    }

    /** The server that a command starts. */
    WireServer(List<String> command) {
        try {
            process = new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stdin = process.getOutputStream();
        stdoutReader = start("server's stdout", () -> readFrames(process.getInputStream()));
        stderrReader = start("server's stderr", () -> readErrors(process.getErrorStream()));
    }

    private static List<String> withJava(String... arguments) {
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of(arguments));
        return command;
    }

    /** What starts the jar as a user does. */
    static List<String> java() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return List.of(java.toString(), "-jar", System.getProperty("server.jar"));
    }

    /** Sends a message. */
    void send(Map<String, ?> message) {
        // A lone surrogate can only be sent escaped.
        String json = LONE_SURROGATE
                .matcher(GSON.toJson(message))
                .replaceAll(found -> "\\\\u" + Integer.toHexString(found.group().charAt(0)));
        send(json.getBytes(UTF_8));
    }

    /** Sends a frame with bytes that may be no message. */
    void send(byte[] body) {
        try {
            synchronized (stdin) {
                stdin.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(US_ASCII));
                stdin.write(body);
                stdin.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the server does not read any more: " + stderr.toString(UTF_8), e);
        }
    }

    /** The next message of that kind, out of those that nobody has asked for yet. */
    JsonObject await(String what, Predicate<JsonObject> wanted) {
        for (Iterator<JsonObject> i = waiting.iterator(); i.hasNext(); ) {
            JsonObject message = i.next();
            if (wanted.test(message)) {
                i.remove();
                return message;
            }
        }
        while (true) {
            JsonObject message = next();
            if (message == null || message.has(END)) {
                throw new AssertionError(what + " did not come, but " + waiting + fault + stderr.toString(UTF_8));
            }
            if (wanted.test(message)) {
                return message;
            }
            waiting.add(message);
        }
    }

    /** Whether there is a message of that kind that nobody has asked for yet. */
    boolean hasArrived(Predicate<JsonObject> wanted) {
        arriving.drainTo(waiting);
        return waiting.stream().anyMatch(wanted);
    }

    /** The methods of the messages that came from the server by itself and that nobody has asked for. */
    List<String> leftOver() {
        arriving.drainTo(waiting);
        return waiting.stream()
                .filter(message -> message.has("method"))
                .map(message -> message.get("method").getAsString())
                .toList();
    }

    /** From now on answers the server's requests of that method so. */
    void answer(String method, JsonElement result) {
        answers.put(method, result);
    }

    long pid() {
        return process.pid();
    }

    void closeStdin() {
        isStdinClosed = true;
        try {
            stdin.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end of the process. */
    int exitCode() {
        try {
            boolean ended = process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
            assertThat(ended).as("the server ends").isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that the server, which must end, wrote to stderr. */
    String stderr() {
        exitCode();
        join(stderrReader);
        return stderr.toString(UTF_8);
    }

    /** Ends the server if it runs; fails when it wrote anything but frames to stdout. */
    @Override
    public void close() {
        killed = process.isAlive();
        process.destroyForcibly();
        exitCode();
        join(stdoutReader);
        assertThat(fault).as("what the server wrote to stdout beside frames").isEmpty();
    }

    private @Nullable JsonObject next() {
        try {
            return arriving.poll(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void readFrames(InputStream stdout) {
        try {
            for (String header = line(stdout); header != null; header = line(stdout)) {
                Matcher length = CONTENT_LENGTH.matcher(header);
                if (!length.matches() || !Objects.equals(line(stdout), "")) {
                    throw new IOException("no frame: " + header + new String(stdout.readAllBytes(), UTF_8));
                }
                receive(new String(stdout.readNBytes(Integer.parseInt(length.group(1))), UTF_8));
            }
        } catch (IOException | RuntimeException | AssertionError e) {
            fault = killed ? "" : String.valueOf(e.getMessage());
        }
        JsonObject end = new JsonObject();
        end.addProperty(END, true);
        arriving.add(end);
    }

    /** Takes a message; a request of the server is answered at once. */
    private void receive(String body) {
        JsonObject message = JsonParser.parseString(body).getAsJsonObject();
        assertThat(message.get("jsonrpc").getAsString()).isEqualTo("2.0");
        if (message.has("method") && message.has("id") && !isStdinClosed) {
            JsonElement result = answers.getOrDefault(message.get("method").getAsString(), JsonNull.INSTANCE);
            send(Map.of("jsonrpc", "2.0", "id", message.get("id"), "result", result));
        }
        arriving.add(message);
    }

    /** The next line without the CR LF at its end, or null at the end of the stream. */
    private static @Nullable String line(InputStream stdout) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = stdout.read(); b >= 0; b = stdout.read()) {
            line.append((char) b);
            if (b == '\n') {
                return line.toString().endsWith("\r\n") ? line.substring(0, line.length() - 2) : line.toString();
            }
        }
        return line.length() == 0 ? null : line.toString();
    }

    private static Thread start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void readErrors(InputStream errors) {
        try {
            errors.transferTo(stderr);
        } catch (IOException e) {
            fault = killed ? fault : String.valueOf(e.getMessage());
        }
    }
}
