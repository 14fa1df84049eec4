package io.chargeproof.api.oioi;

import static io.chargeproof.api.oioi.Exchanges.answered;
import static io.chargeproof.api.oioi.Exchanges.read;
import static io.chargeproof.api.oioi.Exchanges.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Answers;
import io.chargeproof.check.Invariant;
import io.chargeproof.check.Invariant.Judged;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.StatusRange;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer must be: JSON, with a result, under a status that fits it, and without secrets. */
class AnswersTest {
    private static final String JSON = "well-formed JSON in UTF-8 with a JSON media type";

    @Test
    void are_JSON() {
        assertThat(new AnswersAreJson().judge(answered(read(), 200, result(0))))
                .containsExactly(Judged.of("OIOI-HTTP-2", Judgement.HOLDS));
        assertThat(new AnswersAreJson()
                        .judge(answered(
                                Exchanges.post(), Answers.typed(404, "application/json;charset=UTF-8", result(144)))))
                .containsExactly(Judged.of("OIOI-HTTP-2", Judgement.HOLDS));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 400, 401, 403, 404, 500})
    void are_not_JSON_without_a_body_whatever_the_status(int status) {
        assertThat(new AnswersAreJson().judge(answered(read("a wrong API key"), Answers.empty(status))))
                .containsExactly(Judged.of(
                        "OIOI-HTTP-2",
                        Judgement.broken(
                                "the answer to user-get-details with a wrong API key isn't JSON: there is no body",
                                JSON,
                                "there is no body")));
    }

    @Test
    void are_not_JSON_under_another_media_type() {
        assertThat(new AnswersAreJson().judge(answered(read(), Answers.typed(200, "text/html", result(0)))))
                .containsExactly(Judged.of(
                        "OIOI-HTTP-2",
                        Judgement.broken(
                                "the answer to user-get-details is JSON, but its Content-Type is 'text/html'",
                                JSON,
                                "Content-Type: text/html")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'result':{'code':0,'message':'Success.'}}",
                "{'result':{'code':-7,'message':''}}",
                "{'user':{},'result':{'code':145,'message':'No','more':[]},'extra':1}"
            })
    void have_a_result(String body) {
        assertThat(new ResultIsGiven().judge(json(body)))
                .containsExactly(
                        Judged.of("OIOI-RESULT-1", Judgement.HOLDS), Judged.of("OIOI-RESULT-4", Judgement.HOLDS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}                                        | no result",
                "[]                                        | no result",
                "no JSON                                   | no result",
                "{'Result':{'code':0,'message':'m'}}       | no result",
                "{'result':null}                           | result is null",
                "{'result':0}                              | result is 0",
                "{'result':[0,'m']}                        | result is [0,\"m\"]",
                "{'result':{'code':'0','message':'m'}}     | result is {\"code\":\"0\",\"message\":\"m\"}",
                "{'result':{'code':0.5,'message':'m'}}     | result is {\"code\":0.5,\"message\":\"m\"}",
                "{'result':{'code':null,'message':'m'}}    | result is {\"code\":null,\"message\":\"m\"}",
                "{'result':{'code':true,'message':'m'}}    | result is {\"code\":true,\"message\":\"m\"}",
                "{'result':{'message':'m'}}                | result is {\"message\":\"m\"}",
                "{'result':{'code':0}}                     | result is {\"code\":0}",
                "{'result':{'code':0,'message':null}}      | result is {\"code\":0,\"message\":null}",
                "{'result':{'code':0,'message':['m']}}     | result is {\"code\":0,\"message\":[\"m\"]}"
            })
    void have_no_proper_result(String body, String actual) {
        assertThat(new ResultIsGiven().judge(json(body)))
                .containsExactly(
                        Judged.of(
                                "OIOI-RESULT-1",
                                Judgement.broken(
                                        "the answer to user-get-details has no proper result",
                                        "result with an integer code and a string message",
                                        actual)),
                        Judged.of("OIOI-RESULT-4", Judgement.HOLDS));
    }

    @Test
    void of_4xx_may_have_an_error_in_place_of_a_result_but_had_better_not() {
        Judged missed = Judged.of(
                "OIOI-RESULT-4",
                Judgement.broken(
                        "the answer to user-get-details has no proper result",
                        "result with an integer code and a string message",
                        "no result"));

        assertThat(new ResultIsGiven().judge(answered(read(), 401, "{\"error\":\"no\"}")))
                .containsExactly(Judged.of("OIOI-RESULT-1", Judgement.HOLDS), missed);
        assertThat(new ResultIsGiven().judge(answered(read(), 404, "{\"error\":null}")))
                .containsExactly(
                        Judged.of(
                                "OIOI-RESULT-1",
                                Judgement.broken(
                                        "the answer to user-get-details has no proper result, or an error",
                                        "result with an integer code and a string message, or an error",
                                        "no result")),
                        missed);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 302, 500})
    void of_other_statuses_need_no_result(int status) {
        assertThat(new ResultIsGiven().judge(answered(read(), Answers.empty(status))))
                .isEmpty();
    }

    @Test
    void of_code_0_have_status_200() {
        assertThat(new StatusFitsTheResult().judge(answered(read(), 200, result(0))))
                .containsExactly(Judged.of("OIOI-HTTP-3", Judgement.HOLDS));
        assertThat(new StatusFitsTheResult().judge(answered(Exchanges.post(), 200, Exchanges.reason(0, "\"no\""))))
                .containsExactly(Judged.of("OIOI-HTTP-3", Judgement.HOLDS));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 302, 400, 404, 500})
    void of_code_0_have_no_other_status(int status) {
        assertThat(new StatusFitsTheResult().judge(answered(read(), status, result(0))))
                .containsExactly(Judged.of(
                        "OIOI-HTTP-3",
                        Judgement.broken(
                                        "user-get-details got result code 0 with another status than 200",
                                        "HTTP 200",
                                        "HTTP " + status)
                                .rightWith(Set.of(200))));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 403, 404, 409, 422, 499})
    void of_failures_have_status_200_or_4xx(int status) {
        assertThat(new StatusFitsTheResult().judge(answered(read(), status, result(145))))
                .containsExactly(Judged.of("OIOI-HTTP-4", Judgement.HOLDS));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 301, 302, 500, 501, 505})
    void of_failures_have_no_other_status(int status) {
        Judged broken = Judged.of(
                "OIOI-HTTP-4",
                Judgement.broken(
                                "user-get-details with NUL in city failed with a status that no failure has",
                                "HTTP 200 or 4xx",
                                "HTTP " + status)
                        .rightWith(new StatusRange(200, 200), new StatusRange(400, 499)));
        HttpRequest hostile = read("NUL in city");

        assertThat(new StatusFitsTheResult().judge(answered(hostile, status, result(100))))
                .containsExactly(broken);
        assertThat(new StatusFitsTheResult().judge(answered(hostile, Answers.empty(status))))
                .containsExactly(broken);
    }

    @Test
    void give_no_credentials_away() {
        Invariant secrets = credentials();

        assertThat(secrets.judge(answered(read(), 200, "{\"user\":{\"evco-id\":\"DE*8PS*156456730*9\"}}")))
                .containsExactly(Judged.of("OIOI-KEY-3", Judgement.HOLDS));
        assertThat(secrets.judge(answered(read(), 401, "{\"d\":\"" + Exchanges.KEY + "x1, primary-token-1x1\"}")))
                .containsExactly(Judged.of("OIOI-KEY-3", Judgement.HOLDS));
    }

    @Test
    void give_the_key_or_the_token_of_any_user_away() {
        HttpRequest wrong = read("another user's token");

        assertThat(credentials().judge(answered(wrong, 400, "{\"d\":\"key=" + Exchanges.KEY + "\"}")))
                .containsExactly(leak("the API key in the body", "the API key"));
        assertThat(credentials().judge(answered(wrong, 200, "{\"user\":{\"token\":\"primary-token-1\"}}")))
                .containsExactly(leak("a user's token in the body", "a user's token"));
        assertThat(credentials()
                        .judge(answered(wrong, Answers.with(Answers.empty(400), "X-User", "secondary-token-2"))))
                .containsExactly(leak("a user's token in the header X-User", "a user's token"));
    }

    @Test
    void are_not_spoken_of_where_there_is_none() {
        assertThat(UserInvariants.standing(Exchanges.TARGET))
                .allSatisfy(check ->
                        assertThat(check.judge(Exchanges.unanswered(read()))).isEmpty());
    }

    @Test
    void are_looked_at_by_each_standing_check() {
        assertThat(UserInvariants.standing(Exchanges.TARGET))
                .extracting(Invariant::getClass)
                .extracting(Class::getSimpleName)
                .containsExactly(
                        "AnswersAreJson",
                        "StatusFitsTheResult",
                        "ResultIsGiven",
                        "CodeCanBeMeant",
                        "CodeIsListed",
                        "MessageFitsTheCode",
                        "CredentialsStaySecret",
                        "FailureBearsNoUser",
                        "UserHasTheDocumentedShape",
                        "ReasonIsText");
    }

    @Test
    void are_looked_at_by_the_same_checks_where_secrets_were_taken_out() {
        String leak = "{\"d\":\"" + Exchanges.KEY + "\"}";

        // Those of a recording may have had passwords; this target has none.
        assertThat(UserInvariants.standing())
                .hasAtLeastOneElementOfType(PasswordsStaySecret.class)
                .extracting(Object::getClass)
                .filteredOn(check -> check != PasswordsStaySecret.class)
                .isEqualTo(UserInvariants.standing(Exchanges.TARGET).stream()
                        .map(Object::getClass)
                        .toList());
        assertThat(UserInvariants.standing().stream()
                        .filter(CredentialsStaySecret.class::isInstance)
                        .flatMap(check -> check.judge(answered(read(), 200, leak)).stream()))
                .containsExactly(Judged.of("OIOI-KEY-3", Judgement.HOLDS));
    }

    private static Invariant credentials() {
        return UserInvariants.standing(Exchanges.TARGET).stream()
                .filter(CredentialsStaySecret.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static Judged leak(String what, String name) {
        return Judged.of(
                "OIOI-KEY-3",
                Judgement.broken(
                        "the answer to user-get-details with another user's token gives away " + what,
                        "an answer without " + name,
                        what));
    }

    private static Exchange json(String body) {
        return answered(read(), 200, body.replace('\'', '"'));
    }
}
