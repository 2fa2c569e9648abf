package io.github.ftploglens.cli;

import com.google.gson.stream.JsonWriter;
import io.github.ftploglens.feature.AnsweredSecrets;
import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.Key;
import io.github.ftploglens.reply.ReplyCatalogue;
import java.io.IOException;
import java.io.PrintWriter;

/** Writes an object for every reply code of a log, one on a line (JSON Lines). */
final class Scan implements LogStream.Sink {
    private final String file;
    private final PrintWriter out;

    private final AnsweredSecrets secrets;

    Scan(ReplyCatalogue catalogue, String file, PrintWriter out) {
        this.secrets = new AnsweredSecrets(catalogue);
        this.file = file;
        this.out = out;
    }

    @Override
    public void line(int number, String text, ScannedLine line) throws IOException {
        secrets.line(number, text, line);
        for (Mark mark : line.marks()) {
            write(number, text, line, mark);
        }
    }

    @Override
    public void pause() {
        out.flush();
    }

    private void write(int number, String text, ScannedLine line, Mark mark) throws IOException {
        LogFormat format = line.format();
        JsonWriter json = new JsonWriter(out);
        json.setHtmlSafe(false);
        json.setSerializeNulls(true);
        json.beginObject();
        json.name("file").value(file);
        json.name("line").value(number + 1);
        json.name("column").value(mark.column() + 1);
        json.name("code").value(mark.code().toString());
        json.name("kind").value(Key.of(mark.kind()));
        json.name("format").value(format == null ? null : format.id());
        boolean inSession = line.session() != ScannedLine.NONE;
        json.name("session").value(inSession ? "line " + (number + 1 - line.session()) : null);
        json.name("command");
        if (line.command() == ScannedLine.NONE) {
            json.nullValue();
        } else {
            json.beginObject();
            json.name("line").value(number + 1 - line.command());
            json.name("verb").value(line.verb());
            json.endObject();
        }
        json.name("text").value(secrets.replyText(number, text, line, mark));
        json.endObject();
        out.write('\n');
    }
}
