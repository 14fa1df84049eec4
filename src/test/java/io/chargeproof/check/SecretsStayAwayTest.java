package io.chargeproof.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsStayAwayTest {
    private static final String TOKEN = "s3/cr\"et\\A+ü=";
    private static final SecretsStayAway SECRETS = new SecretsStayAway(Map.of(TOKEN, "the token"));

    @Test
    void holds_for_an_answer_without_a_secret() {
        assertThat(SECRETS.judge(Answers.json(400, "{\"data\":\"wrong token\"}"), "the answer"))
                .isEqualTo(Judgement.HOLDS);
        assertThat(SECRETS.judge(Answers.empty(403), "the answer")).isEqualTo(Judgement.HOLDS);
    }

    @Test
    void finds_a_secret_in_the_value_of_a_header() {
        assertThat(SECRETS.judge(Answers.with(Answers.empty(200), "X-Debug", "Token " + TOKEN), "the answer"))
                .isEqualTo(Judgement.broken(
                        "the answer gives away the token in the header X-Debug",
                        "an answer without the token",
                        "the token in the header X-Debug"));
    }

    @Test
    void finds_a_secret_in_plain_text() {
        assertThat(SECRETS.judge(Answers.typed(500, "text/plain", "no user with " + TOKEN + "!"), "the answer"))
                .isEqualTo(inTheBody());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":\"Token s3/cr\\\"et\\\\A+ü= is wrong\"}",
                "{\"data\":\"s3\\/cr\\u0022et\\u005cA\\u002b\\u00fc\\u003d\"}",
                "[{\"a\":[{\"b\":\"s3/cr\\\"et\\\\A+ü=\"}]}]",
                "{\"s3/cr\\\"et\\\\A+ü=\":null}",
                "\"s3/cr\\\"et\\\\A+ü=\""
            })
    void finds_a_secret_in_JSON_with_its_escapes_undone(String body) {
        assertThat(SECRETS.judge(Answers.json(400, body), "the answer")).isEqualTo(inTheBody());
    }

    @Test
    void finds_a_secret_in_what_only_claims_to_be_JSON() {
        SecretsStayAway plain = new SecretsStayAway(Map.of("token-1234", "the token"));

        assertThat(plain.judge(Answers.json(400, "{\"data\":\"token-1234\""), "the answer"))
                .isEqualTo(inTheBody());
    }

    @Test
    void takes_the_echo_of_a_longer_wrong_secret_for_what_it_is() {
        SecretsStayAway plain = new SecretsStayAway(Map.of("token-1234", "the token"));

        assertThat(plain.judge(Answers.json(403, "{\"data\":\"token-1234x1 is wrong\"}"), "the answer"))
                .isEqualTo(Judgement.HOLDS);
        assertThat(plain.judge(Answers.json(403, "{\"data\":\"x1token-1234 is wrong\"}"), "the answer"))
                .isEqualTo(Judgement.HOLDS);
        assertThat(plain.judge(Answers.json(403, "{\"data\":\"token-1234x1, not token-1234\"}"), "the answer"))
                .isEqualTo(inTheBody());
        assertThat(plain.judge(Answers.json(403, "{\"data\":\"token-1234x\"}"), "the answer"))
                .isEqualTo(inTheBody());
    }

    @Test
    void compares_letter_case() {
        SecretsStayAway plain = new SecretsStayAway(Map.of("token-1234", "the token"));

        assertThat(plain.judge(Answers.json(403, "{\"data\":\"TOKEN-1234\"}"), "the answer"))
                .isEqualTo(Judgement.HOLDS);
    }

    @Test
    void passes_over_secrets_that_stand_in_text_by_chance() {
        SecretsStayAway secrets = new SecretsStayAway(Map.of("token", "the token", "123456", "the key"));

        assertThat(secrets.judge(Answers.json(403, "{\"data\":\"wrong token\"}"), "the answer"))
                .isEqualTo(Judgement.HOLDS);
        assertThat(secrets.judge(Answers.json(403, "{\"data\":\"123456\"}"), "the answer"))
                .isEqualTo(Judgement.broken(
                        "the answer gives away the key in the body",
                        "an answer without the key",
                        "the key in the body"));
    }

    @Test
    void names_the_same_of_several_secrets_each_time() {
        SecretsStayAway secrets = new SecretsStayAway(
                Map.of("secret-d", "d", "secret-b", "b", "secret-c", "c", "secret-a", "a", "secret-e", "e"));

        assertThat(secrets.judge(Answers.json(200, "\"secret-e secret-d secret-b secret-a secret-c\""), "the answer"))
                .isEqualTo(Judgement.broken(
                        "the answer gives away a in the body", "an answer without a", "a in the body"));
    }

    @Test
    void walks_an_answer_that_is_deeply_nested() {
        String deep = "{\"a\":".repeat(450) + "\"\\u0073ecret-a\"" + "}".repeat(450);

        assertThat(new SecretsStayAway(Map.of("secret-a", "a")).judge(Answers.json(200, deep), "the answer"))
                .isEqualTo(Judgement.broken(
                        "the answer gives away a in the body", "an answer without a", "a in the body"));
    }

    private static Judgement inTheBody() {
        return Judgement.broken(
                "the answer gives away the token in the body", "an answer without the token", "the token in the body");
    }
}
