package io.chargeproof.api.oioi;

import static io.chargeproof.api.oioi.Exchanges.answered;
import static io.chargeproof.api.oioi.Exchanges.post;
import static io.chargeproof.api.oioi.Exchanges.read;
import static io.chargeproof.api.oioi.Exchanges.reason;
import static io.chargeproof.api.oioi.Exchanges.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Answers;
import io.chargeproof.check.Invariant.Judged;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.StatusRange;
import io.chargeproof.exchange.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that succeed, calls that don't, and posts that are refused. */
class CallsTest {
    private static final String WITH_USER = "\"user\":{},";

    @Test
    void succeed_with_code_0_and_a_user_or_no_reason() {
        assertThat(new CallSucceeds().judge(answered(read(), 200, result(0, WITH_USER))))
                .isEqualTo(Judgement.HOLDS);
        assertThat(new CallSucceeds().judge(answered(post(), 200, result(0)))).isEqualTo(Judgement.HOLDS);
        assertThat(new CallSucceeds().judge(answered(post(), 200, result(0, "\"user-post-details\":{},"))))
                .isEqualTo(Judgement.HOLDS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | 145 |                 | HTTP 200, result code 145, no user object",
                "401 | 145 | 'user':{},      | HTTP 401, result code 145",
                "200 | 0   |                 | HTTP 200, result code 0, no user object",
                "200 | 0   | 'user':null,    | HTTP 200, result code 0, no user object",
                "200 | 0   | 'user':['u'],   | HTTP 200, result code 0, no user object"
            },
            quoteCharacter = '~')
    void do_not_succeed_in_reading(int status, int code, String members, String actual) {
        String more = members == null ? "" : members.replace('\'', '"');

        assertThat(new CallSucceeds().judge(answered(read("an RFID"), status, result(code, more))))
                .isEqualTo(Judgement.broken(
                                "user-get-details with an RFID doesn't succeed",
                                "result code 0 and a user object",
                                actual)
                        .at(code == 0 ? "/user" : "/result/code"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "200 | 0   | \"VAT\" | HTTP 200, result code 0, reason \"VAT\"",
                "200 | 0   | \"\"    | HTTP 200, result code 0, reason \"\"",
                "400 | 230 | null    | HTTP 400, result code 230",
                "400 | 100 | [\"a\"] | HTTP 400, result code 100, reason [\"a\"]"
            })
    void do_not_succeed_in_posting(int status, int code, String reason, String actual) {
        assertThat(new CallSucceeds().judge(answered(post(), status, reason(code, reason))))
                .isEqualTo(Judgement.broken("user-post-details doesn't succeed", "result code 0 and no reason", actual)
                        .at(code == 0 ? "/user-post-details/reason" : "/result/code"));
    }

    @Test
    void do_not_succeed_with_a_code_in_quotation_marks_or_without_an_answer() {
        assertThat(new CallSucceeds()
                        .judge(answered(post(), 200, "{\"result\":{\"code\":\"0\",\"message\":\"Success.\"}}")))
                .isEqualTo(Judgement.broken(
                                "user-post-details doesn't succeed",
                                "result code 0 and no reason",
                                "HTTP 200, no integer result code")
                        .at("/result/code"));
        assertThat(new CallSucceeds().judge(Exchanges.unanswered(post())))
                .isEqualTo(Judgement.broken(
                                "user-post-details doesn't succeed", "result code 0 and no reason", Exchanges.NO_ANSWER)
                        .at("/result/code"));
    }

    @ParameterizedTest
    @CsvSource({"200, 140", "400, 230", "401, 145", "403, 210", "404, 144"})
    void are_not_carried_out(int status, int code) {
        for (boolean reasonRefuses : new boolean[] {true, false}) {
            CallDoesNotSucceed check = new CallDoesNotSucceed(reasonRefuses, false);

            assertThat(check.judge(answered(read(), status, result(code)))).isEqualTo(Judgement.HOLDS);
            assertThat(check.judge(answered(post(), status, result(code, "\"user\":null,"))))
                    .isEqualTo(Judgement.HOLDS);
            assertThat(check.judge(answered(read(), Answers.empty(status)))).isEqualTo(Judgement.HOLDS);
        }
    }

    @Test
    void are_carried_out_with_code_0_or_a_user() {
        HttpRequest call = read("a number for user");

        assertThat(new CallDoesNotSucceed(true, false).judge(answered(call, 200, result(0, WITH_USER))))
                .isEqualTo(carriedOut(call, "HTTP 200, result code 0, a user"));
        assertThat(new CallDoesNotSucceed(true, false).judge(answered(call, 200, result(0))))
                .isEqualTo(carriedOut(call, "HTTP 200, result code 0"));
        assertThat(new CallDoesNotSucceed(true, false).judge(answered(call, 400, result(230, WITH_USER))))
                .isEqualTo(carriedOut(call, "HTTP 400, result code 230, a user").at("/user"));
        assertThat(new CallDoesNotSucceed(true, false).judge(answered(call, 200, "{\"user\":[]}")))
                .isEqualTo(carriedOut(call, "HTTP 200, no integer result code, a user")
                        .at("/user"));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501})
    void that_are_malformed_get_no_server_error(int status) {
        HttpRequest call = post("text that is no JSON");

        assertThat(new CallDoesNotSucceed(true, false).judge(answered(call, status, result(230))))
                .isEqualTo(
                        carriedOut(call, "HTTP " + status + ", result code 230").at(""));
    }

