/** The door for the shell: the same features, printed. */
@NullMarked
package io.github.ftploglens.cli;

import org.jspecify.annotations.NullMarked;
