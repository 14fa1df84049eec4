package io.chargeproof.redaction;

/** A text as it stands in a JSON string. */
final class Escaped {
    private static final String CONTROLS = "\b\t\n\f\r";
    private static final String LETTERS = "btnfr";

    private Escaped() {}

    static String json(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            int control = CONTROLS.indexOf(letter);
            if (control >= 0) {
                escaped.append('\\').append(LETTERS.charAt(control));
            } else if (letter == '"' || letter == '\\') {
                escaped.append('\\').append(letter);
            } else {
                escaped.append(letter);
            }
        }
        return escaped.toString();
    }
}
