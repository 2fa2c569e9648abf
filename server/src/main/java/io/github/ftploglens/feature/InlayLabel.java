package io.github.ftploglens.feature;

import io.github.ftploglens.text.Position;

/**
 * A few words that an editor shows in a line, although the log does not have them.
 *
 * @param position where they are shown
 * @param text the words; fit to be shown
 */
public record InlayLabel(Position position, String text) {}
