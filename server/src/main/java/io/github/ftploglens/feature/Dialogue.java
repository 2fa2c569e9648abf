package io.github.ftploglens.feature;

import io.github.ftploglens.reply.Wording;
import java.util.ArrayDeque;
import java.util.Deque;

/** What client and server of one session said around the first failure, as far as a diagram can show it. */
final class Dialogue {
    /** Forty exchanges. */
    private static final int MOST_MESSAGES = 80;

    /** Of so many messages the last ones before a failure are kept. */
    private static final int MOST_BEFORE = 60;

    private static final int LONGEST = 80;

    /** Signs that mean nothing to Mermaid, wherever they stand in a message. */
    private static final String HARMLESS = " .,_/@+=?!'()*-";

    /** Who says something. */
    enum Speaker {
        CLIENT,
        SERVER
    }

    private record Message(Speaker speaker, String text) {}

    private final int start;
    private final Deque<Message> messages = new ArrayDeque<>();
    private boolean leavesEndOut;
    private int left;

    /** @param start the first line of the session, 0-based */
    Dialogue(int start) {
        this.start = start;
    }

    int start() {
        return start;
    }

    /** How many messages were left out. */
    int left() {
        return left;
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    /** The same, of which from here on the end is left out when it gets long, and no longer the beginning. */
    Dialogue withEndLeftOut() {
        Dialogue copy = new Dialogue(start);
        copy.messages.addAll(messages);
        copy.left = left;
        copy.leavesEndOut = true;
        return copy;
    }

    /** @param text without passwords */
    void say(Speaker speaker, String text) {
        if (messages.size() >= MOST_MESSAGES) {
            left++;
            return;
        }
        messages.add(new Message(speaker, text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…"));
        if (!leavesEndOut && messages.size() > MOST_BEFORE) {
            messages.remove();
            left++;
        }
    }

    /** The dialogue as a sequence diagram in Mermaid's language. */
    String mermaid(Wording words) {
        StringBuilder diagram = new StringBuilder("sequenceDiagram\n");
        diagram.append("    participant C as ")
                .append(harmless(words.get("report.client")))
                .append('\n');
        diagram.append("    participant S as ")
                .append(harmless(words.get("report.server")))
                .append('\n');
        for (Message message : messages) {
            diagram.append(message.speaker == Speaker.CLIENT ? "    C->>S: " : "    S-->>C: ")
                    .append(harmless(message.text))
                    .append('\n');
        }
        return diagram.toString();
    }

    /**
     * The text with the signs of full width for those of ASCII that could be Mermaid's: comments, entities, ends of
     * statements, formulas, HTML (which Mermaid takes in messages).
     */
    private static String harmless(String text) {
        StringBuilder harmless = new StringBuilder();
        String shown = Printable.of(text).strip();
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            boolean isSign = c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c) && HARMLESS.indexOf(c) < 0;
            harmless.append(isSign ? (char) (c + 0xFEE0) : c);
        }
        return harmless.isEmpty() ? "…" : harmless.toString();
    }
}
