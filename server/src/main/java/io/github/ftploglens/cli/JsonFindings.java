package io.github.ftploglens.cli;

import com.google.gson.stream.JsonWriter;
import io.github.ftploglens.feature.Finding;
import io.github.ftploglens.feature.Finding.Related.Role;
import io.github.ftploglens.reply.Key;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

/** Findings as one JSON array. */
final class JsonFindings implements FindingWriter {
    private final PrintWriter out;
    private final JsonWriter json;

    JsonFindings(PrintWriter out) {
        this.out = out;
        this.json = FindingWriter.json(out);
    }

    @Override
    public void begin() throws IOException {
        json.beginArray();
    }

    @Override
    public void write(String log, Finding finding) throws IOException {
        json.beginObject();
        json.name("file").value(log);
        json.name("line").value(finding.line() + 1);
        json.name("column").value(finding.span().start() + 1);
        json.name("severity").value(Key.of(finding.severity()));
        json.name("code").value(finding.code().toString());
        json.name("message").value(finding.message());
        json.name("kind").value(Key.of(finding.kind()));
        json.name("count").value(finding.count());
        line("commandLine", finding, Role.COMMAND);
        line("lastLine", finding, Role.LAST);
        line("recoveredLine", finding, Role.RECOVERY);
        json.name("reference").value(finding.address());
        json.endObject();
    }

    private void line(String name, Finding finding, Role role) throws IOException {
        json.name(name);
        Optional<Finding.Related> place = finding.related(role);
        if (place.isPresent()) {
            json.value(place.get().line() + 1);
        } else {
            json.nullValue();
        }
    }

    @Override
    public void end() throws IOException {
        json.endArray();
        json.flush();
        out.print("\n");
    }
}
