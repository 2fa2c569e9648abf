package io.github.ftploglens.feature;

import io.github.ftploglens.text.Span;

/**
 * What is shown of a place in a log.
 *
 * @param page what there is to say
 * @param span the place in its line
 */
public record Hover(Page page, Span span) {}
