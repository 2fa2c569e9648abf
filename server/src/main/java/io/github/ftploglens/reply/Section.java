package io.github.ftploglens.reply;

/**
 * A section of an RFC.
 *
 * @param rfc the number of the RFC
 * @param section the number of the section, such as {@code 4.2.2}; or the name of an appendix; or empty for the whole RFC
 */
public record Section(int rfc, String section) {
    /** The address of the section at the RFC Editor's page of the RFC. */
    public String address() {
        String page = "https://www.rfc-editor.org/rfc/rfc" + rfc;
        return isNumbered() ? page + "#section-" + section : page;
    }

    private boolean isNumbered() {
        return !section.isEmpty() && Character.isDigit(section.charAt(0));
    }

    @Override
    public String toString() {
        if (section.isEmpty()) {
            return "RFC " + rfc;
        }
        return "RFC " + rfc + (isNumbered() ? " §" : ", ") + section;
    }
}
