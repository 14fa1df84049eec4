package io.chargeproof.api.evcnet;

import static io.chargeproof.api.evcnet.Exchanges.answered;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Answers;
import io.chargeproof.check.Invariant.Judged;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.SecretsStayAway;
import io.chargeproof.exchange.HttpMethod;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsOfCustomersTest {
    private static final String PASSWORD = "Cp-r1-P@ss1!";

    private final TokenStaysSecret token =
            new TokenStaysSecret(new SecretsStayAway(Map.of(Exchanges.TOKEN, "the token")));
    private final PasswordStaysSecret password =
            new PasswordStaysSecret(new SecretsStayAway(Map.of(PASSWORD, "the password")));

    @Test
    void hold_for_answers_without_a_secret() {
        assertThat(token.judge(answered(Exchanges.create(), 200, "{\"data\":{\"password\":\"" + PASSWORD + "\"}}")))
                .containsExactly(Judged.of("EVC-AUTH-6", Judgement.HOLDS));
        assertThat(password.judge(answered(Exchanges.create(), 403, "{\"data\":\"" + Exchanges.TOKEN + "\"}")))
                .containsExactly(Judged.of("EVC-CREATE-10", Judgement.HOLDS));
    }

    @Test
    void find_the_token_in_any_answer() {
        assertThat(token.judge(answered(
                        Exchanges.create("{}", "a token cut short"),
                        Answers.with(Answers.empty(403), "X-Echo", "Token " + Exchanges.TOKEN))))
                .containsExactly(Judged.of(
                        "EVC-AUTH-6",
                        Judgement.broken(
                                "the answer to create with a token cut short gives away the token in the header X-Echo",
                                "an answer without the token",
                                "the token in the header X-Echo")));
        assertThat(token.judge(answered(
                        Exchanges.other(HttpMethod.GET), Answers.typed(500, "text/html", "<p>" + Exchanges.TOKEN))))
                .containsExactly(Judged.of(
                        "EVC-AUTH-6",
                        Judgement.broken(
                                "the answer to other gives away the token in the body",
                                "an answer without the token",
                                "the token in the body")));
    }

    @Test
    void pass_over_the_echo_of_a_token_with_more_at_its_end() {
        assertThat(token.judge(answered(Exchanges.create(), 403, "{\"data\":\"" + Exchanges.TOKEN + "x1\"}")))
                .containsExactly(Judged.of("EVC-AUTH-6", Judgement.HOLDS));
    }

    @Test
    void find_the_password_in_any_answer() {
        assertThat(password.judge(answered(Exchanges.create(), 200, "{\"data\":{\"password\":\"" + PASSWORD + "\"}}")))
                .containsExactly(Judged.of(
                        "EVC-CREATE-10",
                        Judgement.broken(
                                "the answer to create gives away the password in the body",
                                "an answer without the password",
                                "the password in the body")));
    }

    @Test
    void do_not_speak_of_a_request_without_an_answer() {
        assertThat(token.judge(Exchanges.unanswered(Exchanges.create()))).isEmpty();
        assertThat(password.judge(Exchanges.unanswered(Exchanges.create()))).isEmpty();
    }
}
