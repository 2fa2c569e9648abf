package io.github.ftploglens.format;

import java.util.List;
import java.util.Optional;

/**
 * The layouts of a format behind a header: those that speak of columns are bound to the columns that it names.
 *
 * @param columns the columns of a row
 * @param patterns the layouts, in the order in which they are tried
 */
public record Table(Columns columns, List<LinePattern> patterns) {
    public Table {
        patterns = List.copyOf(patterns);
    }

    /**
     * The table below a header, or empty when no program writes such a header.
     *
     * @param names the names of the columns, as the header has them
     */
    static Optional<Table> below(LogFormat format, LinePattern header, String names) {
        return Columns.named(names, header.columns())
                .map(columns -> new Table(
                        columns,
                        format.patterns().stream()
                                .flatMap(pattern -> pattern.under(columns).stream())
                                .toList()));
    }
}
