/** What the lines of a known log format look like, and which format a log has. */
@NullMarked
package io.github.ftploglens.format;

import org.jspecify.annotations.NullMarked;
