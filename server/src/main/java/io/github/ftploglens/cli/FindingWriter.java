package io.github.ftploglens.cli;

import com.google.gson.stream.JsonWriter;
import io.github.ftploglens.feature.Finding;
import java.io.IOException;
import java.io.PrintWriter;

/** Writes findings one by one as they come. */
interface FindingWriter {
    /** Writes JSON for people too: indented, and with signs of HTML as they are. */
    static JsonWriter json(PrintWriter out) {
        JsonWriter json = new JsonWriter(out);
        json.setIndent("  ");
        json.setHtmlSafe(false);
        return json;
    }

    /** Writes what stands before the first finding. */
    default void begin() throws IOException {}

    /**
     * Writes a finding.
     *
     * @param log the name that the user knows the log by
     */
    void write(String log, Finding finding) throws IOException;

    /** Writes what stands behind the last finding. */
    default void end() throws IOException {}
}
