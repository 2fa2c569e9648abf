package io.github.ftploglens.text;

/**
 * The replacement of what stands between two positions.
 *
 * @param start where the replaced text begins
 * @param end where it ends, exclusive
 * @param text what stands there afterwards
 */
public record Edit(Position start, Position end, String text) {}
