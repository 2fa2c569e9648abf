package io.github.ftploglens.feature;

import java.util.List;

/**
 * An entry of a log's outline.
 *
 * @param name what it is called, never blank; fit to be shown
 * @param detail what else there is to say, or empty; fit to be shown
 * @param kind what it is
 * @param region all of it
 * @param selection the part of the region that names it
 * @param children the entries below it, by their lines; their regions lie in this one's
 */
public record Symbol(String name, String detail, Kind kind, Region region, Region selection, List<Symbol> children) {
    /** What an entry is. */
    public enum Kind {
        SESSION,
        LOGIN,
        TRANSFER,
        FAILURE,
        /** Stands for entries that were left out. */
        MORE
    }

    public Symbol {
        children = List.copyOf(children);
    }
}
