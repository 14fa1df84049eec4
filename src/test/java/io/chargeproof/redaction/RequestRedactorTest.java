package io.chargeproof.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.testdata.SecretVariants;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestRedactorTest {
    private static final String TOKEN = "Tk-3f9a0c\"e7";
    private static final Map<String, String> NAMES = Map.of(TOKEN, "TOKEN");

    private final RequestRedactor redactor =
            new RequestRedactor(Redactor.of(NAMES), NAMES, derived(), Set.of("%", "Token", "ann")::contains);

    private static Map<String, String> derived() {
        Map<String, String> derived = new HashMap<>();
        SecretVariants.steps(TOKEN).forEach((value, steps) -> derived.put(value, "TOKEN" + steps));
        return derived;
    }

    @Test
    void names_a_secret_and_what_was_made_of_it() {
        assertThat(redactor.redact("Authorization: Token " + TOKEN)).isEqualTo("Authorization: Token ${TOKEN}");
        assertThat(redactor.redact("Authorization: Token " + SecretVariants.cutShort(TOKEN)))
                .isEqualTo("Authorization: Token ${TOKEN%?}");
        assertThat(redactor.redact("Authorization: Token " + SecretVariants.cutStart(TOKEN)))
                .isEqualTo("Authorization: Token ${TOKEN#?}");
        assertThat(redactor.redact("Authorization: Token " + SecretVariants.otherCase(TOKEN)))
                .isEqualTo("Authorization: Token ${TOKEN:other-case}");
        assertThat(redactor.redact("Authorization: Token " + SecretVariants.otherEnd(TOKEN)))
                .isEqualTo("Authorization: Token ${TOKEN:other-end}");
        assertThat(redactor.redact("Authorization: Token " + TOKEN + "x1"))
                .isEqualTo("Authorization: Token ${TOKEN}x1");
    }

    @Test
    void names_it_as_it_stands_in_json() {
        assertThat(redactor.redact("{\"token\":\"Tk-3f9a0c\\\"e7\"}")).isEqualTo("{\"token\":\"${TOKEN:json}\"}");
        assertThat(redactor.redact("{\"token\":\"Tk-3f9a0c\\\"e\"}")).isEqualTo("{\"token\":\"${TOKEN%?:json}\"}");
    }

    @Test
    void names_it_within_base64() {
        assertThat(redactor.redact("Authorization: Basic " + base64("chargeproof:" + TOKEN)))
                .isEqualTo("Authorization: Basic ${base64:chargeproof:${TOKEN}}");
    }

    @Test
    void keeps_what_is_known_to_be_harmless() {
        assertThat(redactor.redact("{\"token\":\"%\"}")).isEqualTo("{\"token\":\"%\"}");
        assertThat(redactor.redact("Authorization: Token")).isEqualTo("Authorization: Token");
    }

    @Test
    void gives_no_name_to_what_is_not_the_value_itself() {
        assertThat(redactor.redact("x Tk%2D3f9a0c%22e7 y")).isEqualTo("x *** y");
        assertThat(redactor.redact("{\"token\":\"Tk-3f9a0\"}")).isEqualTo("{\"token\":\"***\"}");
        assertThat(redactor.redact("{\"password\":\"hunter2\"}")).isEqualTo("{\"password\":\"***\"}");
        assertThat(redactor.redact("Authorization: Basic " + base64("{\"" + TOKEN + "\"}")))
                .isEqualTo("Authorization: Basic ***");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
