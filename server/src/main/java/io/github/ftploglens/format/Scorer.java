package io.github.ftploglens.format;

import io.github.ftploglens.reply.Reply;
import io.github.ftploglens.reply.ReplyCatalogue;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.text.Span;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Counts what lines say for a format. */
final class Scorer {
    private static final Set<String> VERBS_OF_OTHERS =
            Set.of("EHLO", "HELO", "LHLO", "MAIL", "RCPT", "DATA", "ARTICLE", "GROUP", "NEWGROUPS", "CAPABILITIES");

    /** Verbs of other protocols with such replies say nothing of FTP (SMTP: RFC 5321 §4.1.1; NNTP: RFC 3977 §9.5). */
    private static final Set<String> SHARED_VERBS = Set.of("LIST", "STAT", "NOOP", "QUIT", "HELP", "AUTH", "HOST");

    private Scorer() {}

    /** What the lines say for the format. */
    static Score score(LogFormat format, ReplyCatalogue catalogue, Head head) {
        int[] bounds = LinePattern.newBounds();
        int matched = 0;
        int dialogue = 0;
        int replies = 0;
        int mentions = 0;
        int foreign = 0;
        Surroundings here = Surroundings.NONE;
        Set<Object> ftp = new HashSet<>();
        for (int i = 0; i < head.count(); i++) {
            String line = head.line(i);
            Optional<LinePattern> pattern = format.patternOf(line, bounds, here);
            here = pattern.isEmpty() ? here : format.behind(here, pattern.get(), line, bounds);
            if (pattern.isEmpty() || !pattern.get().isEvidence()) {
                continue;
            }
            matched++;
            Optional<Span> said = said(bounds);
            if (said.isEmpty()) {
                continue;
            }
            dialogue++;
            ReplyCode code = ReplyCode.at(line, said.get().start());
            String word = firstWord(line, said.get());
            if (code != null) {
                boolean cites = pattern.get().role() == LinePattern.Role.MENTION;
                mentions += cites && catalogue.reply(code).isPresent() ? 1 : 0;
                if (isReply(pattern.get(), catalogue, line, bounds)) {
                    replies++;
                    if (saysFtp(catalogue, code, behindCode(line, said.get(), bounds))) {
                        ftp.add(code);
                    }
                    foreign += saysOther(line, said.get()) ? 1 : 0;
                }
            } else if (VERBS_OF_OTHERS.contains(word)) {
                foreign++;
            } else if (!SHARED_VERBS.contains(word) && catalogue.command(word).isPresent()) {
                ftp.add(word);
            }
        }
        return new Score(format, head.of(), matched, dialogue, replies, mentions, ftp.size(), foreign);
    }

    /** A record is FTP's by its verb: web servers write the same lines with GET. No command begins with a code. */
    private static boolean isReply(LinePattern pattern, ReplyCatalogue catalogue, String line, int[] bounds) {
        if (pattern.role() != LinePattern.Role.RECORD) {
            return pattern.role() != LinePattern.Role.MENTION && pattern.role() != LinePattern.Role.COMMAND;
        }
        Optional<Span> command = LinePattern.span(Field.VERB, bounds).or(() -> LinePattern.span(Field.COMMAND, bounds));
        return command.isPresent()
                && catalogue.command(firstWord(line, command.get())).isPresent();
    }

    private static Optional<Span> said(int[] bounds) {
        return LinePattern.span(Field.CODE, bounds)
                .or(() -> LinePattern.span(Field.REPLY, bounds))
                .or(() -> LinePattern.span(Field.LINE, bounds))
                .or(() -> LinePattern.span(Field.VERB, bounds))
                .or(() -> LinePattern.span(Field.COMMAND, bounds));
    }

    private static String behindCode(String line, Span said, int[] bounds) {
        return LinePattern.text(Field.TEXT, line, bounds).orElseGet(() -> line.substring(said.start() + 3));
    }

    private static boolean saysFtp(ReplyCatalogue catalogue, ReplyCode code, String text) {
        Optional<Reply> reply = catalogue.reply(code);
        return reply.isPresent() && reply.get().isWordedAs(text);
    }

    private static boolean saysOther(String line, Span said) {
        return line.indexOf("SMTP", said.start()) >= 0 || line.indexOf("HTTP/", said.start()) >= 0;
    }

    private static String firstWord(String line, Span span) {
        int blank = line.indexOf(' ', span.start());
        int end = blank < 0 || blank > span.end() ? span.end() : blank;
        return line.substring(span.start(), end).toUpperCase(Locale.ROOT);
    }
}
