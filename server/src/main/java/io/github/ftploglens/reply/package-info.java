/** What FTP replies and commands mean, and the words for it in each language; knows nothing of logs. */
@NullMarked
package io.github.ftploglens.reply;

import org.jspecify.annotations.NullMarked;
