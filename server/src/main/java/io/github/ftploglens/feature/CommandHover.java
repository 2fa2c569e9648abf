package io.github.ftploglens.feature;

import io.github.ftploglens.log.Exchange;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.reply.Command;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.reply.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what a command in a log means, and what became of it there. */
final class CommandHover {
    private CommandHover() {}

    /** The page of the command that the line holds. */
    static Page of(Knowledge knowledge, LogDocument document, int line) {
        Wording words = knowledge.words();
        String verb = document.line(line).verb();
        Optional<Command> known =
                knowledge.catalogue().command(knowledge.catalogue().canonical(verb));
        Page.Builder page = new Page.Builder();
        page.heading(3, heading(words, verb, known));
        page.prose(known.map(command -> words.get("command." + command.key() + ".description"))
                .orElseGet(() -> words.get("hover.command.unknown")));
        page.paragraph(Hovers.joined(words, Payloads.of(words, document.line(line), document.text(line))));
        page.points(outcome(knowledge, document, line));
        page.paragraph(Hovers.joined(words, SessionPlace.sentences(knowledge, document, line)));
        known.ifPresent(command -> {
            page.prose(words.get("hover.command.replies"));
            page.points(command.replies().stream()
                    .map(code -> named(knowledge, code, command.verb()))
                    .toList());
            command.definedIn().ifPresent(source -> page.paragraph(List.of(Explanations.link(source.name(), source))));
        });
        return page.build();
    }

    private static String heading(Wording words, String verb, Optional<Command> known) {
        return known.map(command -> words.get(
                        "title.command",
                        Map.of("verb", verb, "meaning", words.get("command." + command.key() + ".meaning"))))
                .orElseGet(() -> words.get("title.command.unknown"));
    }

    /** A point for each reply that the command got. */
    private static List<List<Inline>> outcome(Knowledge knowledge, LogDocument document, int line) {
        Wording words = knowledge.words();
        Exchange exchange = Exchange.of(document, line);
        if (exchange.replies().isEmpty()) {
            return List.of(Inline.prose(words.get("hover.command.unanswered")));
        }
        List<List<Inline>> points = new ArrayList<>();
        for (int reply : exchange.replies()) {
            ReplyCode code = Hovers.code(document, reply);
            Optional<String> time = Hovers.passed(words, document, line, reply);
            String key = reply == line ? "record" : time.isPresent() ? "reply.after" : "reply";
            Map<String, Object> values = Map.of(
                    "line",
                    new Inline.Line(reply),
                    "time",
                    time.orElse(""),
                    "code",
                    new Inline.Reference(code.toString(), List.of(code)),
                    "name",
                    Phrases.of(knowledge, code, document.line(line).verb()).name());
            List<Inline> point = new ArrayList<>(Inline.prose(words.get("hover.command." + key), values));
            said(knowledge, document, line, reply).ifPresent(text -> {
                point.add(new Inline.Text(" · "));
                point.add(new Inline.Code(text));
            });
            points.add(List.copyOf(point));
        }
        if (!Hovers.code(document, exchange.replies().get(exchange.replies().size() - 1))
                .kind()
                .isFinal()) {
            points.add(Inline.prose(words.get("hover.pending")));
        }
        return points;
    }

    /** What the server says to the command, as it may be shown. */
    private static Optional<String> said(Knowledge knowledge, LogDocument document, int line, int reply) {
        LogText text = new LogText(document.line(reply), document.text(reply));
        List<Mark> marks = document.line(reply).marks();
        String said = text.replyText(marks.get(marks.size() - 1)).strip();
        String command = new LogText(document.line(line), document.text(line)).command();
        return said.isEmpty() ? Optional.empty() : Optional.of(Secrets.mask(knowledge.catalogue(), command, said));
    }

    private static List<Inline> named(Knowledge knowledge, ReplyCode code, String verb) {
        return List.of(
                new Inline.Reference(code.toString(), List.of(code)),
                new Inline.Text(" " + Phrases.of(knowledge, code, verb).name()));
    }
}
