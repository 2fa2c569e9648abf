package io.github.ftploglens.feature;

import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.reply.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds the failed replies of a log: 4yz warns, 5yz is an error (RFC 959 §4.2). */
public final class Findings {
    /** More than this, VS Code does not show for a file. */
    public static final int MOST_SHOWN = 1_000;

    /** A cited reply counts as one that the log has when the reply itself stands so few lines before. */
    private static final int CITED_WITHIN = 1_000;

    private final Knowledge knowledge;
    private final Severities severities;
    private final Consumer<Finding> sink;
    /** The texts of the latest commands, by their lines. */
    private final Map<Integer, Sent> commands = new Latest<>();

    private final SessionServers servers;

    /** The line of the latest reply with each code. */
    private final Map<ReplyCode, Integer> replies = new HashMap<>();

    private record Sent(String command, int lineLength) {}

    /** Looks for findings in lines that are given one after the other. */
    public Findings(Knowledge knowledge, Severities severities, Consumer<Finding> sink) {
        this.knowledge = knowledge;
        this.severities = severities;
        this.sink = sink;
        this.servers = new SessionServers(knowledge);
    }

    /**
     * The findings of a log by their lines; the most severe ones when there are more than {@value #MOST_SHOWN}, and then one
     * at the end of the log that says how many were left out.
     */
    public static List<Finding> of(Knowledge knowledge, Severities severities, LogDocument document) {
        List<Finding> all = new ArrayList<>();
        if (document.formats().isEmpty()) {
            return all;
        }
        Findings findings = new Findings(knowledge, severities, all::add);
        for (int i = 0; i < document.count(); i++) {
            ScannedLine line = document.line(i);
            if (line.isCommand() || !line.marks().isEmpty()) {
                findings.line(i, document.text(i), line);
            }
        }
        return all.size() <= MOST_SHOWN ? all : worst(knowledge.words(), all);
    }

    /**
     * Takes the next line that is a command or bears a code.
     *
     * @param number its number, 0-based
     */
    public void line(int number, String text, ScannedLine line) {
        if (line.isCommand()) {
            String command = new LogText(line, text).command();
            String shown = Printable.of(Secrets.mask(knowledge.catalogue(), command));
            commands.put(number, new Sent(shown, text.length()));
        }
        for (Mark mark : line.marks()) {
            servers.code(number, text, line, mark);
            if (mark.kind() == Mark.Kind.CONTINUATION) {
                continue;
            }
            Integer cited = replies.get(mark.code());
            boolean isCited = mark.kind() == Mark.Kind.MENTION && cited != null && number - cited <= CITED_WITHIN;
            if (!isCited) {
                severities
                        .of(mark.code())
                        .ifPresent(severity -> sink.accept(finding(number, text, line, mark, severity)));
            }
            if (mark.kind() == Mark.Kind.REPLY) {
                replies.put(mark.code(), number);
            }
        }
    }

    private Finding finding(int number, String text, ScannedLine line, Mark mark, Finding.Severity severity) {
        Wording words = knowledge.words();
        Phrases phrases = Phrases.of(knowledge, mark.code(), line.verb());
        int at = number - line.command();
        Sent sent = line.command() == ScannedLine.NONE ? null : commands.get(at);
        String command = sent == null ? line.verb() : sent.command();
        String key = command.isEmpty() ? "finding.alone" : "finding.answer";
        Optional<ServerHints.Known> hint = servers.hint(number, text, line, mark);
        String message = words.get(
                hint.isPresent() ? key + ".hint" : key,
                Map.of(
                        "code", mark.code(),
                        "command", command,
                        "brief", phrases.brief(),
                        "action", phrases.action(),
                        "server", hint.map(ServerHints.Known::server).orElse(""),
                        "fix", hint.map(known -> known.fix().replace("`", "")).orElse("")));
        Optional<Finding.Cause> cause = sent == null || at == number
                ? Optional.empty()
                : Optional.of(new Finding.Cause(
                        at, sent.lineLength(), words.get("finding.command", Map.of("command", command))));
        return new Finding(
                number,
                mark.span(),
                severity,
                mark.code(),
                message,
                phrases.definedIn().address(),
                cause);
    }

    private static List<Finding> worst(Wording words, List<Finding> all) {
        List<Finding> shown = new ArrayList<>(all);
        shown.sort(Comparator.comparing(Finding::severity));
        List<Finding> left = shown.subList(MOST_SHOWN - 1, shown.size());
        Finding first = left.get(0);
        String message = words.get("finding.more", Map.of("count", left.size()));
        Finding more = new Finding(
                first.line(),
                first.span(),
                Finding.Severity.INFORMATION,
                first.code(),
                message,
                first.address(),
                Optional.empty());
        shown = new ArrayList<>(shown.subList(0, MOST_SHOWN - 1));
        shown.add(more);
        shown.sort(Comparator.comparingInt(Finding::line));
        return shown;
    }
}
