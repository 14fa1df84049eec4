package io.chargeproof.contract.matching;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A matching rule, and what keeps it. */
sealed interface Rule {
    /** What a value is to be, given the example in the pact. */
    String inWords(String example);

    /** Whether a JSON value keeps it whose example is no object and no list. */
    boolean keeps(JsonNode expected, JsonNode actual);

    /**
     * Whether an object keeps it, its members aside.
     *
     * @param inherited whether the rule is written for something that the object is in
     */
    default boolean keepsObject(JsonNode expected, JsonNode actual, boolean inherited) {
        return false;
    }

    /** Whether a list keeps it, its items aside. */
    default boolean keepsList(JsonNode expected, JsonNode actual, boolean inherited) {
        return true;
    }

    /** Whether a text that isn't JSON keeps it: a header field's value, a plain body, a member's name. */
    boolean keepsText(String expected, String actual);

    /** Whether an HTTP status keeps it. */
    default boolean keepsStatus(int expected, int actual) {
        return false;
    }

    /** The same value. */
    record Equality() implements Rule {
        @Override
        public String inWords(String example) {
            return example;
        }

        @Override
        public boolean keeps(JsonNode expected, JsonNode actual) {
            return Json.equal(expected, actual);
        }

        @Override
        public boolean keepsObject(JsonNode expected, JsonNode actual, boolean inherited) {
            return Json.equal(expected, actual);
        }

        @Override
        public boolean keepsList(JsonNode expected, JsonNode actual, boolean inherited) {
            return Json.equal(expected, actual);
        }

        @Override
        public boolean keepsText(String expected, String actual) {
            return expected.equals(actual);
        }

        @Override
        public boolean keepsStatus(int expected, int actual) {
            return expected == actual;
        }
    }

    /**
     * A value of the same type.
     *
     * @param least the least number of items, or null
     * @param most the greatest, or null
     */
    record Type(@Nullable Integer least, @Nullable Integer most) implements Rule {
        @Override
        public String inWords(String example) {
            return "of the type of " + example
                    + (least == null ? "" : ", with at least " + Json.counted(least, "item"))
                    + (most == null ? "" : ", with at most " + Json.counted(most, "item"));
        }

        @Override
        public boolean keeps(JsonNode expected, JsonNode actual) {
            return Json.type(expected).equals(Json.type(actual));
        }

        @Override
        public boolean keepsObject(JsonNode expected, JsonNode actual, boolean inherited) {
            return inherited || admits(actual.size());
        }

        @Override
        public boolean keepsList(JsonNode expected, JsonNode actual, boolean inherited) {
            return inherited || admits(actual.size());
        }

        private boolean admits(int size) {
            return (least == null || size >= least) && (most == null || size <= most);
        }

        @Override
        public boolean keepsText(String expected, String actual) {
            return true;
        }

        @Override
        public boolean keepsStatus(int expected, int actual) {
            return true;
        }
    }

    /** A text of a form. */
    record Regex(PactRegex form) implements Rule {
        @Override
        public String inWords(String example) {
            return "a value that matches " + form.source();
        }

        @Override
        public boolean keeps(JsonNode expected, JsonNode actual) {
            return form.matches(Json.text(actual));
        }

        @Override
        public boolean keepsObject(JsonNode expected, JsonNode actual, boolean inherited) {
            return true;
        }

        @Override
        public boolean keepsText(String expected, String actual) {
            return form.matches(actual);
        }

        @Override
        public boolean keepsStatus(int expected, int actual) {
            return form.matches(Integer.toString(actual));
        }
    }

    /** A text with another in it. */
    record Include(String part) implements Rule {
        @Override
        public String inWords(String example) {
            return "a value that includes '" + part + "'";
        }

        @Override
        public boolean keeps(JsonNode expected, JsonNode actual) {
            return Json.text(actual).contains(part);
        }

        @Override
        public boolean keepsText(String expected, String actual) {
            return actual.contains(part);
        }

        @Override
        public boolean keepsStatus(int expected, int actual) {
            return Integer.toString(actual).contains(part);
        }
    }

    /** A kind of number. */
    enum Numeric implements Rule {
        NUMBER,
        INTEGER,
        DECIMAL;

        private static final Pattern WHOLE = Pattern.compile("\\+?\\d{1,20}");
        private static final Pattern DECIMALS = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

        @Override
        public String inWords(String example) {
            return this == INTEGER ? "an integer" : "a " + name().toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean keeps(JsonNode expected, JsonNode actual) {
            return switch (this) {
                case NUMBER -> actual.isNumber();
                case INTEGER -> Json.isInteger(actual);
                case DECIMAL -> actual.isNumber() && !Json.isInteger(actual);
            };
        }

        @Override
        public boolean keepsText(String expected, String actual) {
            return (this == INTEGER ? WHOLE : DECIMALS).matcher(actual).matches();
        }

        @Override
        public boolean keepsStatus(int expected, int actual) {
            return this != DECIMAL;
        }
    }

    /** What can be said without any more. */
    enum Simple implements Rule {
        BOOLEAN("true or false"),
        NULL("null"),
        NOT_EMPTY("neither null nor empty"),
        SEMVER("a semantic version"),
        VALUES("an object whose values are as the example's");

