package io.chargeproof.api.oioi;

import static io.chargeproof.api.oioi.Exchanges.answered;
import static io.chargeproof.api.oioi.Exchanges.read;
import static io.chargeproof.api.oioi.Exchanges.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Invariant.Judged;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.SecretsStayAway;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.profile.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is judged of a log-in, and what isn't. */
class LogInChecksTest {
    private static final String TOKEN = Exchanges.PRIMARY.token().value();
    private static final HttpRequest LOG_IN = new UserRequests(Exchanges.TARGET).logIn("ann", "open sesame 7", false);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | 0   | \"user\":{\"token\":\"t\"},             | true",
                "200 | 0   | \"user\":{\"token\":\"t\",\"email\":1}, | true",
                "200 | 0   | \"user\":{\"token\":\"\"},              | false",
                "200 | 0   | \"user\":{\"token\":null},            | false",
                "200 | 0   | \"user\":{\"token\":4711},            | false",
                "200 | 0   | \"user\":{},                        | false",
                "200 | 0   | \"token\":\"t\",                    | false",
                "200 | 140 | \"user\":{\"token\":\"t\"},             | false",
                "401 | 141 | ``                                 | false"
            })
    void a_token_is_given(int status, int code, String members, boolean given) {
        Judgement judgement = new TokenIsGiven().judge(logIn(status, result(code, members)));

        assertThat(judgement.equals(Judgement.HOLDS)).isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "141 | ``                        | true",
                "141 | \"user\":null,            | true",
                "141 | \"user\":{\"token\":null}, | true",
                "141 | \"user\":{\"token\":\"\"},   | true",
                "141 | \"user\":{\"token\":\"t\"},  | false",
                "141 | \"user\":{\"token\":4711}, | false",
                "0   | \"user\":{\"token\":\"t\"},  | false"
            })
    void no_token_is_given(int code, String members, boolean none) {
        Judgement judgement = new NoTokenIsGiven().judge(logIn(200, result(code, members)));

        assertThat(judgement.equals(Judgement.HOLDS)).isEqualTo(none);
    }

    @ParameterizedTest
    @CsvSource({"100, true", "140, true", "141, true", "144, true", "145, true", "142, false", "143, false", "230, true"
    })
    void has_codes_of_its_own_listed(int code, boolean listed) {
        assertThat(new CodeIsListed().judge(logIn(200, result(code))))
                .singleElement()
                .satisfies(each ->
                        assertThat(each.judgement().equals(Judgement.HOLDS)).isEqualTo(listed));
    }

    @Test
    void a_code_of_a_call_that_is_not_offered_can_be_meant() {
        assertThat(new CodeCanBeMeant().judge(logIn(400, result(300)))).isEmpty();
        assertThat(new CodeCanBeMeant().judge(answered(read(), 400, result(300))))
                .isNotEmpty();
    }

    @Test
    void the_user_that_it_gives_has_no_details() {
        assertThat(new UserHasTheDocumentedShape().judge(logIn(200, given(TOKEN))))
                .isEmpty();
        assertThat(new UserHasTheDocumentedShape().judge(answered(read(), 200, given(TOKEN))))
                .isNotEmpty();
    }

    @Test
    void the_token_that_it_gives_is_no_leak() {
        CredentialsStaySecret check = new CredentialsStaySecret(new SecretsStayAway(Map.of(TOKEN, "a user's token")));

        assertThat(check.judge(logIn(200, given(TOKEN)))).containsExactly(holds("OIOI-KEY-3"));
        assertThat(check.judge(logIn(200, "[]"))).containsExactly(holds("OIOI-KEY-3"));
        assertThat(check.judge(logIn(200, result(0, "\"user\":{\"token\":\"x\",\"old\":\"" + TOKEN + "\"},"))))
                .doesNotContain(holds("OIOI-KEY-3"));
        assertThat(check.judge(logIn(401, result(141, "\"debug\":\"" + TOKEN + "\","))))
                .doesNotContain(holds("OIOI-KEY-3"));
        assertThat(check.judge(answered(read(), 200, given(TOKEN)))).doesNotContain(holds("OIOI-KEY-3"));
    }

    @Test
    void passwords_stay_secret_in_answers_to_any_call() {
        PasswordsStaySecret check =
                new PasswordsStaySecret(new SecretsStayAway(Map.of("open sesame 7", "a user's password")));

        assertThat(check.judge(logIn(200, given(TOKEN)))).containsExactly(holds("OIOI-VERIFY-5"));
        for (HttpRequest request : List.of(LOG_IN, read())) {
            assertThat(check.judge(answered(request, 200, result(0, "\"you-said\":\"open sesame 7\","))))
                    .containsExactly(Judged.of(
                            "OIOI-VERIFY-5",
                            Judgement.broken(
                                    "the answer to " + request.purpose().inWords()
                                            + " gives away a user's password in the body",
                                    "an answer without a user's password",
                                    "a user's password in the body")));
        }
    }

    @Test
    void a_password_that_is_part_of_a_name_gives_nothing_away() {
        assertThat(standing("sesame@example.com", "sesame")).noneMatch(PasswordsStaySecret.class::isInstance);
        assertThat(standing("ann@example.com", "sesame")).anyMatch(PasswordsStaySecret.class::isInstance);
    }

    private static List<?> standing(String name, String password) {
        TestUser user = new TestUser(
                name, new Secret("A_TOKEN", "t0ken-of-that"), new Secret("A_PASSWORD", password), null, null, null);
        return UserInvariants.standing(new OioiTarget(Exchanges.TARGET.endpoint(), null, null, user, null, null));
    }

    private static String given(String token) {
        return result(0, "\"user\":{\"token\":\"" + token + "\"},");
    }

    private static Judged holds(String requirement) {
        return Judged.of(requirement, Judgement.HOLDS);
    }

    private static Exchange logIn(int status, String body) {
        return answered(LOG_IN, status, body);
    }
}
