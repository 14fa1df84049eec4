package io.chargeproof.testdata;

/**
 * A value that a member of a request may meet in the wild.
 *
 * @param name what it is, in a few words
 * @param category what kind of value it is
 * @param json the value as JSON text, in which {@code {right}} stands for the right value
 */
public record HostileValue(String name, Category category, String json) {
    private static final String RIGHT = "{right}";

    /** How long JSON text may be that most columns and forms take. */
    private static final int USUAL_LENGTH = 60;

    /** The types of JSON. */
    enum Type {
        LIST,
        OBJECT,
        TEXT,
        BOOLEAN,
        NULL,
        NUMBER
    }

    /** The kinds of hostile values, as far as their judgement differs. */
    public enum Category {
        /** Another JSON type than a string. */
        WRONG_TYPE,
        NULL,
        EMPTY,
        BLANK,
        /** Printable text with blanks at its ends. */
        ENDS,
        LONG,
        /** Printable text. */
        TEXT,
        /** Printable text of letters and combining marks that have a composed form. */
        COMPOSED,
        /** Text with characters that steer its display and aren't seen. */
        FORMAT,
        CONTROL,
        /** Half of a surrogate pair, which no UTF-8 text can hold. */
        SURROGATE,
        /** Printable text with a meaning to a browser, a database, a template or a file system. */
        MARKUP,
        /** Printable text with all of these meanings, sent in place of one text for each where few values are sent. */
        MIXED_MARKUP;

        /** Whether only a target that was opened to hostile values may get it. */
        public boolean isAttack() {
            return this == MARKUP || this == MIXED_MARKUP;
        }
    }

    /** The JSON text to send where {@code right} is the JSON text of the right value. */
    public String jsonFor(String right) {
        return json.replace(RIGHT, right);
    }

    /** Its JSON type. */
    Type type() {
        return switch (json.charAt(0)) {
            case '[' -> Type.LIST;
            case '{' -> json.startsWith(RIGHT) ? Type.TEXT : Type.OBJECT;
            case '"' -> Type.TEXT;
            case 't', 'f' -> Type.BOOLEAN;
            case 'n' -> Type.NULL;
            default -> Type.NUMBER;
        };
    }

    /** Whether it is a string as somebody may mean it, of a usual length. */
    public boolean isPrintable() {
        return switch (category) {
            case ENDS, TEXT, COMPOSED, FORMAT, MARKUP, MIXED_MARKUP -> true;
            case WRONG_TYPE, NULL, EMPTY, BLANK, LONG, CONTROL, SURROGATE -> false;
        };
    }

    /** Whether it is a string that a target may refuse for its length alone. */
    public boolean isLong() {
        return type() == Type.TEXT && json.length() > USUAL_LENGTH;
    }

    /** Whether it is a string, of whatever characters. */
    public boolean isText() {
        return category != Category.WRONG_TYPE && category != Category.NULL;
    }
}
