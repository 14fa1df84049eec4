package io.chargeproof.api.evcnet;

import static io.chargeproof.api.evcnet.Exchanges.answered;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Invariant.Judged;
import io.chargeproof.check.Judgement;
import io.chargeproof.exchange.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrangersGetNothingTest {
    private final StrangersGetNothing check = new StrangersGetNothing();

    @ParameterizedTest
    @CsvSource({
        "a wrong token, EVC-AUTH-3",
        "a token cut short, EVC-AUTH-3",
        "a token with more at its end, EVC-AUTH-3",
        "a token with more before it, EVC-AUTH-3",
        "no Authorization header, EVC-AUTH-4",
        "an empty token, EVC-AUTH-4",
        "a wrong token as Bearer, EVC-AUTH-4",
        "the token as Basic, EVC-AUTH-4",
        "the token as Bearer, EVC-AUTH-8",
        "the bare token, EVC-AUTH-8"
    })
    void is_broken_by_success_without_the_right_token(String credentials, String requirement) {
        assertThat(check.judge(answered(bearing(credentials), 200)))
                .containsExactly(Judged.of(
                        requirement,
                        Judgement.broken(
                                "create with " + credentials + " isn't refused for its token",
                                "HTTP 403",
                                "HTTP 200")));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 404, 500})
    void leaves_to_others_how_strangers_are_refused(int status) {
        assertThat(check.judge(answered(bearing("a wrong token"), status))).isEmpty();
    }

    @Test
    void says_nothing_of_the_right_token() {
        assertThat(check.judge(answered(bearing("the token"), 200))).isEmpty();
        assertThat(check.judge(answered(bearing("the scheme in lower case"), 200)))
                .isEmpty();
        assertThat(check.judge(answered(Exchanges.update(), 200))).isEmpty();
    }

    private static HttpRequest bearing(String credentials) {
        return Credentials.apply(credentials, Exchanges.create(), Exchanges.TOKEN)
                .orElseThrow();
    }
}
