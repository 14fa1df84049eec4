package io.chargeproof.redaction;

import java.util.Map;

/**
 * Undoes JSON escapes, percent-encoding and HTML's character references as the bytes come in. What is undone counts as
 * if it had stood there, so that encodings within encodings are undone as well. Backslashes are counted, not kept, and
 * a plus is a blank: a secret that is decoded like this is found however its letters were written.
 */
final class Decoding {
    private static final int LONGEST_REFERENCE = 64;
    private static final Map<String, Character> REFERENCES = Map.ofEntries(
            Map.entry("amp", '&'),
            Map.entry("lt", '<'),
            Map.entry("gt", '>'),
            Map.entry("quot", '"'),
            Map.entry("apos", '\''),
            Map.entry("sol", '/'),
            Map.entry("bsol", '\\'),
            Map.entry("plus", '+'),
            Map.entry("equals", '='),
            Map.entry("lowbar", '_'),
            Map.entry("hyphen", '-'),
            Map.entry("dash", '-'),
            Map.entry("period", '.'),
            Map.entry("comma", ','),
            Map.entry("colon", ':'),
            Map.entry("semi", ';'),
            Map.entry("excl", '!'),
            Map.entry("quest", '?'),
            Map.entry("num", '#'),
            Map.entry("dollar", '$'),
            Map.entry("percnt", '%'),
            Map.entry("commat", '@'),
            Map.entry("ast", '*'),
            Map.entry("lpar", '('),
            Map.entry("rpar", ')'));

    /** What every encoding that is undone begins with, or consists of. */
    private static final String UNDONE = "\\%&+";

    private final DecodedText view;
    private int slashes;
    private int slashesFrom;

    Decoding(int capacity) {
        view = new DecodedText(capacity);
    }

    /** Whether anything in a text may be an encoding. */
    static boolean undoesAnything(String text) {
        for (int i = 0; i < UNDONE.length(); i++) {
            if (text.indexOf(UNDONE.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    DecodedText view() {
        return view;
    }

    void append(byte value, int start, int end) {
        if (value == '\\') {
            slashesFrom = slashes == 0 ? start : slashesFrom;
            slashes++;
            return;
        }
        view.push(value == '+' ? (byte) ' ' : value, slashes == 0 ? start : slashesFrom, end, slashes);
        slashes = 0;
        if (value == ';') {
            undoReference();
        } else if (hex(value) >= 0) {
            undoPercent();
            undoUnicodeEscape();
            undoByteEscape();
        }
    }

    private void undoPercent() {
        int from = view.size() - 3;
        if (from >= 0 && view.at(from) == '%' && hexAt(from + 1) >= 0) {
            replace(from, (byte) (hexAt(from + 1) << 4 | hexAt(from + 2)));
        }
    }

    private void undoUnicodeEscape() {
        int from = view.size() - 5;
        if (from < 0 || view.at(from) != 'u' || view.slashesBefore(from) == 0) {
            return;
        }
        int letter = 0;
        for (int i = from + 1; i < from + 5; i++) {
            if (hexAt(i) < 0) {
                return;
            }
            letter = letter << 4 | hexAt(i);
        }
        replace(from, DecodedText.bytesOf((char) letter, DecodedText.Letters.UTF_8));
    }

    /** As in C, and in logs of it: {@code \\x41}. */
    private void undoByteEscape() {
        int from = view.size() - 3;
        if (from >= 0
                && view.at(from) == 'x'
                && view.slashesBefore(from) > 0
                && view.slashesBefore(from + 1) + view.slashesBefore(from + 2) == 0
                && hexAt(from + 1) >= 0) {
            replace(from, (byte) (hexAt(from + 1) << 4 | hexAt(from + 2)));
        }
    }

    private void undoReference() {
        StringBuilder name = new StringBuilder();
        for (int i = view.size() - 2; i >= 0 && name.length() < LONGEST_REFERENCE; i--) {
            if (view.at(i) == '&') {
                int letter = letterOf(name.reverse().toString());
                if (letter > 0) {
                    replace(i, DecodedText.bytesOf((char) letter, DecodedText.Letters.UTF_8));
                }
                return;
            }
            name.append((char) view.at(i));
        }
    }

    private static int letterOf(String name) {
        if (!name.startsWith("#")) {
            return REFERENCES.getOrDefault(name, (char) 0);
        }
        boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
        try {
            int letter = Integer.parseInt(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
            return letter <= Character.MAX_VALUE ? letter : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void replace(int from, byte... decoded) {
        int start = view.start(from);
        int end = view.end(view.size() - 1);
        slashesFrom = start;
        slashes = view.slashesBefore(from);
        view.pop(view.size() - from);
        for (byte each : decoded) {
            append(each, start, end);
        }
    }

    private int hexAt(int index) {
        return hex(view.at(index));
    }

    private static int hex(byte value) {
        return Character.digit(value, 16);
    }
}
