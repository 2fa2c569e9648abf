package io.github.ftploglens.format;

/** Kinds of characters in fields of a fixed shape, as bits: a table, because most of what is read of a log is times. */
final class CharacterKinds {
    /** A digit, a letter, a letter of a hex digit; and characters that stand for themselves. */
    private static final String NAMES = "0ah :-+/.T";

    private static final String OF_CHARACTERS = ofCharacters();

    private CharacterKinds() {}

    /** Whether the character is of one of the kinds. */
    static boolean fits(char c, char kinds) {
        return c < OF_CHARACTERS.length() && (OF_CHARACTERS.charAt(c) & kinds) != 0;
    }

    /** The kinds that may stand at each place of a shape. */
    static String of(String shape) {
        StringBuilder kinds = new StringBuilder();
        for (int i = 0; i < shape.length(); i++) {
            String any = switch (shape.charAt(i)) {
                case '_' -> "0 ";
                case 'A', 'a' -> "a";
                case 'h' -> "0h";
                case '+' -> "+-";
                // WinSCP writes the locale's separators: 16.04.30 in Italian.
                case ';' -> ":.";
                case 'T' -> " T";
                default -> shape.substring(i, i + 1);
            };
            int bits = 0;
            for (int j = 0; j < any.length(); j++) {
                bits |= 1 << NAMES.indexOf(any.charAt(j));
            }
            kinds.append((char) bits);
        }
        return kinds.toString();
    }

    private static String ofCharacters() {
        StringBuilder kinds = new StringBuilder();
        for (char c = 0; c < 128; c++) {
            boolean hexLetter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            int bits = (c >= '0' && c <= '9' ? 1 : 0) | (letter ? 2 : 0) | (hexLetter ? 4 : 0);
            int itself = NAMES.indexOf(c, 3);
            kinds.append((char) (itself < 0 ? bits : bits | 1 << itself));
        }
        return kinds.toString();
    }
}
