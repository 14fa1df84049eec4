package io.chargeproof.sandbox.behaviour;

import java.util.function.IntPredicate;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Kinds of values that a careless provider stumbles over. */
public final class Value {
    private static final int LONG = 5000;
    private static final int FIRST_PICTOGRAPH = 0x1F000;

    private Value() {}

    /** A member of a body has a value of a kind. */
    public static Predicate<ObjectNode> of(String member, Predicate<JsonNode> kind) {
        return members -> kind.test(members.path(member));
    }

    public static boolean isLong(JsonNode value) {
        return value.isString() && value.stringValue().length() > LONG;
    }

    public static boolean isEmpty(JsonNode value) {
        return value.isString() && value.stringValue().isEmpty();
    }

    public static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.booleanValue();
    }

    public static boolean isEmoji(JsonNode value) {
        return has(value, point -> point >= FIRST_PICTOGRAPH);
    }

    public static boolean isControl(JsonNode value) {
        return has(value, Character::isISOControl);
    }

    public static boolean isRightToLeft(JsonNode value) {
        return has(value, point -> switch (Character.getDirectionality(point)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE -> true;
            default -> false;
        });
    }

    public static boolean isMarkup(JsonNode value) {
        return has(value, point -> point == '<');
    }

    public static boolean isQuoted(JsonNode value) {
        return has(value, point -> point == '\'');
    }

    public static boolean isTemplate(JsonNode value) {
        return value.isString()
                && (value.stringValue().contains("{{") || value.stringValue().contains("${"));
    }

    /** Text with a character beyond a limit. */
    public static Predicate<JsonNode> beyond(int limit) {
        return value -> has(value, point -> point > limit);
    }

    /** Text of a kind. */
    static boolean has(JsonNode value, IntPredicate kind) {
        return value.isString() && value.stringValue().codePoints().anyMatch(kind);
    }
}
