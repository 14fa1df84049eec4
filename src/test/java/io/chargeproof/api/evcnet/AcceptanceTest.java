package io.chargeproof.api.evcnet;

import static io.chargeproof.api.evcnet.Exchanges.answered;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Judgement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptanceTest {
    private static final String NO_ANSWER = "no answer (timeout: no complete answer within 10000 ms)";

    @Test
    void a_request_is_accepted_with_200_whatever_the_body() {
        assertThat(new RequestIsAccepted().judge(answered(Exchanges.update(), 200)))
                .isEqualTo(Judgement.HOLDS);
        assertThat(new RequestIsAccepted().judge(answered(Exchanges.create(), 200, "{\"data\":{}}")))
                .isEqualTo(Judgement.HOLDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 204, 302, 400, 403, 404, 500})
    void a_request_is_not_accepted_with_any_other_status(int status) {
        assertThat(new RequestIsAccepted().judge(answered(Exchanges.create("{}", "names of other letters"), status)))
                .isEqualTo(Judgement.broken(
                                "create with names of other letters isn't accepted", "HTTP 200", "HTTP " + status)
                        .rightWith(Set.of(200)));
    }

    @Test
    void a_request_is_not_accepted_without_an_answer() {
        assertThat(new RequestIsAccepted().judge(Exchanges.unanswered(Exchanges.attach())))
                .isEqualTo(Judgement.broken("attach-card isn't accepted", "HTTP 200", NO_ANSWER)
                        .rightWith(Set.of(200)));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 403})
    void a_hostile_value_may_get_any_documented_status(int status) {
        assertThat(StatusIsOneOf.DOCUMENTED.judge(answered(Exchanges.create(), status)))
                .isEqualTo(Judgement.HOLDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 401, 404, 413, 415, 422, 500})
    void a_hostile_value_may_get_no_other_status(int status) {
        assertThat(StatusIsOneOf.DOCUMENTED.judge(answered(Exchanges.create("{}", "NUL in city"), status)))
                .isEqualTo(Judgement.broken(
                                "create with NUL in city is neither taken nor refused in a documented way",
                                "HTTP 200 or 400 or 403",
                                "HTTP " + status)
                        .rightWith(Set.of(200, 400, 403)));
    }

    @Test
    void the_statuses_of_an_extra_member_are_fewer() {
        StatusIsOneOf takenOrWrong = new StatusIsOneOf(List.of(200, 400));

        assertThat(takenOrWrong.judge(answered(Exchanges.create(), 400))).isEqualTo(Judgement.HOLDS);
        assertThat(takenOrWrong.judge(answered(Exchanges.create(), 403)))
                .isEqualTo(Judgement.broken(
                                "create is neither taken nor refused in a documented way",
                                "HTTP 200 or 400",
                                "HTTP 403")
                        .rightWith(Set.of(200, 400)));
        assertThat(takenOrWrong.judge(Exchanges.unanswered(Exchanges.create())))
                .isEqualTo(Judgement.broken(
                                "create is neither taken nor refused in a documented way", "HTTP 200 or 400", NO_ANSWER)
                        .rightWith(Set.of(200, 400)));
    }
}
