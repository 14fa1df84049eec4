package io.chargeproof.api.evcnet;

import static io.chargeproof.api.evcnet.Exchanges.answered;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Judgement;
import io.chargeproof.exchange.Exchange;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {
    private static final String NO_ANSWER = "no answer (timeout: no complete answer within 10000 ms)";

    @ParameterizedTest
    @CsvSource({
        "ANY,             100 199 400 403 401 404 405 500 302 300",
        "NO_SERVER_ERROR, 400 403 401 404 405 302 499",
        "DOCUMENTED,      400 403"
    })
    void nothing_is_done_holds_for_the_refusals_it_allows(NothingIsDone.Refusals allowed, String statuses) {
        for (String status : statuses.split(" ")) {
            assertThat(new NothingIsDone(allowed).judge(wrong(Integer.parseInt(status))))
                    .isEqualTo(Judgement.HOLDS);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ANY,             200 201 202 204 299,     any status but 200 to 299",
        "NO_SERVER_ERROR, 200 201 204 500 501 599, a status that is neither 200 to 299 nor 5xx",
        "DOCUMENTED,      200 204 302 401 404 500, HTTP 400 or 403"
    })
    void nothing_is_done_is_broken_by_any_other_status(
            NothingIsDone.Refusals allowed, String statuses, String expected) {
        for (String status : statuses.split(" ")) {
            assertThat(new NothingIsDone(allowed).judge(wrong(Integer.parseInt(status))))
                    .isEqualTo(notRefused(expected, "HTTP " + status));
        }
    }

    @Test
    void nothing_is_done_needs_an_answer() {
        assertThat(new NothingIsDone(NothingIsDone.Refusals.ANY).judge(Exchanges.unanswered(Exchanges.update())))
                .isEqualTo(Judgement.broken(
                        "update isn't refused as it should be", "any status but 200 to 299", NO_ANSWER));
    }

    @Test
    void a_generic_error_holds_with_or_without_data() {
        assertThat(new RefusedAsGenericError(false).judge(wrong(400))).isEqualTo(Judgement.HOLDS);
        assertThat(new RefusedAsGenericError(true).judge(answered(Exchanges.update(), 400, "{\"data\":\"unknown\"}")))
                .isEqualTo(Judgement.HOLDS);
    }

    /** What stands in front of a service may know markup and nothing of its API. */
    @Test
    void markup_may_be_kept_away_from_a_service() {
        Exchange kept = answered(Exchanges.create("<customer/>"), 403, "");

        assertThat(new RefusedAsGenericError(false).judge(kept)).isEqualTo(Judgement.HOLDS);
        assertThat(new RefusedAsGenericError(true).judge(kept)).isEqualTo(Judgement.HOLDS);
        assertThat(new RefusedAsGenericError(false).judge(answered(Exchanges.create("<customer/>"), 404, "")))
                .isEqualTo(Judgement.broken("create isn't refused as it should be", "HTTP 400", "HTTP 404")
                        .rightWith(Set.of(400, 403)));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 401, 403, 404, 409, 415, 422, 500})
    void a_generic_error_is_broken_by_any_other_status(int status) {
        assertThat(new RefusedAsGenericError(false).judge(wrong(status)))
                .isEqualTo(notRefused("HTTP 400", "HTTP " + status).rightWith(Set.of(400)));
        assertThat(new RefusedAsGenericError(true).judge(wrong(status)))
                .isEqualTo(notRefused("HTTP 400", "HTTP " + status).rightWith(Set.of(400)));
    }

    @Test
    void a_generic_error_is_broken_by_a_want_of_data_where_that_is_asked_for() {
        assertThat(new RefusedAsGenericError(true).judge(wrong(400)))
                .isEqualTo(Judgement.broken(
                        "the HTTP 400 answer to create with a country of three letters doesn't say what was wrong",
                        "a member data that is neither null nor empty",
                        "no member data"));
        assertThat(new RefusedAsGenericError(true).judge(answered(Exchanges.update(), 400, "{\"data\":null}")))
                .isEqualTo(Judgement.broken(
                        "the HTTP 400 answer to update doesn't say what was wrong",
                        "a member data that is neither null nor empty",
                        "data is null"));
    }

    @Test
    void a_generic_error_needs_an_answer() {
        assertThat(new RefusedAsGenericError(true).judge(Exchanges.unanswered(Exchanges.update())))
                .isEqualTo(Judgement.broken("update isn't refused as it should be", "HTTP 400", NO_ANSWER)
                        .rightWith(Set.of(400)));
    }

    @Test
    void a_refusal_for_the_token_holds_for_403_whatever_its_body() {
        assertThat(new RefusedForTheToken().judge(wrong(403))).isEqualTo(Judgement.HOLDS);
        assertThat(new RefusedForTheToken().judge(answered(Exchanges.update(), 403, "{\"data\":\"no\"}")))
                .isEqualTo(Judgement.HOLDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 400, 401, 404, 500})
    void a_refusal_for_the_token_is_broken_by_any_other_status(int status) {
        assertThat(new RefusedForTheToken().judge(answered(Exchanges.create("{}", "a wrong token"), status)))
                .isEqualTo(Judgement.broken(
                                "create with a wrong token isn't refused for its token", "HTTP 403", "HTTP " + status)
                        .rightWith(Set.of(403)));
    }

    @Test
    void a_refusal_for_the_token_needs_an_answer() {
        assertThat(new RefusedForTheToken().judge(Exchanges.unanswered(Exchanges.create())))
                .isEqualTo(Judgement.broken("create isn't refused for its token", "HTTP 403", NO_ANSWER)
                        .rightWith(Set.of(403)));
    }

    private static Exchange wrong(int status) {
        return answered(Exchanges.create("{}", "a country of three letters"), status);
    }

    private static Judgement notRefused(String expected, String actual) {
        return Judgement.broken(
                "create with a country of three letters isn't refused as it should be", expected, actual);
    }
}
