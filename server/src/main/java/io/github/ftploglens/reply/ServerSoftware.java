package io.github.ftploglens.reply;

import java.util.List;
import java.util.Set;

/**
 * A program that serves FTP.
 *
 * @param id the part of hints that names it
 * @param name what readers call it
 * @param banners texts of its greeting, without the code
 * @param formats the log formats that it alone writes
 */
public record ServerSoftware(String id, String name, List<TextGlob> banners, Set<String> formats) {}
