/** Pure functions from knowledge, a document and a position to what a reader sees. */
@NullMarked
package io.github.ftploglens.feature;

import org.jspecify.annotations.NullMarked;
