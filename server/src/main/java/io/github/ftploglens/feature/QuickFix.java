package io.github.ftploglens.feature;

import io.github.ftploglens.reply.ReplyCode;
import java.util.List;

/**
 * Something to read about the codes at a place.
 *
 * @param title what a menu shows
 * @param codes one code to explain, or two to compare
 * @param verb the command that the code answers, or empty
 */
public record QuickFix(String title, List<ReplyCode> codes, String verb) {
    public QuickFix {
        codes = List.copyOf(codes);
    }
}