        /** Semantic Versioning 2.0.0, items 2, 9 and 10. */
        private static final Pattern VERSION = Pattern.compile("(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)"
                + "(-(0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)(\\.(0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?"
                + "(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*)?");

        private final String words;

        Simple(String words) {
            this.words = words;
        }

        @Override
        public String inWords(String example) {
            return words;
        }

        @Override
        public boolean keeps(JsonNode expected, JsonNode actual) {
            return switch (this) {
                case NULL -> actual.isNull();
                case VALUES -> Json.equal(expected, actual);
                case BOOLEAN -> actual.isBoolean() || isBoolean(Json.text(actual));
                case NOT_EMPTY ->
                    !actual.isNull() && !Json.text(actual).isEmpty() && !(actual.isContainer() && actual.isEmpty());
                case SEMVER ->
                    actual.isString() && VERSION.matcher(actual.stringValue()).matches();
            };
        }

        private static boolean isBoolean(String text) {
            return text.equals("true") || text.equals("false");
        }

        @Override
        public boolean keepsObject(JsonNode expected, JsonNode actual, boolean inherited) {
            return this == VALUES || (this == NOT_EMPTY && !actual.isEmpty());
        }

        @Override
        public boolean keepsList(JsonNode expected, JsonNode actual, boolean inherited) {
            return this != NULL && !(this == NOT_EMPTY && actual.isEmpty());
        }

        @Override
        public boolean keepsText(String expected, String actual) {
            return switch (this) {
                case VALUES -> expected.equals(actual);
                case BOOLEAN -> isBoolean(actual);
                case NOT_EMPTY -> !actual.isEmpty();
                case SEMVER -> VERSION.matcher(actual).matches();
                case NULL -> false;
            };
        }
    }

    /** A date or time. */
    record Time(Temporal form) implements Rule {
        @Override
        public String inWords(String example) {
            return "a date or time of the form " + form.form();
        }

        @Override
        public boolean keeps(JsonNode expected, JsonNode actual) {
            return form.matches(Json.text(actual));
        }

        @Override
        public boolean keepsText(String expected, String actual) {
            return form.matches(actual);
        }
    }

    /** Contents of a media type, which are told by their bytes: that isn't decided here. */
    record Content(String type) implements Rule {
        @Override
        public String inWords(String example) {
            return "contents of the type " + type;
        }

        @Override
        public boolean keeps(JsonNode expected, JsonNode actual) {
            throw undecided();
        }

        @Override
        public boolean keepsText(String expected, String actual) {
            throw undecided();
        }

        private UnreadablePact undecided() {
            return new UnreadablePact(
                    "its rule that a value has contents of the type " + type + " can't be decided by Chargeproof");
        }
    }

    /** A status of one of these classes. */
    record Status(StatusSet statuses) implements Rule {
        @Override
        public String inWords(String example) {
            return statuses.inWords();
        }

        @Override
        public boolean keeps(JsonNode expected, JsonNode actual) {
            return true;
        }

        @Override
        public boolean keepsList(JsonNode expected, JsonNode actual, boolean inherited) {
            return false;
        }

        @Override
        public boolean keepsText(String expected, String actual) {
            return actual.matches("\\d{1,5}") && statuses.has(Integer.parseInt(actual));
        }

        @Override
        public boolean keepsStatus(int expected, int actual) {
            return statuses.has(actual);
        }
    }

    /** An object whose names keep rules. */
    record EachKey(List<Rule> rules) implements Rule {
        public EachKey {
            rules = List.copyOf(rules);
        }

        @Override
        public String inWords(String example) {
            return "an object each of whose names is " + joined(rules);
        }

        @Override
        public boolean keeps(JsonNode expected, JsonNode actual) {
            return true;
        }

        @Override
        public boolean keepsObject(JsonNode expected, JsonNode actual, boolean inherited) {
            return true;
        }

        @Override
        public boolean keepsText(String expected, String actual) {
            return false;
        }
    }

    /** An object or list whose values keep rules. */
    record EachValue(List<Rule> rules) implements Rule {
        public EachValue {
            rules = List.copyOf(rules);
        }

        @Override
        public String inWords(String example) {
            return "values each of which is " + joined(rules);
        }

        @Override
        public boolean keeps(JsonNode expected, JsonNode actual) {
            return true;
        }

        @Override
        public boolean keepsObject(JsonNode expected, JsonNode actual, boolean inherited) {
            return true;
        }

        @Override
        public boolean keepsText(String expected, String actual) {
            return false;
        }
    }

    /** A list that has an item for each variant. */
    record ArrayContains(List<Variant> variants) implements Rule {
        public ArrayContains {
            variants = List.copyOf(variants);
        }

        @Override
        public String inWords(String example) {
            return "a list with certain items";
        }

        @Override
        public boolean keeps(JsonNode expected, JsonNode actual) {
            return true;
        }

        @Override
        public boolean keepsObject(JsonNode expected, JsonNode actual, boolean inherited) {
            return true;
        }

        @Override
        public boolean keepsText(String expected, String actual) {
            return false;
        }
    }

    /**
     * An item that a list has to have.
     *
     * @param index the place of its example
     * @param rules what it has to keep
     */
    record Variant(int index, Rules rules) {}

    private static String joined(List<Rule> rules) {
        return rules.stream().map(rule -> rule.inWords("the example")).collect(Collectors.joining(" and "));
    }
}
