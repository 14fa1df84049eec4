package io.chargeproof.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void reads_all_that_a_report_may_hold() {
        assertEquals(
                Map.of(
                        "a",
                        List.of("1.5e3", "true", "null", List.of(), Map.of()),
                        "b",
                        "ü\"\\/\n\t\b\f\r\u20ac",
                        "c",
                        ""),
                Json.object(
                        " {\"a\" : [1.5e3, true,null,[],{}],\n\"b\":\"ü\\\"\\\\\\/\\n\\t\\b\\f\\r\\u20ac\",\"c\":\"\"} "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1}x",
                "{\"a\" 1}",
                "{\"a\":[1 2]}",
                "{\"a\":\"\\u12",
                "{\"a\":\"\\uxyzw\"}"
            })
    void refuses_what_isnt_an_object_in_json(String text) {
        assertThrows(IllegalArgumentException.class, () -> Json.object(text));
    }
}
