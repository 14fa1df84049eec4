package io.chargeproof.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

class AnswerJsonTest {
    private static final String EXPECTED = "well-formed JSON in UTF-8 with a JSON media type";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "true",
                "\"text\"",
                "-0.5e+3",
                " \n\t{\"a\" : 1}\r\n",
                "{\"a\":1,\"a\":2}",
                "\"\\ud83d\"",
                "\"\\u0000\"",
                "\"Zażółć 山田 🚀\"",
                "1e400"
            })
    void takes_whatever_the_grammar_allows(String text) {
        assertThat(AnswerJson.of(Answers.json(200, text))).isInstanceOf(AnswerJson.WellFormed.class);
        assertThat(AnswerJson.judge(Answers.json(200, text), "the answer")).isEqualTo(Judgement.HOLDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deflate", "br", "gzip, deflate"})
    void names_a_coding_that_was_not_asked_for(String coding) {
        assertThat(AnswerJson.judge(Answers.with(Answers.json(200, "{}"), "Content-Encoding", coding), "the answer"))
                .isEqualTo(Judgement.broken(
                        "the answer is packed in a way that wasn't asked for: Content-Encoding is '" + coding + "'",
                        EXPECTED + ", plain or as gzip",
                        "Content-Encoding: " + coding));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "X-GZIP", "identity", "identity, gzip"})
    void takes_a_coding_that_is_asked_for(String coding) {
        assertThat(AnswerJson.judge(Answers.with(Answers.json(200, "{}"), "Content-Encoding", coding), "the answer"))
                .isEqualTo(Judgement.HOLDS);
    }

    @Test
    void knows_gzip_that_is_not_announced() {
        assertThat(AnswerJson.of(Answers.bytes(new byte[] {0x1f, (byte) 0x8b, 8})))
                .isEqualTo(new AnswerJson.Malformed("the bytes are gzip, and no Content-Encoding says so"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"code\":1e999999999,\"code\":145}|{\"code\":145}| (the answer has 'code' more than once in one object;"
                        + " the last was taken)",
                "{\"a\":[{\"b\":1,\"c\":2,\"b\":3,\"c\":{}}]}|{\"a\":[{\"b\":3,\"c\":{}}]}| (the answer has 'b', 'c' more"
                        + " than once in one object; the last was taken)",
                "{\"a\":{\"b\":1},\"b\":2}|{\"a\":{\"b\":1},\"b\":2}|``",
                "[1e400,-1E+401]|[1E+400,-1E+401]|``",
                "1e999999999|1E+999999999|``",
                "1e99999999999|1E+2147483647|``",
                "[0.1,1e5,0e999,9007199254740993,1e-999]|[0.1,100000.0,0.0,9007199254740993,0.0]|``",
                "[null,true,false,\"x\",12345678901234567890]|[null,true,false,\"x\",12345678901234567890]|``"
            })
    void tells_what_was_written_twice_or_is_beyond_reckoning(String text, String value, String ambiguity) {
        HttpAnswer answer = Answers.json(200, text);

        assertThat(AnswerJson.valueOf(answer).map(JsonNode::toString)).contains(value);
        assertThat(AnswerJson.ambiguity(answer)).isEqualTo(ambiguity.isEmpty() ? "" : " " + ambiguity.strip());
    }

    static Stream<Arguments> what_the_grammar_rejects() {
        String value = "expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
        return Stream.of(
                Arguments.of("", "there is no body"),
                Arguments.of(" \r\n\t ", "there is nothing but white space"),
                Arguments.of("\uFEFF{}", "Unexpected character ('\uFEFF' (code 65279 / 0xfeff)): " + value),
                Arguments.of(
                        "{} x",
                        "Unrecognized token 'x': was expecting"
                                + " (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"),
                Arguments.of("{} {}", "Trailing token (`JsonToken.START_OBJECT`) found after value"),
                Arguments.of("{\"a\":NaN}", "Non-standard token 'NaN'"),
                Arguments.of("-Infinity", "Non-standard token '-Infinity'"),
                Arguments.of(
                        "{'a':1}",
                        "Unexpected character (''' (code 39)): was expecting double-quote to start property name"),
                Arguments.of(
                        "{a:1}",
                        "Unexpected character ('a' (code 97)): was expecting double-quote to start property name"),
                Arguments.of("[1,]", "Unexpected character (']' (code 93)): " + value),
                Arguments.of("[01]", "Invalid numeric value: Leading zeroes not allowed"),
                Arguments.of("[.5]", "Unexpected character ('.' (code 46)): " + value),
                Arguments.of(
                        "[1.]",
                        "Unexpected character (']' (code 93)) in numeric value: Decimal point not followed by a digit"),
                Arguments.of(
                        "[+1]",
                        "Unexpected character ('+' (code 43)) in numeric value:"
                                + " JSON spec does not allow numbers to have plus signs"),
                Arguments.of(
                        "\"a\nb\"",
                        "Illegal unquoted character ((CTRL-CHAR, code 10)):"
                                + " has to be escaped using backslash to be included in string value"),
                Arguments.of("\"\\x\"", "Unrecognized character escape 'x' (code 120)"),
                Arguments.of(
                        "/* */{}",
                        "Unexpected character ('/' (code 47)): maybe a (non-standard) comment?"
                                + " (not recognized as one since Feature 'ALLOW_COMMENTS' not enabled for parser)"),
                Arguments.of("{\"a\":1", "Unexpected end-of-input: expected close marker for Object"),
                Arguments.of("<html></html>", "Unexpected character ('<' (code 60)): " + value));
    }

    @ParameterizedTest
    @MethodSource("what_the_grammar_rejects")
    void says_why_text_is_no_JSON(String text, String why) {
        assertThat(AnswerJson.of(Answers.json(200, text))).isEqualTo(new AnswerJson.Malformed(why));
        assertThat(AnswerJson.judge(Answers.json(200, text), "the answer"))
                .isEqualTo(Judgement.broken("the answer isn't JSON: " + why, EXPECTED, why));
    }

    static Stream<byte[]> bytes_that_are_not_UTF_8() {
        return Stream.of(
                "\"München\"".getBytes(ISO_8859_1),
                new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'},
                new byte[] {'"', (byte) 0xe2, (byte) 0x82, '"'},
                new byte[] {(byte) 0xff, (byte) 0xfe, '{', 0, '}', 0});
    }

    @ParameterizedTest
    @MethodSource("bytes_that_are_not_UTF_8")
    void rejects_bytes_that_are_not_UTF_8(byte[] bytes) {
        assertThat(AnswerJson.judge(Answers.bytes(bytes), "the answer"))
                .isEqualTo(Judgement.broken(
                        "the answer isn't JSON: the bytes aren't UTF-8", EXPECTED, "the bytes aren't UTF-8"));
    }

    @Test
    void rejects_UTF_16_without_a_mark() {
        String why = "Illegal character ((CTRL-CHAR, code 0)):"
                + " only regular white space (\\r, \\n, \\t) is allowed between tokens";

        assertThat(AnswerJson.of(Answers.bytes("{}".getBytes(UTF_16LE)))).isEqualTo(new AnswerJson.Malformed(why));
    }

    @Test
    void rejects_a_body_that_was_longer_than_the_limit_even_if_its_beginning_is_JSON() {
        HttpAnswer cut = new HttpAnswer(200, Headers.NONE, Body.of("{}"), true);

        assertThat(AnswerJson.judge(cut, "the answer"))
                .isEqualTo(Judgement.broken(
                        "the answer isn't JSON: the body is longer than 1 MiB",
                        EXPECTED,
                        "the body is longer than 1 MiB"));
    }

    @Test
    void takes_a_body_of_almost_1_MiB() {
        String large = "\"" + "x".repeat((1 << 20) - 2) + "\"";

        assertThat(AnswerJson.valueOf(Answers.json(200, large)).map(JsonNode::stringValue))
                .hasValueSatisfying(text -> assertThat(text).hasSize((1 << 20) - 2));
    }

    @Test
    void takes_a_body_that_is_nested_as_deeply_as_one_that_was_sent() {
        assertThat(AnswerJson.of(Answers.json(400, nested(450)))).isInstanceOf(AnswerJson.WellFormed.class);
    }

    @Test
    void rejects_a_body_that_is_nested_too_deeply_to_be_walked() {
        assertThat(AnswerJson.of(Answers.json(400, nested(100_000))))
                .isEqualTo(new AnswerJson.Malformed("Document nesting depth (501) exceeds the maximum allowed (500)"));
    }

    @Test
    void cuts_short_what_is_wrong() {
        assertThat(AnswerJson.of(Answers.json(200, "x".repeat(400))))
                .isEqualTo(new AnswerJson.Malformed("Unrecognized token '" + "x".repeat(140) + "…"));
    }

    @Test
    void shows_160_characters_of_what_is_wrong_whole() {
        String token = "x".repeat(52);
        String why = "Unrecognized token '" + token + "': was expecting"
                + " (JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

        assertThat(why).hasSize(160);
        assertThat(AnswerJson.of(Answers.json(200, token))).isEqualTo(new AnswerJson.Malformed(why));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json;charset=utf-8",
                "application/json; charset=UTF-8",
                "application/json; charset=\"utf-8\"",
                "application/json ; profile=\"x\" ; charset=utf8",
                "application/json; charset=us-ascii",
                "application/json; charset=iso-8859-1",
                "application/json; charset=windows-1252",
                "application/json; charset=utf8mb4",
                "application/problem+json",
                "application/vnd.evc-net.v1+json; charset=utf-8",
                "application/vnd.oai.openapi+json;version=3.0",
                "text/json"
            })
    void takes_the_media_types_of_JSON(String type) {
        assertThat(AnswerJson.judge(Answers.typed(200, type, "{}"), "the answer"))
                .isEqualTo(Judgement.HOLDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "text/plain; charset=utf-8",
                "application/javascript",
                "application/jsonp",
                "application/xml",
                "application/octet-stream; name=application/json",
                "application/json; charset=utf-16",
                "+json",
                "json"
            })
    void rejects_other_media_types(String type) {
        assertThat(AnswerJson.judge(Answers.typed(200, type, "{}"), "the answer"))
                .isEqualTo(Judgement.broken(
                        "the answer is JSON, but its Content-Type is '" + type + "'",
                        EXPECTED,
                        "Content-Type: " + type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso-8859-1", "windows-1252", "us-ascii", "utf8mb4"})
    void rejects_a_charset_in_which_the_bytes_read_otherwise(String charset) {
        String type = "application/json; charset=" + charset;

        assertThat(AnswerJson.judge(Answers.typed(200, type, "\"Z\u00fcrich\""), "the answer"))
                .isEqualTo(Judgement.broken(
                        "the answer is JSON, but its Content-Type is '" + type + "'",
                        EXPECTED,
                        "Content-Type: " + type));
    }

    @Test
    void rejects_a_body_without_a_media_type() {
        HttpAnswer untyped = new HttpAnswer(200, Headers.NONE, Body.of("{}"), false);

        assertThat(AnswerJson.judge(untyped, "the answer"))
                .isEqualTo(Judgement.broken(
                        "the answer is JSON, but its Content-Type is missing", EXPECTED, "no Content-Type"));
    }

    @Test
    void reads_a_value_whatever_its_media_type() {
        assertThat(AnswerJson.valueOf(Answers.typed(200, "text/html", "\"a\"")))
                .isEqualTo(Optional.of(StringNode.valueOf("a")));
        assertThat(AnswerJson.valueOf(Answers.typed(200, "text/html", "<html>")))
                .isEmpty();
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }
}
