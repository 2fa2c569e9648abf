package io.github.ftploglens.cli;

import com.google.gson.stream.JsonWriter;
import io.github.ftploglens.feature.Explanations;
import io.github.ftploglens.feature.Finding;
import io.github.ftploglens.feature.Knowledge;
import io.github.ftploglens.feature.Markdown;
import io.github.ftploglens.feature.Page;
import io.github.ftploglens.feature.PlainText;
import io.github.ftploglens.reply.ReplyCode;
import io.github.ftploglens.reply.Wording;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Findings as a log of SARIF 2.1.0 (OASIS, 27 March 2020), which code hosts and editors read. Each code is a rule; the rules
 * stand behind the results, because only then it is known which there are.
 */
final class SarifFindings implements FindingWriter {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

    private final Knowledge knowledge;
    private final PrintWriter out;
    private final JsonWriter json;
    /** The rules by their codes, in the order of their indexes. */
    private final Map<ReplyCode, Rule> rules = new LinkedHashMap<>();

    private record Rule(int index, String address) {}

    SarifFindings(Knowledge knowledge, PrintWriter out) {
        this.knowledge = knowledge;
        this.out = out;
        this.json = FindingWriter.json(out);
    }

    @Override
    public void begin() throws IOException {
        json.beginObject();
        json.name("$schema").value(SCHEMA);
        json.name("version").value("2.1.0");
        json.name("runs").beginArray().beginObject();
        json.name("columnKind").value("utf16CodeUnits");
        json.name("language").value(knowledge.words().language());
        json.name("results").beginArray();
    }

    @Override
    public void write(String log, Finding finding) throws IOException {
        Rule rule = rules.computeIfAbsent(finding.code(), code -> new Rule(rules.size(), finding.address()));
        json.beginObject();
        json.name("ruleId").value(finding.code().toString());
        json.name("ruleIndex").value(rule.index);
        json.name("level").value(level(finding.severity()));
        text("message", finding.message());
        json.name("locations").beginArray().beginObject();
        place(log, finding.line(), finding.span().start(), finding.span().end());
        json.endObject().endArray();
        json.name("occurrenceCount").value(finding.count());
        if (!finding.related().isEmpty()) {
            json.name("relatedLocations").beginArray();
            for (Finding.Related related : finding.related()) {
                json.beginObject();
                place(
                        log,
                        related.line(),
                        related.span().start(),
                        related.span().end());
                text("message", related.message());
                json.endObject();
            }
            json.endArray();
        }
        json.endObject();
    }

    @Override
    public void end() throws IOException {
        json.endArray();
        json.name("tool").beginObject().name("driver").beginObject();
        json.name("name").value("FTP Log Lens");
        String version = Shell.class.getPackage().getImplementationVersion();
        if (version != null) {
            json.name("version").value(version);
        }
        json.name("rules").beginArray();
        for (Map.Entry<ReplyCode, Rule> rule : rules.entrySet()) {
            rule(rule.getKey(), rule.getValue().address);
        }
        json.endArray().endObject().endObject();
        json.endObject().endArray().endObject();
        json.flush();
        out.print("\n");
    }

    private void rule(ReplyCode code, String address) throws IOException {
        Wording words = knowledge.words();
        Page page = Explanations.of(knowledge, code, "");
        String name = words.find("reply." + code + ".name").orElseGet(() -> words.get("unknown.name"));
        json.beginObject();
        json.name("id").value(code.toString());
        text("shortDescription", words.get("title.explain", Map.of("code", code, "name", name)));
        json.name("help").beginObject();
        json.name("text").value(PlainText.of(page));
        json.name("markdown").value(Markdown.of(page, Markdown.References.PLAIN));
        json.endObject();
        json.name("helpUri").value(address);
        json.endObject();
    }

    private void text(String name, String text) throws IOException {
        json.name(name).beginObject().name("text").value(text).endObject();
    }

    private void place(String log, int line, int start, int end) throws IOException {
        json.name("physicalLocation").beginObject();
        json.name("artifactLocation").beginObject().name("uri").value(uri(log)).endObject();
        json.name("region").beginObject();
        json.name("startLine").value(line + 1);
        json.name("startColumn").value(start + 1);
        json.name("endColumn").value(end + 1);
        json.endObject().endObject();
    }

    /** SARIF 2.1.0 §3.27.10 knows no hints. */
    private static String level(Finding.Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFORMATION, HINT -> "note";
        };
    }

    /** An absolute name as a file URI, another one as a relative reference (RFC 3986 §4.2). */
    private static String uri(String log) {
        Path path = Path.of(log);
        if (path.isAbsolute()) {
            return path.toUri().toASCIIString();
        }
        String name = log.replace('\\', '/');
        try {
            // A colon in the first part would end a scheme.
            String unmistakable = name.indexOf(':') < 0 ? name : "./" + name;
            return new URI(null, null, unmistakable, null).toASCIIString();
        } catch (URISyntaxException e) {
            return path.toUri().toASCIIString();
        }
    }
}
