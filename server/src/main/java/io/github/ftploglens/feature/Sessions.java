package io.github.ftploglens.feature;

import io.github.ftploglens.format.Field;
import io.github.ftploglens.format.LinePattern;
import io.github.ftploglens.log.LineScanner;
import io.github.ftploglens.log.LogDocument;
import io.github.ftploglens.log.LogText;
import io.github.ftploglens.log.Mark;
import io.github.ftploglens.log.ScannedLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Puts the sessions of a log together from lines that are given one after the other. */
public final class Sessions {
    private final Knowledge knowledge;
    private final int mostParts;
    private final Consumer<Session> sink;
    /** Those that may go on, by their first lines; the one that was silent longest comes first. */
    private final Map<Integer, RunningSession> running = new LinkedHashMap<>(16, 0.75f, true);
    /** Whether lines of a pattern have a time. */
    private final Map<LinePattern, Boolean> timed = new HashMap<>();

    /**
     * Sessions of a log of which no line has been read.
     *
     * @param mostParts how many parts of a session are kept at most; what went well is left out first
     * @param sink takes each session when it can have no further line
     */
    public Sessions(Knowledge knowledge, int mostParts, Consumer<Session> sink) {
        this.knowledge = knowledge;
        this.mostParts = mostParts;
        this.sink = sink;
    }

    /** The sessions of a log by their first lines, with all their parts. */
    public static List<Session> of(Knowledge knowledge, LogDocument document) {
        List<Session> all = new ArrayList<>();
        if (!document.formats().isEmpty()) {
            Sessions sessions = new Sessions(knowledge, Integer.MAX_VALUE, all::add);
            for (int i = 0; i < document.count(); i++) {
                ScannedLine line = document.line(i);
                if (line.session() != ScannedLine.NONE) {
                    sessions.line(i, document.text(i), line);
                }
            }
            sessions.end();
            all.sort(Comparator.comparingInt(Session::first));
        }
        return all;
    }

    /**
     * Takes the next line; those of no session may be left out.
     *
     * @param number its number, 0-based
     */
    public void line(int number, String text, ScannedLine line) {
        if (line.session() == ScannedLine.NONE) {
            return;
        }
        RunningSession session = running.computeIfAbsent(
                number - line.session(), first -> new RunningSession(knowledge, first, mostParts));
        session.read(number, text, line, hasTime(text, line));
        if (isLast(line)) {
            running.remove(session.first());
            sink.accept(session.soFar());
        }
        giveUpSilent(number);
    }

    /** The sessions that were not given yet, as far as they were read. */
    List<Session> running() {
        return running.values().stream().map(RunningSession::soFar).toList();
    }

    /** Behind the last line: gives the sessions that may still have gone on. */
    public void end() {
        running().forEach(sink);
        running.clear();
    }

    private boolean hasTime(String text, ScannedLine line) {
        LinePattern pattern = line.pattern();
        return pattern != null
                && timed.computeIfAbsent(
                        pattern,
                        read -> !new LogText(line, text).field(Field.TIME).isEmpty());
    }

    /** As {@link LineScanner} sees it: what follows is another session. */
    private static boolean isLast(ScannedLine line) {
        List<Mark> marks = line.marks();
        return line.role() == ScannedLine.Role.CLOSE
                || (line.role() == ScannedLine.Role.RECORD
                        && marks.get(marks.size() - 1).code().value() == 221);
    }

    private void giveUpSilent(int number) {
        Iterator<RunningSession> silent = running.values().iterator();
        while (silent.hasNext()) {
            RunningSession session = silent.next();
            if (number - session.last() < LineScanner.MOST_SILENT_LINES) {
                return;
            }
            silent.remove();
            sink.accept(session.soFar());
        }
    }
}
