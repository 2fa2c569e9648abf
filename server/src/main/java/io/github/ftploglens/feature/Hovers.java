package io.github.ftploglens.feature;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.log.Exchange;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.Reply;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.reply.Wording;
import io.github.ftploglens.text.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what a reply code or a command in a log means there. */
public final class Hovers {
    /** How many other codes a hover offers for comparison. */
    private static final int MOST_COMPARISONS = 4;

    /** In seconds; less is nothing that a log of whole seconds can tell, nor a reader needs to know. */
    private static final double LEAST_TIME = 0.05;

    private Hovers() {}

    /** What there is to say of what stands at the position, or empty. */
    public static Optional<Hover> at(Knowledge knowledge, LogDocument document, Position position) {
        return CursorTarget.at(document, position)
                .flatMap(target -> of(knowledge, document, position.line(), target))
                .or(() -> CursorTarget.around(document, position)
                        .flatMap(target -> of(knowledge, document, position.line(), target)));
    }

    private static Optional<Hover> of(Knowledge knowledge, LogDocument document, int line, CursorTarget target) {
        Optional<Page> page = Optional.empty();
        if (target instanceof CursorTarget.Code code) {
            page = Optional.of(reply(knowledge, document, line, code.mark()));
        } else if (target instanceof CursorTarget.ReplyText text) {
            page = Optional.of(reply(knowledge, document, text.line(), text.mark()));
        } else if (target instanceof CursorTarget.Verb || target instanceof CursorTarget.AddressArgument) {
            page = Optional.of(CommandHover.of(knowledge, document, line));
        } else if (target instanceof CursorTarget.OtherNumber number) {
            page = Explanations.of(knowledge, number.number(), "");
        } else if (target instanceof CursorTarget.SessionPart) {
            page = SessionHover.of(knowledge, document, line);
        }
        return page.map(shown -> new Hover(shown, target.span()));
    }

    private static Page reply(Knowledge knowledge, LogDocument document, int line, Mark mark) {
        Wording words = knowledge.words();
        ScannedLine scanned = document.line(line);
        Phrases phrases = Phrases.of(knowledge, mark.code(), scanned.verb());
        Exchange exchange = Exchange.of(document, line);
        Page.Builder page = new Page.Builder();
        page.heading(3, words.get("title.hover", Map.of("code", mark.code(), "name", phrases.name())));
        page.paragraph(Explanations.kind(knowledge, mark.code()));
        page.paragraph(answer(knowledge, document, line, mark));
        page.paragraph(place(knowledge, document, line, mark, exchange));
        page.paragraph(joined(words, Payloads.of(knowledge, document, line, mark)));
        page.paragraph(hint(knowledge, document, line, mark));
        page.points(IisStatus.of(words, new LogText(scanned, document.text(line))));
        page.prose(phrases.description());
        page.paragraph(advice(words, phrases));
        Optional<ReplyCode> other = otherInExchange(document, exchange, mark.code());
        if (other.isPresent()) {
            Phrases compared = Phrases.of(knowledge, other.get(), scanned.verb());
            boolean after = other.get().kind().isFinal();
            page.table(Facts.brief(knowledge, after ? List.of(phrases, compared) : List.of(compared, phrases)));
        }
        page.paragraph(labelled(words.get("heading.when"), phrases.when()));
        page.paragraph(footer(knowledge, phrases, other));
        return page.build();
    }

    /** What this server means by this text, if we know it. */
    private static List<Inline> hint(Knowledge knowledge, LogDocument document, int line, Mark mark) {
        return ServerHints.of(knowledge, document, line, mark)
                .map(hint -> {
                    List<Inline> words = new ArrayList<>();
                    words.add(new Inline.Strong(hint.server()));
                    words.add(new Inline.Text(" · "));
                    words.addAll(Inline.prose(Phrases.sentences(knowledge.words(), hint.cause(), hint.fix())));
                    return words;
                })
                .orElse(List.of());
    }

    /** How to fix it; and of a failure, whether to try again. */
    private static List<Inline> advice(Wording words, Phrases phrases) {
        List<Inline> advice = new ArrayList<>(labelled(words.get("heading.fix"), phrases.fix()));
        phrases.reply().filter(reply -> reply.code().kind().isNegative()).ifPresent(reply -> {
            advice.add(new Inline.Text(words.get("list.sentence")));
            advice.addAll(labelled(words.get("heading.retry"), phrases.of("retry", reply.retry())));
        });
        return advice;
    }

    private static List<Inline> labelled(String label, String sentences) {
        List<Inline> words = new ArrayList<>();
        words.add(new Inline.Strong(label));
        words.add(new Inline.Text(" · "));
        words.addAll(Inline.prose(sentences));
        return List.copyOf(words);
    }

    /** Which command the reply answers, and what the server says. */
    private static List<Inline> answer(Knowledge knowledge, LogDocument document, int line, Mark mark) {
        Wording words = knowledge.words();
        ScannedLine scanned = document.line(line);
        List<Inline> said = new ArrayList<>(answered(knowledge, document, line, mark));
        String text = new LogText(scanned, document.text(line)).replyText(mark).strip();
        if (!text.isEmpty()) {
            said.add(new Inline.Text(words.get("list.sentence")));
            int sent = line - Math.max(0, scanned.command());
            String command = new LogText(document.line(sent), document.text(sent)).command();
            String shown = Secrets.mask(knowledge.catalogue(), command, text);
            said.addAll(Inline.prose(words.get("hover.says"), Map.of("text", shown)));
        }
        return said;
    }

