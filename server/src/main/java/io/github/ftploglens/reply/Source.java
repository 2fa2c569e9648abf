package io.github.ftploglens.reply;

/**
 * Where a code or a command is defined.
 *
 * @param name the document, as readers cite it: {@code RFC 959 §4.2.2}
 * @param address its address, or empty when it has none that lasts
 */
public record Source(String name, String address) {
    /**
     * A section of an RFC.
     *
     * @param section its number, such as {@code 4.2.2}; or the name of an appendix; or empty for the whole RFC
     */
    public static Source rfc(int rfc, String section) {
        String document = "RFC " + rfc;
        String page = "https://www.rfc-editor.org/rfc/rfc" + rfc;
        if (section.isEmpty()) {
            return new Source(document, page);
        }
        boolean numbered = Character.isDigit(section.charAt(0));
        return numbered
                ? new Source(document + " §" + section, page + "#section-" + section)
                : new Source(document + ", " + section, page);
    }

    /** A document of another kind: a draft, or a program. */
    static Source document(String name) {
        return new Source(name, "");
    }

    @Override
    public String toString() {
        return name;
    }
}
