package io.chargeproof.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Secrets drawn at random, in every spelling that a sink might give them. */
class CanaryTest {
    private static final long SEED = 20_260_301;
    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/+\"\\/+\"\\=-_.~:@$&<>'% {}[]()*!?#;,|^`é€";
    private static final Map<String, UnaryOperator<String>> SPELLINGS = spellings();

    static Stream<String> secrets() {
        Random random = new Random(SEED);
        Stream<String> drawn = Stream.of(8, 20, 64)
                .flatMap(length ->
                        random.ints(40, 0, Integer.MAX_VALUE).mapToObj(seed -> secret(new Random(seed), length)));
        return Stream.concat(
                Stream.of("/+\"\\aaaa", "a\\\"/+\\\"b", "%2F%2f+abcdef", "&amp;&#47;abcdef", "\\u002fabcdef"), drawn);
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void no_spelling_of_a_secret_gets_through(String secret) {
        Map<String, String> secrets = new HashMap<>(Map.of("another-secret", "OTHER", "0123456789", "DIGITS"));
        secrets.put(secret, "NAME");
        Redactor redactor = Redactor.of(secrets);

        SPELLINGS.forEach((spelling, speller) -> {
            String spelt = speller.apply(secret);
            String text = "{\"a\": \"x/" + spelt + "/y\", \"b\": 1}";
            assertThat(redactor.redact(text)).as(spelling).isEqualTo("{\"a\": \"x/${NAME}/y\", \"b\": 1}");
        });
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void no_base64_of_a_secret_gets_through(String secret) {
        Redactor redactor = Redactor.of(Map.of(secret, "NAME"));
        for (String before : List.of("", "u", "us", "user:", "{\"token\": ")) {
            for (String after : List.of("", "x", "xy", "}}}")) {
                byte[] plain = (before + secret + after).getBytes(StandardCharsets.UTF_8);
                for (Base64.Encoder encoder : encoders()) {
                    String encoded = encoder.encodeToString(plain);
                    String redacted = redactor.redact("<" + encoded + ">");
                    assertThat(redacted).contains("${NAME}");
                    assertThat(redacted.length())
                            .isLessThanOrEqualTo(before.length() * 4 / 3 + after.length() * 4 / 3 + 14);
                    assertThat(redactor.redact(encoded.replace("/", "\\/").replace("+", "%2b")))
                            .contains("${NAME}");
                }
            }
        }
    }

    private static List<Base64.Encoder> encoders() {
        return List.of(
                Base64.getEncoder(),
                Base64.getEncoder().withoutPadding(),
                Base64.getUrlEncoder(),
                Base64.getUrlEncoder().withoutPadding());
    }

    private static String secret(Random random, int length) {
        StringBuilder secret = new StringBuilder();
        while (secret.length() < length) {
            secret.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        // Backslashes at the end stay, by decision, and a test of their own is about them.
        secret.setCharAt(length - 1, 'z');
        return secret.toString();
    }

    private static Map<String, UnaryOperator<String>> spellings() {
        Map<String, UnaryOperator<String>> spellings = new LinkedHashMap<>();
        UnaryOperator<String> json = CanaryTest::json;
        UnaryOperator<String> form = secret -> URLEncoder.encode(secret, StandardCharsets.UTF_8);
        UnaryOperator<String> html = CanaryTest::html;
        spellings.put("as it stands", secret -> secret);
        spellings.put("JSON", json);
        spellings.put("JSON with \\/", secret -> json(secret).replace("/", "\\/"));
        spellings.put("JSON in JSON", secret -> json(json(secret)));
        spellings.put(
                "JSON in JSON in JSON, with \\/",
                secret -> json(json(json(secret).replace("/", "\\/"))));
        spellings.put("\\u, upper case", secret -> each(secret, letter -> String.format("\\u%04X", letter)));
        spellings.put("\\u, lower case", secret -> each(secret, letter -> String.format("\\u%04x", letter)));
        spellings.put("\\u in JSON", secret -> json(each(secret, letter -> String.format("\\u%04x", letter))));
        spellings.put("a form", form);
        spellings.put("percent, blanks too", secret -> form.apply(secret).replace("+", "%20"));
        spellings.put("percent, lower case", secret -> lowerCaseHex(form.apply(secret)));
        spellings.put("percent twice", secret -> form.apply(form.apply(secret)));
        spellings.put("percent of JSON", secret -> form.apply(json(secret)));
        spellings.put("JSON of HTML", secret -> json(html(secret)));
        spellings.put("HTML", html);
        spellings.put("HTML twice", secret -> html(html(secret)));
        spellings.put("HTML of JSON", secret -> html(json(secret)));
        spellings.put("HTML, decimal", secret -> each(secret, letter -> "&#" + letter + ";"));
        spellings.put("HTML, hexadecimal", secret -> each(secret, letter -> String.format("&#x%X;", letter)));
        return spellings;
    }

    private static String each(String secret, IntFunction<String> spelling) {
        return secret.chars().mapToObj(spelling).collect(Collectors.joining());
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String lowerCaseHex(String text) {
        StringBuilder lower = new StringBuilder(text);
        for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
            lower.replace(i, i + 3, text.substring(i, i + 3).toLowerCase(java.util.Locale.ROOT));
        }
        return lower.toString();
    }
}
