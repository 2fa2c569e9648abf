package io.github.ftploglens.log;

import io.github.ftploglens.format.FormatDetector;
import io.github.ftploglens.format.Head;
import io.github.ftploglens.format.LogFormat;
import io.github.ftploglens.reply.ReplyCatalogue;
import io.github.ftploglens.text.Edit;
import io.github.ftploglens.text.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable log: its lines, its formats, and what each line is. An edit scans again what it changed, and what follows as
 * far as that changes what the lines are.
 */
public final class LogDocument {
    private final ReplyCatalogue catalogue;
    private final List<LogFormat> known;
    private final Lines lines;
    private final FormatDetector.Decision decision;
    /** One for each chunk of the lines. */
    private final List<Block> blocks;
    /** Run before a line is taken. */
    private final Runnable checkpoint;

    /** The scanned lines of a chunk, between what was open before and what is open after it. */
    private record Block(LineState before, List<ScannedLine> lines, LineState after, Tally tally) {}

    private LogDocument(
            ReplyCatalogue catalogue,
            List<LogFormat> known,
            Lines lines,
            FormatDetector.Decision decision,
            List<Block> blocks,
            Runnable checkpoint) {
        this.catalogue = catalogue;
        this.known = known;
        this.lines = lines;
        this.decision = decision;
        this.blocks = blocks;
        this.checkpoint = checkpoint;
    }

    /**
     * Reads a log.
     *
     * @param known the formats that it may have
     */
    public static LogDocument open(ReplyCatalogue catalogue, List<LogFormat> known, String text) {
        return open(catalogue, known, Lines.of(text));
    }

    /** Reads a log, or the {@linkplain Lines#head head} of one. */
    public static LogDocument open(ReplyCatalogue catalogue, List<LogFormat> known, Lines lines) {
        FormatDetector.Decision decision = FormatDetector.decide(known, catalogue, head(lines));
        List<Block> scanned = scan(catalogue, known, decision.formats(), lines, null, 0);
        return new LogDocument(catalogue, known, lines, decision, scanned, () -> {});
    }

    /** The log after the edit: equal to the one that is opened with the edited text. */
    public LogDocument edit(Edit edit) {
        return with(lines.edit(edit), edit.start().line());
    }

    /** The whole log of which this is the {@linkplain Lines#head head}: equal to the one that is opened at once. */
    public LogDocument whole(Lines all) {
        return with(all, lines.count());
    }

    /** @param first the first line that is another one, or new */
    private LogDocument with(Lines edited, int first) {
        FormatDetector.Decision decided = decision.stands(first, lines.count(), edited.count())
                ? decision
                : FormatDetector.decide(known, catalogue, head(edited), decision.before(first));
        LogDocument old = decided.formats().equals(decision.formats()) ? this : null;
        List<Block> scanned = scan(catalogue, known, decided.formats(), edited, old, sharedBefore(edited));
        return new LogDocument(catalogue, known, edited, decided, scanned, () -> {});
    }

    /**
     * The same log, to be read by work that may be given up.
     *
     * @param checkpoint is run before {@link #line} gives a line; what it throws ends the work
     */
    public LogDocument withCheckpoint(Runnable checkpoint) {
        return new LogDocument(catalogue, known, lines, decision, blocks, checkpoint);
    }

    /** The number of lines, at least 1. */
    public int count() {
        return lines.count();
    }

    /** The text of a line without its line end; {@code line} is 0-based. */
    public String text(int line) {
        return lines.line(line);
    }

    public Lines lines() {
        return lines;
    }

    /** What the line is; {@code line} is 0-based. */
    public ScannedLine line(int line) {
        checkpoint.run();
        int chunk = lines.chunkOf(line);
        return blocks.get(chunk).lines().get(line - lines.firstLine(chunk));
    }

    /** How much the log reports; counted where lines are scanned, and here only added up. */
    public Tally tally() {
        return blocks.stream().map(Block::tally).reduce(Tally.NONE, Tally::plus);
    }

    /** The formats of the log, those that begin later behind those of its first lines; none when it is no FTP log. */
    public List<LogFormat> formats() {
        List<LogFormat> later =
                blocks.get(blocks.size() - 1).after().strangers().formats();
        return later.isEmpty()
                ? decision.formats()
                : Stream.concat(decision.formats().stream(), later.stream()).toList();
    }

    /** By how many of the first lines it was decided on the formats. */
    public int decidedBy() {
        return decision.lines();
    }

    /** Its lines, for what judges the formats of a log by the first ones. */
    public Head head() {
        return head(lines);
    }

    private static Head head(Lines lines) {
        return new Head() {
            @Override
            public int count() {
                return lines.count();
            }

            @Override
            public String line(int index) {
                return lines.line(index);
            }
        };
    }

    private int sharedBefore(Lines edited) {
        int shared = 0;
        int most = Math.min(lines.chunks().size(), edited.chunks().size());
        while (shared < most && lines.chunks().get(shared) == edited.chunks().get(shared)) {
            shared++;
        }
        return shared;
    }

    /** Scans the chunks; takes a block over from the old log where the chunk is the same and so is what was open before. */
    private static List<Block> scan(
            ReplyCatalogue catalogue,
            List<LogFormat> known,
            List<LogFormat> formats,
            Lines lines,
            @Nullable LogDocument old,
            int shared) {
        int kept = old == null ? 0 : shared;
        List<Block> blocks = new ArrayList<>(lines.chunks().size());
        if (old != null) {
            blocks.addAll(old.blocks.subList(0, kept));
        }
        LineScanner scanner = null;
        for (int i = kept; i < lines.chunks().size(); i++) {
            LineState before = i == 0 ? LineState.START : blocks.get(i - 1).after();
            Block block = old == null ? null : old.blockOf(lines, i, before);
            if (block != null) {
                scanner = null;
            } else {
                scanner = scanner == null ? new LineScanner(catalogue, known, formats, before) : scanner;
                block = scan(scanner, lines.chunks().get(i), before);
            }
            blocks.add(block);
        }
        return blocks;
    }

    private @Nullable Block blockOf(Lines edited, int chunk, LineState before) {
        int mine = lines.chunks().size() - (edited.chunks().size() - chunk);
        boolean same = mine >= 0 && lines.chunks().get(mine) == edited.chunks().get(chunk);
        return same && blocks.get(mine).before().equals(before) ? blocks.get(mine) : null;
    }

    private static Block scan(LineScanner scanner, Lines.Chunk chunk, LineState before) {
        List<ScannedLine> scanned = new ArrayList<>(chunk.count());
        for (int i = 0; i < chunk.count(); i++) {
            scanned.add(scanner.next(chunk.line(i)));
        }
        return new Block(before, List.copyOf(scanned), scanner.state(), Tally.of(scanned));
    }
}
