package io.chargeproof.api.oioi;

import io.chargeproof.check.Judgement;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** How two states of a user are held against one another, path by path. */
final class Comparison {
    private static final int SHOWN = 60;
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}\\p{So}]");

    private final List<String> differing = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private final List<String> actual = new ArrayList<>();

    /** Compares what stands at a path in both. */
    void compare(String path, JsonNode wanted, JsonNode found, BiPredicate<JsonNode, JsonNode> alike) {
        if (!alike.test(wanted, found)) {
            differing.add(path);
            expected.add(path + " " + shown(wanted));
            actual.add(path + " " + shown(found));
        }
    }

    /** Holds if nothing differed. */
    Judgement judgement(String message) {
        return differing.isEmpty()
                ? Judgement.HOLDS
                : Judgement.broken(
                                message + ": " + String.join(", ", differing),
                                String.join("; ", expected),
                                String.join("; ", actual))
                        .at(UserAnswer.USER + "/"
                                + differing.get(0).split(" ", 2)[0].replace('.', '/'));
    }

    /** Null and nothing at all are the same. */
    static boolean same(JsonNode one, JsonNode other) {
        return isNothing(one) ? isNothing(other) : one.equals(other);
    }

    /** The same contract ID, in whatever notation. */
    static boolean sameContract(JsonNode one, JsonNode other) {
        return same(one, other)
                || (one.isString() && other.isString() && ContractId.isSame(one.stringValue(), other.stringValue()));
    }

    static boolean isNothing(JsonNode node) {
        return node.isNull() || node.isMissingNode();
    }

    /** What counts as the same text at a path where nothing has to be kept to the letter. */
    static BiPredicate<JsonNode, JsonNode> sameMeaning(String path) {
        return isNumber(path) ? Comparison::sameLettersAndDigits : Comparison::sameText;
    }

    /** Whether a number stands there that is often written in groups. */
    static boolean isNumber(String path) {
        return path.equals("vat") || path.equals("phone");
    }

    /** The same text but for blanks at the ends and the form of composed characters. */
    private static boolean sameText(JsonNode one, JsonNode other) {
        return one.isString() && other.isString() && composed(one.stringValue()).equals(composed(other.stringValue()));
    }

    /** The same letters and digits, whatever stands between them; two zeros before a country's code may become a plus. */
    private static boolean sameLettersAndDigits(JsonNode one, JsonNode other) {
        if (!one.isString() || !other.isString()) {
            return false;
        }
        String before = plain(one.stringValue());
        String after = plain(other.stringValue());
        return before.equals(after)
                || (before.equals("00" + after) && other.stringValue().strip().startsWith("+"));
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    private static String plain(String text) {
        return MARKS.matcher(composed(text)).replaceAll("");
    }

    private static String shown(JsonNode node) {
        String text = node.isMissingNode() ? "is missing" : node.toString();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "… (" + text.length() + " characters)" : text;
    }
}
