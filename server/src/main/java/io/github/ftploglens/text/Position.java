package io.github.ftploglens.text;

/**
 * A place in a text.
 *
 * @param line line number, 0-based
 * @param column column, 0-based, in UTF-16 units; one behind the end of the line means its end (LSP 3.17, Position)
 */
public record Position(int line, int column) {}
