/** The door for editors: the only package that knows lsp4j, threads and executors. */
@NullMarked
package io.github.ftploglens.lsp;

import org.jspecify.annotations.NullMarked;
