package io.github.ftploglens.feature;

import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.ScannedLine;
import io.github.ftploglens.reply.Wording;
import io.github.ftploglens.text.Lines;
import java.util.ArrayList;
import java.util.List;

/**
 * The findings of a log that may grow. What the chunks of its lines have told, all but the last, is kept: when lines are
 * appended, only these are read. After any other edit all of it is read again.
 */
public final class GrowingFindings {
    private final Wording words;
    private final Severities severities;
    private final List<LogFormat> formats;
    /** Those that have been read for good. */
    private final List<Lines.Chunk> chunks;
    /** Behind them; only copied from here on, and so is what was found. */
    private final Findings reader;

    private final WorstFindings found;
    private final List<Finding> all;

    private GrowingFindings(
            Wording words,
            Severities severities,
            List<LogFormat> formats,
            List<Lines.Chunk> chunks,
            Findings reader,
            WorstFindings found,
            List<Finding> all) {
        this.words = words;
        this.severities = severities;
        this.formats = formats;
        this.chunks = chunks;
        this.reader = reader;
        this.found = found;
        this.all = all;
    }

    /** The findings of a log of which nothing has been read. */
    public static GrowingFindings of(Knowledge knowledge, Severities severities, LogDocument document) {
        WorstFindings found = new WorstFindings();
        return read(knowledge, severities, document, 0, new Findings(knowledge, severities, found::add), found);
    }

    /** The findings of the log, which may be the one of which these are, after any edits. */
    public GrowingFindings in(Knowledge knowledge, Severities wanted, LogDocument document) {
        boolean same = words.equals(knowledge.words())
                && severities.equals(wanted)
                && formats.equals(document.formats())
                && begins(document.lines().chunks());
        if (!same) {
            return of(knowledge, wanted, document);
        }
        WorstFindings goesOn = new WorstFindings(found);
        return read(knowledge, wanted, document, chunks.size(), reader.copy(goesOn::add), goesOn);
    }

    /** By their lines; the most severe ones when there are more than {@value Findings#MOST_SHOWN}. */
    public List<Finding> all() {
        return all;
    }

    private boolean begins(List<Lines.Chunk> others) {
        // The last chunk of a text is another one once something is appended.
        if (chunks.size() >= others.size()) {
            return false;
        }
        for (int i = 0; i < chunks.size(); i++) {
            if (chunks.get(i) != others.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static GrowingFindings read(
            Knowledge knowledge,
            Severities severities,
            LogDocument document,
            int first,
            Findings reader,
            WorstFindings found) {
        Lines lines = document.lines();
        int last = lines.chunks().size() - 1;
        read(document, lines.firstLine(first), lines.firstLine(last), reader);
        WorstFindings all = new WorstFindings(found);
        Findings rest = reader.copy(all::add);
        read(document, lines.firstLine(last), document.count(), rest);
        rest.end();
        return new GrowingFindings(
                knowledge.words(),
                severities,
                document.formats(),
                List.copyOf(new ArrayList<>(lines.chunks().subList(0, last))),
                reader,
                found,
                all.list(knowledge));
    }

    private static void read(LogDocument document, int first, int end, Findings reader) {
        if (document.formats().isEmpty()) {
            return; // In what is no FTP log nothing is marked.
        }
        for (int i = first; i < end; i++) {
            ScannedLine line = document.line(i);
            if (Findings.isTelling(line)) {
                reader.line(i, document.text(i), line);
            }
        }
    }
}
