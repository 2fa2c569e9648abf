/** Lines of text and places in them; knows nothing of FTP. */
@NullMarked
package io.github.ftploglens.text;

import org.jspecify.annotations.NullMarked;