    @Test
    void may_get_a_server_error_where_that_is_judged_elsewhere() {
        HttpRequest call = read("a wrong token");
        CallDoesNotSucceed check = new CallDoesNotSucceed(true, true);

        assertThat(check.judge(answered(call, 500, result(100)))).isEqualTo(Judgement.HOLDS);
        assertThat(check.judge(answered(call, 500, result(0))))
                .isEqualTo(Judgement.broken(
                                "user-get-details with a wrong token isn't refused as it should be",
                                "a result code other than 0, and no user",
                                "HTTP 500, result code 0")
                        .at("/result/code"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 400, 404, 499})
    void of_hostile_values_are_taken_or_refused(int status) {
        assertThat(new NoServerError().judge(answered(post("NUL in city"), status, result(0))))
                .isEqualTo(Judgement.HOLDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 599})
    void of_hostile_values_get_no_server_error(int status) {
        assertThat(new NoServerError().judge(answered(post("NUL in city"), status, result(230))))
                .isEqualTo(Judgement.broken(
                                "user-post-details with NUL in city gets a server error",
                                "a status below 500",
                                "HTTP " + status)
                        .rightWith(StatusRange.below(500)));
    }

    @Test
    void of_hostile_values_get_an_answer() {
        assertThat(new NoServerError().judge(Exchanges.unanswered(post())))
                .isEqualTo(Judgement.broken(
                                "user-post-details gets a server error",
                                "a status below 500",
                                "no answer (timeout: no complete answer within 10000 ms)")
                        .rightWith(StatusRange.below(500)));
    }

    @Test
    void are_refused_by_a_reason_except_for_a_bad_key() {
        HttpRequest call = post("a wrong API key");

        assertThat(new CallDoesNotSucceed(true, false).judge(answered(call, 200, reason(0, "\"No.\""))))
                .isEqualTo(Judgement.HOLDS);
        assertThat(new CallDoesNotSucceed(true, false).judge(answered(call, 200, reason(0, "null"))))
                .isEqualTo(carriedOut(call, "HTTP 200, result code 0"));
        assertThat(new CallDoesNotSucceed(false, false).judge(answered(call, 200, reason(0, "\"No.\""))))
                .isEqualTo(carriedOut(call, "HTTP 200, result code 0, reason \"No.\""));
    }

    @Test
    void refuse_details_by_a_reason_or_a_code() {
        for (int code : new int[] {100, 200, 230}) {
            assertThat(new DetailsAreNotAccepted().judge(answered(post(), 400, result(code))))
                    .isEqualTo(Judgement.HOLDS);
        }
        for (int code : new int[] {0, 100, 140, 144, 230, 999}) {
            assertThat(new DetailsAreNotAccepted().judge(answered(post(), 200, reason(code, "\"country\""))))
                    .isEqualTo(Judgement.HOLDS);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101, 140, 144, 145, 210, 220, 231})
    void do_not_refuse_details_by_another_code(int code) {
        HttpRequest call = post("the country 'Germany'");

        assertThat(new DetailsAreNotAccepted().judge(answered(call, 200, result(code))))
                .isEqualTo(accepted(call, "HTTP 200, result code " + code));
        assertThat(new DetailsAreNotAccepted().judge(answered(call, 200, reason(code, "null"))))
                .isEqualTo(accepted(call, "HTTP 200, result code " + code));
    }

    @Test
    void do_not_refuse_details_by_an_answer_that_is_not_of_this_API() {
        assertThat(new DetailsAreNotAccepted().judge(answered(post(), Answers.empty(400))))
                .isEqualTo(accepted(post(), "HTTP 400, no integer result code"));
        assertThat(new DetailsAreNotAccepted().judge(Exchanges.unanswered(post())))
                .isEqualTo(accepted(post(), Exchanges.NO_ANSWER));
    }

    @Test
    void give_a_reason_in_words_whatever_the_code() {
        assertThat(new ReasonIsGiven().judge(answered(post(), 200, reason(0, "\"Could not validate\""))))
                .isEqualTo(Judgement.HOLDS);
        assertThat(new ReasonIsGiven().judge(answered(post(), 400, reason(230, "\"VAT\""))))
                .isEqualTo(Judgement.HOLDS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"\"        | HTTP 200, result code 0, reason \"\"",
                "null        | HTTP 200, result code 0, no reason",
                "42          | HTTP 200, result code 0, reason 42",
                "[\"VAT\"]   | HTTP 200, result code 0, reason [\"VAT\"]",
                "{\"v\":1}   | HTTP 200, result code 0, reason {\"v\":1}",
                "true        | HTTP 200, result code 0, reason true"
            })
    void give_no_reason_in_words(String reason, String actual) {
        assertThat(new ReasonIsGiven().judge(answered(post("the VAT number DE1234567"), 200, reason(0, reason))))
                .isEqualTo(Judgement.broken(
                        "user-post-details with the VAT number DE1234567 gets no reason",
                        "user-post-details.reason, a string that isn't empty",
                        actual));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reason\":\"VAT\",\"result\":{\"code\":230,\"message\":\"m\"}}",
                "{\"user-post-details\":\"VAT\",\"result\":{\"code\":230,\"message\":\"m\"}}",
                "{\"user-post-details\":{\"Reason\":\"VAT\"},\"result\":{\"code\":230,\"message\":\"m\"}}"
            })
    void give_no_reason_where_it_belongs(String body) {
        assertThat(new ReasonIsGiven().judge(answered(post(), 200, body)))
                .isEqualTo(Judgement.broken(
                        "user-post-details gets no reason",
                        "user-post-details.reason, a string that isn't empty",
                        "HTTP 200, result code 230, no reason"));
        assertThat(new ReasonIsText().judge(answered(post(), 200, body)))
                .containsExactly(Judged.of("OIOI-POST-13", Judgement.HOLDS));
    }

