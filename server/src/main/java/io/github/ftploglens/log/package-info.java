/** A log as immutable lines, each scanned once: its reply codes, its sessions and the command of each reply. */
@NullMarked
package io.github.ftploglens.log;

import org.jspecify.annotations.NullMarked;
