package io.chargeproof.junit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON as the release writes it: objects become maps, arrays lists, and numbers, like the words true, false and null,
 * the text that stands there. A library for it would be one more that tests could meet in another version.
 */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /**
     * Reads an object.
     *
     * @throws IllegalArgumentException if the text isn't one
     */
    static Map<?, ?> object(String text) {
        Json json = new Json(text);
        if (json.value() instanceof Map<?, ?> object && json.peek() == 0) {
            return object;
        }
        throw json.unreadable();
    }

    private Object value() {
        return switch (peek()) {
            case '{' -> members();
            case '[' -> elements();
            case '"' -> string();
            default -> word();
        };
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        while (peek() != '}') {
            String name = string();
            expect(':');
            members.put(name, value());
            separate('}');
        }
        at++;
        return members;
    }

    private List<Object> elements() {
        List<Object> elements = new ArrayList<>();
        at++;
        while (peek() != ']') {
            elements.add(value());
            separate(']');
        }
        at++;
        return elements;
    }

    private void separate(char end) {
        if (peek() != end) {
            expect(',');
        }
    }

    private String word() {
        int from = at;
        while (at < text.length() && ",]}: \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (from == at) {
            throw unreadable();
        }
        return text.substring(from, at);
    }

    private String string() {
        expect('"');
        StringBuilder read = new StringBuilder();
        while (next() != '"') {
            read.append(text.charAt(at - 1) == '\\' ? escaped() : text.charAt(at - 1));
        }
        return read.toString();
    }

    private char escaped() {
        char letter = next();
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> codeUnit();
            default -> letter;
        };
    }

    private char codeUnit() {
        if (at + 4 > text.length()) {
            throw unreadable();
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private char next() {
        if (at == text.length()) {
            throw unreadable();
        }
        return text.charAt(at++);
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw unreadable();
        }
        at++;
    }

    /** The next character that isn't white space, or 0 at the end. */
    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private IllegalArgumentException unreadable() {
        return new IllegalArgumentException("It isn't JSON at character " + at);
    }
}