    private static List<Inline> answered(Knowledge knowledge, LogDocument document, int line, Mark mark) {
        Wording words = knowledge.words();
        ScannedLine scanned = document.line(line);
        if (scanned.command() == ScannedLine.NONE) {
            boolean greets = mark.code().value() == 220 || mark.code().value() == 120;
            return Inline.prose(words.get(greets ? "hover.greeting" : "hover.unasked"));
        }
        int sent = line - scanned.command();
        LogText command = new LogText(document.line(sent), document.text(sent));
        String shown = Secrets.mask(knowledge.catalogue(), command.command());
        if (sent == line) {
            return Inline.prose(words.get("hover.record"), Map.of("command", shown));
        }
        Optional<String> time = passed(words, document, sent, line);
        Map<String, Object> values = Map.of("command", shown, "line", new Inline.Line(sent), "time", time.orElse(""));
        return Inline.prose(words.get(time.isPresent() ? "hover.answer.after" : "hover.answer"), values);
    }

    /** The time between two lines as a reader says it, or empty when the log does not tell. */
    static Optional<String> passed(Wording words, LogDocument document, int from, int to) {
        String before = new LogText(document.line(from), document.text(from)).field(Field.TIME);
        String now = new LogText(document.line(to), document.text(to)).field(Field.TIME);
        Optional<Double> seconds = Elapsed.seconds(before, now);
        return seconds.filter(passed -> passed >= LEAST_TIME).map(passed -> Elapsed.said(words, passed));
    }

    /** Whose session this is, and what the reply has to do with the others of its exchange. */
    private static List<Inline> place(
            Knowledge knowledge, LogDocument document, int line, Mark mark, Exchange exchange) {
        Wording words = knowledge.words();
        List<List<Inline>> sentences = new ArrayList<>(SessionPlace.sentences(knowledge, document, line));
        if (mark.kind() == Mark.Kind.CONTINUATION) {
            sentences.add(Inline.prose(words.get("hover.continuation", Map.of("code", mark.code()))));
        } else if (mark.kind() == Mark.Kind.MENTION) {
            sentences.add(Inline.prose(words.get("hover.mention")));
        } else {
            sequence(words, document, line, mark, exchange).ifPresent(sentences::add);
        }
        String verb = document.line(line).verb();
        if (!verb.isEmpty() && !knowledge.catalogue().mayAnswer(mark.code(), verb)) {
            sentences.add(Inline.prose(words.get("hover.illegal", Map.of("code", mark.code(), "verb", verb))));
        }
        return joined(words, sentences);
    }

    /** The sentences one behind the other. */
    static List<Inline> joined(Wording words, List<List<Inline>> sentences) {
        List<Inline> joined = new ArrayList<>();
        for (List<Inline> sentence : sentences) {
            if (!joined.isEmpty()) {
                joined.add(new Inline.Text(words.get("list.sentence")));
            }
            joined.addAll(sentence);
        }
        return joined;
    }

    private static Optional<List<Inline>> sequence(
            Wording words, LogDocument document, int line, Mark mark, Exchange exchange) {
        List<Integer> replies = exchange.replies();
        int at = replies.indexOf(line);
        String key;
        int other;
        if (mark.code().kind().isFinal()) {
            if (at < 1) {
                return Optional.empty();
            }
            key = "hover.announced";
            other = replies.get(at - 1);
        } else if (at >= 0 && at + 1 < replies.size()) {
            key = "hover.ended";
            other = replies.get(at + 1);
        } else {
            return Optional.of(Inline.prose(words.get("hover.pending")));
        }
        Map<String, Object> values = Map.of("line", new Inline.Line(other), "code", code(document, other));
        return Optional.of(Inline.prose(words.get(key), values));
    }

    /** The other code of the exchange, the one that the reader compares this one with. */
    static Optional<ReplyCode> otherInExchange(LogDocument document, Exchange exchange, ReplyCode code) {
        return exchange.replies().stream()
                .map(line -> code(document, line))
                .filter(other -> !other.equals(code))
                .reduce((earlier, later) -> later);
    }

    /** The code of the reply that the line ends. */
    static ReplyCode code(LogDocument document, int line) {
        List<Mark> marks = document.line(line).marks();
        return marks.get(marks.size() - 1).code();
    }

    private static List<Inline> footer(Knowledge knowledge, Phrases phrases, Optional<ReplyCode> other) {
        List<ReplyCode> compared = new ArrayList<>();
        other.ifPresent(compared::add);
        phrases.reply().map(Reply::related).orElse(List.of()).stream()
                .filter(related -> !compared.contains(related))
                .forEach(compared::add);
        List<Inline> footer = new ArrayList<>();
        footer.add(Explanations.link(knowledge, phrases));
        if (!compared.isEmpty()) {
            footer.add(new Inline.Text(" · " + knowledge.words().get("hover.compare")));
        }
        compared.stream().limit(MOST_COMPARISONS).forEach(code -> {
            if (footer.size() > 2) {
                footer.add(new Inline.Text(" · "));
            }
            footer.add(new Inline.Reference(code.toString(), List.of(phrases.code(), code)));
        });
        return footer;
    }
}
