package io.chargeproof.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class RedactorTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Redactor NONE = Redactor.of(Map.of());

    @Test
    void replaces_a_value_by_its_name() {
        Redactor redactor = Redactor.of(Map.of("s3cret-value", "EVC_NET_TOKEN"));

        assertThat(redactor.redact("a s3cret-value, and s3cret-values3cret-value"))
                .isEqualTo("a ${EVC_NET_TOKEN}, and ${EVC_NET_TOKEN}${EVC_NET_TOKEN}");
    }

    /** Texts in which nothing is to be undone are looked through another way than others; it finds the same. */
    @Test
    void finds_the_same_whether_anything_is_encoded_or_not() {
        Redactor redactor = Redactor.of(Map.of("s3cret-value", "A", "zž-Geheim", "B"));
        for (String text : new String[] {
            "a s3cret-value b",
            "S3CRET-Value",
            "s3cret-\r\nvalue",
            "ž zž-Geheim ž s3cret-value",
            "\"password\": \"x1\"",
            "AUTHORIZATION: token x1\n",
            "{\"name\":\"Authorization\",\"value\":\"x1\"}",
            "7333637265742d76616c7565"
        }) {
            String plain = redactor.redact(text);
            assertThat(plain)
                    .isNotEqualTo(text)
                    .doesNotContainIgnoringCase("s3cret")
                    .doesNotContain("x1");
            for (String encoded : new String[] {"%41", "&amp;", "\\u0041", "+"}) {
                assertThat(redactor.redact(text + encoded)).isEqualTo(plain + encoded);
                assertThat(redactor.redact(encoded + text)).isEqualTo(encoded + plain);
            }
        }
    }

    /** What Chargeproof itself says of credentials is no credential, so each sentence of it stays whole. */
    @Test
    void leaves_every_sentence_that_is_shipped() throws IOException {
        List<Path> shipped = new ArrayList<>();
        for (String folder : List.of("src/main/resources/requirements", "features")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(Files::isRegularFile).forEach(shipped::add);
            }
        }
        assertThat(shipped).hasSizeGreaterThan(10);
        for (Path file : shipped) {
            for (String line : Files.readAllLines(file)) {
                assertThat(NONE.redact(line)).as(file.toString()).isEqualTo(line);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sent as 'Authorization: Token' followed by the token",
                "the header \"Authorization: Bearer\" has no token",
                "Authorization: basic\r\nX-Other: 1",
                "{\"Authorization\": \"Digest\"}"
            })
    void leaves_a_scheme_with_nothing_behind_it(String text) {
        assertThat(NONE.redact(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Authorization: Token x      | Authorization: Token ***",
                "'Authorization: Token x1'   | 'Authorization: Token ***'",
                "Authorization: Tokenx1      | Authorization: ***",
                "Authorization: Bearer token | Authorization: Bearer ***",
                "Authorization: x1           | Authorization: ***",
                "Authorization: key=x1       | Authorization: key=***",
                "{\"Authorization\":\"Token x\"} | {\"Authorization\":\"Token ***\"}",
                "{\"token\":\"Token\"}       | {\"token\":\"***\"}",
            })
    void takes_out_what_follows_a_scheme_or_stands_in_its_place(String text, String redacted) {
        assertThat(NONE.redact(text)).isEqualTo(redacted);
    }

    @Test
    void leaves_what_bears_no_secret() {
        Redactor redactor = Redactor.of(Map.of("s3cret-value", "A"));
        String text = "{\"a\": \"\\\\\\u0041%41&amp;+ ž\uD83D\uDE00\\n\", \"token-type\": \"x\"} \\";

        assertThat(redactor.redact(text)).isEqualTo(text);
        assertThat(redactor.redact("")).isEmpty();
    }

    @Test
    void the_longest_secret_wins_where_several_overlap() {
        Redactor redactor = Redactor.of(Map.of("abcdef", "SHORT", "abcdefghij", "LONG", "hijklmno", "NEXT"));

        assertThat(redactor.redact("abcdefghij")).isEqualTo("${LONG}");
        assertThat(redactor.redact("abcdefghi")).isEqualTo("${SHORT}ghi");
        assertThat(redactor.redact("-abcdefghijklmno-")).isEqualTo("-${LONG}-");
    }

    @Test
    void a_short_value_goes_only_where_it_is_a_whole_string() {
        Redactor redactor = Redactor.of(Map.of("abc", "PIN"));

        assertThat(redactor.redact("{\"x\":\"abc\",\"y\":\"abcd\",\"z\":\"{\\\"x\\\":\\\"abc\\\"}\"} abc"))
                .isEqualTo("{\"x\":\"${PIN}\",\"y\":\"abcd\",\"z\":\"{\\\"x\\\":\\\"${PIN}\\\"}\"} abc");
    }

    @Test
    void an_empty_value_is_no_secret() {
        assertThat(Redactor.of(Map.of("", "NOTHING")).redact("\"\" a")).isEqualTo("\"\" a");
    }

    @Test
    void a_secret_that_looks_encoded_itself_is_found_as_it_stands() {
        Redactor redactor = Redactor.of(Map.of("%41%42%43", "A", "\\u0041x\\n&amp;", "B", "5abcdef", "C"));

        assertThat(redactor.redact("-%41%42%43-\\u0041x\\n&amp;-%25abcdef-")).isEqualTo("-${A}-${B}-%2${C}-");
    }

    @Test
    void a_backslash_at_the_end_stays_so_that_json_remains_json() {
        Redactor redactor = Redactor.of(Map.of("abcdefgh\\", "A"));

        assertThat(redactor.redact("{\"a\":\"abcdefgh\\\\\",\"b\":\"abcdefgh\\\"\"}"))
                .isEqualTo("{\"a\":\"${A}\\\\\",\"b\":\"${A}\\\"\"}");
    }

    @Test
    void redacts_bytes_and_leaves_those_that_are_not_text() {
        Redactor redactor = Redactor.of(Map.of("pässwörd", "A"));
        byte[] secret = "pässwörd".getBytes(StandardCharsets.UTF_8);
        byte[] text = new byte[secret.length + 3];
        text[0] = -1;
        System.arraycopy(secret, 0, text, 1, secret.length);
        text[secret.length + 2] = -2;

        assertThat(redactor.redact(text)).isEqualTo(new byte[] {-1, '$', '{', 'A', '}', 0, -2});
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Authorization: token abc               | Authorization: token ***",
                "authorization: Token abc def           | authorization: Token ***",
                "AUTHORIZATION:Bearer abc               | AUTHORIZATION:Bearer ***",
                "Authorization: key=abc                 | Authorization: key=***",
                "Authorization: Basic YTpi              | Authorization: Basic ***",
                "Proxy-Authorization: Basic YTpi        | Proxy-Authorization: Basic ***",
                "Authorization: abc                     | Authorization: ***",
                "Authorization: unheard-of abc          | Authorization: ***",
                "Authorization: token ${EVC_NET_TOKEN}  | Authorization: token ${EVC_NET_TOKEN}",
                "Authorization: token ***               | Authorization: token ***",
                "-H 'Authorization: token abc' -H 'a: b' | -H 'Authorization: token ***' -H 'a: b'",
                "-H \"Authorization: token abc\" -X GET | -H \"Authorization: token ***\" -X GET",
                "{\"Authorization\": \"key=abc\", \"a\": 1} | {\"Authorization\": \"key=***\", \"a\": 1}",
                "{\"Authorization\":\"token a\\\"b\",\"a\":1} | {\"Authorization\":\"token ***\",\"a\":1}",
                "{\"name\":\"Authorization\",\"value\":\"token abc\"} | {\"name\":\"Authorization\",\"value\":\"token ***\"}",
                "Field[name=Authorization, value=token abc] | Field[name=Authorization, value=token ***]",
                "{\"raw\":\"Authorization: token abc\\r\\nA: b\"} | {\"raw\":\"Authorization: token ***\\r\\nA: b\"}",
                "<td>Authorization: token abc</td>      | <td>Authorization: token ***</td>",
                "the authorization of a user            | the authorization of a user",
                "Authorization:                         | Authorization:",
            })
    void masks_what_authorizes_but_its_scheme(String text, String redacted) {
        assertThat(NONE.redact(text)).isEqualTo(redacted);
        assertThat(NONE.redact(redacted)).isEqualTo(redacted);
    }

    @Test
    void a_header_ends_with_its_line() {
        assertThat(NONE.redact("Authorization: token abc\r\nAccept: x\nauthorization: key=d\nb"))
                .isEqualTo("Authorization: token ***\r\nAccept: x\nauthorization: key=***\nb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "token", "social-security-number", "PassWord"})
    void masks_the_strings_of_members_that_are_secret_by_their_name(String member) {
        assertThat(NONE.redact("{\"" + member + "\" : \"a\\\\\\\"b,\\\\\", \"x\": \"y\"}"))
                .isEqualTo("{\"" + member + "\" : \"***\\\\\", \"x\": \"y\"}");
        assertThat(NONE.redact("{\"" + member + "\":null,\"x\":[1,\"" + member + "\"]}"))
                .isEqualTo("{\"" + member + "\":null,\"x\":[1,\"" + member + "\"]}");
        assertThat(NONE.redact("{\"" + member + "\":\"\"}")).isEqualTo("{\"" + member + "\":\"\"}");
    }

    @Test
    void a_known_value_keeps_its_name_where_its_place_would_mask_it() {
        Redactor redactor = Redactor.of(Map.of("s3cret\"value", "A"));

        assertThat(redactor.redact("Authorization: token s3cret\"value")).isEqualTo("Authorization: token ${A}");
        assertThat(redactor.redact("{\"token\":\"s3cret\\\"value\",\"password\":\"s3cret\\\"values\"}"))
                .isEqualTo("{\"token\":\"${A}\",\"password\":\"***\"}");
    }

    @Test
    void masks_to_the_end_where_a_string_is_cut_off() {
        assertThat(NONE.redact("{\"x\":1,\"token\":\"abc\\")).isEqualTo("{\"x\":1,\"token\":\"***");
    }

    @Test
    void json_within_json_stays_json_at_every_depth() {
        String value = "a\\\"b\\\\";
        String json = "{\"password\":" + JSON.writeValueAsString(value) + ",\"n\":\"x\\\\\",\"o\":\"\\\"\"}";
        for (int depth = 0; depth < 4; depth++) {
            JsonNode clean = JSON.readTree(NONE.redact(json));
            for (int i = 0; i < depth; i++) {
                clean = JSON.readTree(clean.get("body").asString());
            }
            assertThat(clean.get("password").asString()).startsWith("***").doesNotContain("a", "b", "\"");
            assertThat(clean.get("n").asString()).isEqualTo("x\\");
            assertThat(clean.get("o").asString()).isEqualTo("\"");
            json = "{\"body\":" + JSON.writeValueAsString(json) + ",\"after\":1}";
        }
    }

    @Test
    void finds_members_in_markup() {
        assertThat(NONE.redact("{&quot;token&quot;: &quot;a&#34;b&quot;, &quot;x&quot;: 1}"))
                .isEqualTo("{&quot;token&quot;: &quot;***&#34;b&quot;, &quot;x&quot;: 1}");
    }

    @Test
    void finds_basic_credentials_of_a_secret_anywhere() {
        Redactor redactor = Redactor.of(Map.of("s3cret-value", "A"));
        String basic = Base64.getEncoder().encodeToString("user:s3cret-value".getBytes(StandardCharsets.UTF_8));

        assertThat(redactor.redact("see " + basic + " there")).isEqualTo("see dXNlcj${A}= there");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a 733363726574576974682d4f6464 b       | a *** b
                    a 733363726574576974682D4F6464 b       | a *** b
                    a S3CRETwith-ODD b                     | a *** b
                    s\\u0000 3\\u0000cretWith\\u0000-Odd     | ***
                    a s3cret=57ith=2DOdd b                 | a *** b
                    a s3cr=\\r\\netWith-Odd b               | a *** b
                    a \\x73\\x33cretWith\\x2dOdd b          | a ${A} b
                    a &#00000000000000115;3cretWith&hyphen;Odd b | a ${A} b
                    a &#x0000000073;3cretWith&#45;Odd b    | a ${A} b
                    """)
    void finds_a_secret_in_other_spellings(String text, String redacted) {
        Redactor redactor = Redactor.of(Map.of("s3cretWith-Odd", "A"));

        assertThat(redactor.redact(text)).isEqualTo(redacted);
        assertThat(redactor.redact(redacted)).isEqualTo(redacted);
    }

    @Test
    void finds_a_secret_in_lines_of_base64_and_in_utf_16() {
        Redactor redactor = Redactor.of(Map.of("s3cretWith-Odd/letters+and-more-of-them", "A"));
        byte[] value = "x s3cretWith-Odd/letters+and-more-of-them y".getBytes(StandardCharsets.UTF_8);
        String lines = Base64.getMimeEncoder(20, new byte[] {'\r', '\n'}).encodeToString(value);

        assertThat(redactor.redact("a\n" + lines + "\nb")).matches("a\n[A-Za-z0-9]{1,3}\\*\\*\\*[A-Za-z0-9=]{1,8}\nb");
        assertThat(redactor.redact(JSON.writeValueAsString(lines)))
                .matches("\"[A-Za-z0-9]{1,3}\\*\\*\\*[A-Za-z0-9=]{1,8}\"");
        for (var charset : java.util.List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] bytes = new String(value, StandardCharsets.UTF_8).getBytes(charset);
            String clean = new String(redactor.redact(bytes), StandardCharsets.ISO_8859_1).replace("\0", "");
            assertThat(clean).isEqualTo("x *** y");
        }
    }

    @Test
    void takes_a_shorter_secret_for_itself_in_its_own_case_alone() {
        assertThat(Redactor.of(Map.of("sandbox", "A")).redact("The Sandbox, a sandbox"))
                .isEqualTo("The Sandbox, a ${A}");
    }

    @Test
    void takes_megabytes_in_stride() {
        Redactor redactor = Redactor.of(Map.of("s3cret-value", "A", "another/secret+value", "B"));
        String text = "{\"name\": \"value \\u0041 %2F s3cret-value\", \"n\": [1, 2, 3]}\n".repeat(40_000);

        assertThat(redactor.redact(text)).isEqualTo(text.replace("s3cret-value", "${A}"));
    }

    /** A target that masks a value letter by letter. */
    @Test
    void bears_a_value_of_any_number_of_stars() {
        String masked = "{\"social-security-number\":\"" + "*".repeat(300_000) + "\"}";

        assertThat(NONE.redact(masked)).isEqualTo(masked);
        assertThat(NONE.redact(masked.replace("*\"", "*1\""))).isEqualTo("{\"social-security-number\":\"***\"}");
    }
}
