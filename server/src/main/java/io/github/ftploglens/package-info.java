/** FTP Log Lens: {@link io.github.ftploglens.Main} opens one of two doors, {@code lsp} or {@code cli}. */
@NullMarked
package io.github.ftploglens;

import org.jspecify.annotations.NullMarked;
