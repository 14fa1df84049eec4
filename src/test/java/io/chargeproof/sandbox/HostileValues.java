package io.chargeproof.sandbox;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** JSON values that a provider may stumble over. */
final class HostileValues {
    static final List<String> ALL = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e999999999",
            "9".repeat(400),
            "9".repeat(5000),
            "0." + "1".repeat(900),
            "[]",
            "{}",
            "[[]]",
            "[".repeat(400) + "]".repeat(400),
            "[".repeat(20_000) + "]".repeat(20_000),
            "\"\"",
            "\"  \"",
            "\"" + "x".repeat(10_000) + "\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u202Eabc\\u200D\"",
            "\"😀👨‍👩‍👧\"",
            "\"שלום\"",
            "\"<script>alert(1)</script>\"",
            "\"' OR '1'='1\"",
            "\"{{7*7}}${7*7}\"",
            "\"e\\u0301\"",
            "\"\\r\\nX: y\"");

    private HostileValues() {}

    /** The object as text, one of its members replaced by a value that may not even be JSON. */
    static String replaced(ObjectNode object, String member, String value) {
        ObjectNode copy = object.deepCopy().put(member, "@@@");
        return copy.toString().replace("\"@@@\"", value);
    }
}
