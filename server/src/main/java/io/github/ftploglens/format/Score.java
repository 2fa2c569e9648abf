package io.github.ftploglens.format;

/**
 * What the first lines of a log say for a format.
 *
 * @param format the format
 * @param head how many lines were read
 * @param lines how many of them have a pattern of the format
 * @param dialogue how many of them have a command, a reply or a part of one
 * @param replies how many of them bear a reply code
 * @param mentions how many of them are error texts that cite one
 * @param ftp how many different things they say that only FTP says
 * @param foreign how many they say that only other protocols say
 */
public record Score(
        LogFormat format, int head, int lines, int dialogue, int replies, int mentions, int ftp, int foreign) {
    /** An FTP dialogue says at least so many different things that only FTP says. */
    private static final int LEAST_DIALOGUE = 2;

    /** A log with a signature has at least so many replies, or else one in so many lines: a single line may be forged. */
    private static final int LEAST_SIGNED = 3;

    private static final int MOST_LINES_A_REPLY = 20;

    /** Replies that are rarer are a coincidence, as in a manual that is set like such a log; listings come between others. */
    private static final int MOST_LINES_A_DIALOGUE = 1_000;

    /** What the first lines of a log may lack for a format. */
    public enum Lack {
        NOTHING,
        /** Enough replies for so many lines. */
        REPLIES,
        /** What only FTP says. */
        FTP,
        /** Less of what another protocol says. */
        OWN
    }

    /** Whether this is enough to take the format for the log's. */
    public boolean isEnough() {
        return lack() == Lack.NOTHING;
    }

    /** What is missing for that. */
    public Lack lack() {
        int codes = replies + mentions;
        if (format.evidence() == LogFormat.Evidence.SIGNATURE) {
            boolean isSigned = codes >= LEAST_SIGNED || (codes > 0 && head <= codes * MOST_LINES_A_REPLY);
            return isSigned ? Lack.NOTHING : Lack.REPLIES;
        }
        if (format.evidence() == LogFormat.Evidence.WRAPPER || replies * MOST_LINES_A_DIALOGUE <= lines) {
            return Lack.REPLIES;
        }
        return ftp < LEAST_DIALOGUE ? Lack.FTP : foreign * 2 < ftp ? Lack.NOTHING : Lack.OWN;
    }
}