    @Test
    void give_reasons_that_are_text() {
        assertThat(new ReasonIsText().judge(answered(post(), 200, reason(0, "\"VAT\""))))
                .containsExactly(Judged.of("OIOI-POST-13", Judgement.HOLDS));
        assertThat(new ReasonIsText().judge(answered(post(), 200, result(0))))
                .containsExactly(Judged.of("OIOI-POST-13", Judgement.HOLDS));
        assertThat(new ReasonIsText().judge(answered(read(), 200, result(0)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "0", "[]", "[\"VAT\"]", "{\"vat\":\"wrong\"}", "false"})
    void give_reasons_that_are_no_text(String reason) {
        assertThat(new ReasonIsText().judge(answered(post("the VAT number DE1234567"), 200, reason(0, reason))))
                .containsExactly(Judged.of(
                        "OIOI-POST-13",
                        Judgement.broken(
                                "the reason in the answer to user-post-details with the VAT number DE1234567 isn't text",
                                "a string that isn't empty",
                                "reason is " + reason)));
    }

    private static Judgement carriedOut(HttpRequest call, String actual) {
        return Judgement.broken(
                        call.purpose().inWords() + " isn't refused as it should be",
                        "a result code other than 0, no user, and no server error",
                        actual)
                .at("/result/code");
    }

    private static Judgement accepted(HttpRequest call, String actual) {
        return Judgement.broken(
                call.purpose().inWords() + " isn't refused as it should be",
                "a reason, or one of the result codes [100, 200, 230]",
                actual);
    }
}
