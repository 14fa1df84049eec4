package io.chargeproof.api.oioi;

import static io.chargeproof.api.oioi.Exchanges.answered;
import static io.chargeproof.api.oioi.Exchanges.post;
import static io.chargeproof.api.oioi.Exchanges.read;
import static io.chargeproof.api.oioi.Exchanges.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Answers;
import io.chargeproof.check.Invariant.Judged;
import io.chargeproof.check.Judgement;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultCodesTest {
    private static final Set<Integer> TRIED = Set.of(
            -1, 0, 1, 100, 101, 102, 140, 141, 142, 143, 144, 145, 146, 180, 190, 200, 210, 211, 220, 230, 231, 300,
            800, 1_450);

    @ParameterizedTest
    @CsvSource({
        "0,   0",
        "100, 100",
        "140, 100 140",
        "144, 100 140 144",
        "145, 100 140 145",
        "149, 100 140 149",
        "150, 100 150",
        "139, 100 139",
        "199, 100 199",
        "200, 100 200",
        "210, 100 200 210",
        "220, 100 200 220",
        "230, 100 200 230",
        "299, 100 200 299",
        "300, 100 300"
    })
    void are_codes_and_their_more_general_ones(int code, String orMoreGeneral) {
        assertThat(new ResultCode(code).orMoreGeneral())
                .containsExactlyElementsOf(Stream.of(orMoreGeneral.split(" "))
                        .map(Integer::valueOf)
                        .toList());
    }

    private static final List<Integer> ANY = List.of(0, 100, 140, 141, 142, 143, 144, 145, 146, 147, 148, 149);

    static Stream<Arguments> calls() {
        HttpRequest withoutKey = post("no key", RequestTrait.BAD_CREDENTIALS);
        return Stream.of(
                Arguments.of(read(), ANY),
                Arguments.of(post(), and(200, 230)),
                Arguments.of(read("a number for user", RequestTrait.MALFORMED), and(200, 230)),
                Arguments.of(post("a number for user", RequestTrait.MALFORMED), and(200, 230)),
                Arguments.of(read("a wrong API key", RequestTrait.BAD_CREDENTIALS), and(200, 210, 220)),
                Arguments.of(
                        withoutKey.withHeaders(withoutKey.headers().without("Authorization")), and(200, 210, 220, 230)),
                Arguments.of(post("a wrong API key", RequestTrait.BAD_CREDENTIALS), and(200, 210, 220, 230)));
    }

    private static List<Integer> and(Integer... more) {
        return Stream.concat(ANY.stream(), Stream.of(more)).toList();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void can_be_meant_by_a_call(HttpRequest call, List<Integer> meant) {
        for (int code : TRIED) {
            Judgement judgement = meant.contains(code)
                    ? Judgement.HOLDS
                    : Judgement.broken(
                                    call.purpose().inWords() + " got a result code that can't be meant",
                                    "one of the result codes " + meant,
                                    "result code " + code)
                            .at("/result/code");

            assertThat(new CodeCanBeMeant().judge(answered(call, 200, result(code))))
                    .containsExactly(Judged.of("OIOI-RESULT-2", judgement));
        }
    }

    @Test
    void can_not_be_meant_beyond_32_bits() {
        assertThat(new CodeCanBeMeant()
                        .judge(answered(
                                read(), 200, "{\"result\":{\"code\":4294967296,\"message\":\"It wraps to 0\"}}")))
                .containsExactly(Judged.of(
                        "OIOI-RESULT-2",
                        Judgement.broken(
                                        "user-get-details got a result code that can't be meant",
                                        "one of the result codes " + ANY,
                                        "result code 4294967296")
                                .at("/result/code")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "no JSON", "{\"result\":{\"code\":\"999\",\"message\":\"m\"}}"})
    void are_not_spoken_of_where_there_is_no_integer(String body) {
        assertThat(new CodeCanBeMeant().judge(answered(read(), 200, body))).isEmpty();
        assertThat(new MessageFitsTheCode().judge(answered(read(), 200, body))).isEmpty();
        assertThat(new FailureBearsNoUser().judge(answered(read(), 200, body))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0,   Success.",
        "0,   OK",
        "0,   Erfolgreich",
        "140, Authentication failed: No positive authentication response",
        "144, Authentication failed: Email does not exist",
        "144, Authentication failed: No positive authentication response",
        "145, authentication failed - user token not valid!",
        "145, AUTHENTICATION FAILED: NO POSITIVE AUTHENTICATION RESPONSE.",
        "145, The email does not exist",
        "230, Invalid request format: no user",
        "100, System error",
        "999, whatever"
    })
    void come_with_a_message_of_any_wording(int code, String message) {
        assertThat(new MessageFitsTheCode().judge(said(code, message)))
                .containsExactly(Judged.of("OIOI-RESULT-3", Judgement.HOLDS));
    }

    @ParameterizedTest
    @CsvSource({
        "0,   Invalid request format,                                           230",
        "140, success,                                                          0",
        "145, Success.,                                                         0",
        "140, Authentication failed: Email does not exist,                      144",
        "145, Authentication failed: Email does not exist,                      144",
        "144, AUTHENTICATION FAILED - USER TOKEN NOT VALID,                     145",
        "100, Authentication failed: No positive authentication response,       140",
        "230, Authentication failed: No positive authentication response,       140",
        "200, 'Invalid request format.',                                        230"
    })
    void do_not_come_with_the_text_of_another_code(int code, String message, int other) {
        assertThat(new MessageFitsTheCode().judge(said(code, message)))
                .containsExactly(Judged.of(
                        "OIOI-RESULT-3",
                        Judgement.broken(
                                "the result of user-post-details has the message of another code",
                                "a message that fits result code " + code,
                                "\"" + message + "\", the text of " + other)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   "})
    void do_not_come_with_a_blank_message(String message) {
        assertThat(new MessageFitsTheCode().judge(said(145, message)))
                .containsExactly(Judged.of(
                        "OIOI-RESULT-3",
                        Judgement.broken(
                                "the result of user-post-details has a blank message",
                                "a message that says something",
                                "\"" + message + "\"")));
    }

    @Test
    void are_not_held_against_a_message_that_is_no_text() {
        assertThat(new MessageFitsTheCode().judge(answered(read(), 200, "{\"result\":{\"code\":0,\"message\":null}}")))
                .isEmpty();
    }

    @Test
    void of_failures_bear_no_user() {
        assertThat(new FailureBearsNoUser().judge(answered(read(), 401, result(145))))
                .containsExactly(Judged.of("OIOI-AUTH-5", Judgement.HOLDS));
        assertThat(new FailureBearsNoUser().judge(answered(read(), 200, result(145, "\"user\":null,"))))
                .containsExactly(Judged.of("OIOI-AUTH-5", Judgement.HOLDS));
        assertThat(new FailureBearsNoUser().judge(answered(read(), 200, result(0, "\"user\":{},"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"first-name\":\"Anna\"}", "[]", "\"anna\"", "false"})
    void of_failures_may_not_bear_a_user_of_any_form(String user) {
        assertThat(new FailureBearsNoUser()
                        .judge(answered(read("a wrong token"), 401, result(145, "\"user\":" + user + ","))))
                .containsExactly(Judged.of(
                        "OIOI-AUTH-5",
                        Judgement.broken(
                                        "user-get-details with a wrong token failed, and its answer bears a user",
                                        "no member user",
                                        "a member user with HTTP 401, result code 145")
                                .at("/user")));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 140, 144})
    void tell_why_a_call_is_refused_or_are_more_general(int code) {
        CodeIsOneOf unknownUser = CodeIsOneOf.of(List.of(ResultCode.UNKNOWN_USERNAME));

        assertThat(unknownUser.judge(answered(read(), 200, result(code)))).isEqualTo(Judgement.HOLDS);
        assertThat(unknownUser.judge(answered(read(), 404, result(code)))).isEqualTo(Judgement.HOLDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101, 141, 145, 200, 230})
    void tell_of_another_refusal(int code) {
        assertThat(CodeIsOneOf.of(List.of(ResultCode.UNKNOWN_USERNAME))
                        .judge(answered(read("a username that nobody has"), 200, result(code))))
                .isEqualTo(Judgement.broken(
                                "user-get-details with a username that nobody has isn't refused for that reason,"
                                        + " unless the target means to hide which accounts there are",
                                "one of the result codes [100, 140, 144]",
                                "HTTP 200, result code " + code)
                        .at("/result/code"));
    }

    @Test
    void of_several_refusals_are_all_allowed() {
        CodeIsOneOf badKey = CodeIsOneOf.of(List.of(ResultCode.INVALID_API_KEY, ResultCode.API_KEY_NOT_ALLOWED));

        for (int code : List.of(100, 200, 210, 220)) {
            assertThat(badKey.judge(answered(read(), 403, result(code)))).isEqualTo(Judgement.HOLDS);
        }
        assertThat(badKey.judge(answered(post(), 401, Exchanges.reason(140, "\"no\""))))
                .isEqualTo(Judgement.broken(
                                "user-post-details isn't refused for that reason",
                                "one of the result codes [100, 200, 210, 220]",
                                "HTTP 401, result code 140, reason \"no\"")
                        .at("/result/code"));
    }

    @Test
    void are_missing_from_an_answer_that_is_not_of_this_API() {
        CodeIsOneOf wrongToken = CodeIsOneOf.of(List.of(ResultCode.INVALID_TOKEN));
        String expected = "one of the result codes [100, 140, 145]";
        String message = "user-get-details isn't refused for that reason";

        assertThat(wrongToken.judge(answered(read(), Answers.empty(401))))
                .isEqualTo(Judgement.broken(message, expected, "HTTP 401, no integer result code"));
        assertThat(wrongToken.judge(answered(read(), 401, "{\"result\":{\"code\":\"145\"}}")))
                .isEqualTo(Judgement.broken(message, expected, "HTTP 401, no integer result code"));
        assertThat(wrongToken.judge(Exchanges.unanswered(read())))
                .isEqualTo(Judgement.broken(message, expected, Exchanges.NO_ANSWER));
    }

    @ParameterizedTest
    @CsvSource({"401, true", "403, true", "404, true", "400, false"})
    void are_stood_for_by_the_status_of_an_error(int status, boolean authentication) {
        Exchange refused = answered(read("a wrong token"), status, "{\"error\": \"no\"}");
        Judgement held = new CodeCanBeMeant().judge(refused).get(0).judgement();

        assertThat(held.equals(Judgement.HOLDS)).isEqualTo(authentication);
        assertThat(new AuthenticationIsRefused().judge(refused).equals(Judgement.HOLDS))
                .isEqualTo(authentication);
        assertThat(CodeIsOneOf.of(List.of(ResultCode.INVALID_TOKEN))
                        .judge(refused)
                        .equals(Judgement.HOLDS))
                .isEqualTo(authentication);
        assertThat(CodeIsOneOf.of(List.of(ResultCode.INVALID_FORMAT))
                        .judge(refused)
                        .equals(Judgement.HOLDS))
                .isNotEqualTo(authentication);
        assertThat(new DetailsAreNotAccepted().judge(refused).equals(Judgement.HOLDS))
                .isNotEqualTo(authentication);
    }

    @ParameterizedTest
    @CsvSource({"401, true", "403, true", "404, false", "400, false"})
    void of_a_refused_key_are_stood_for_by_two_statuses(int status, boolean key) {
        Exchange refused = answered(read("a wrong key", RequestTrait.BAD_CREDENTIALS), status, "{\"error\": {}}");

        assertThat(CodeIsOneOf.of(List.of(ResultCode.INVALID_API_KEY))
                        .judge(refused)
                        .equals(Judgement.HOLDS))
                .isEqualTo(key);
    }

    @Test
    void of_the_wrong_kind_are_stood_for_by_a_status() {
        assertThat(new CodeCanBeMeant().judge(answered(read(), 400, "{\"error\": \"no\"}")))
                .containsExactly(Judged.of(
                        "OIOI-RESULT-2",
                        Judgement.broken(
                                "user-get-details got a result code that can't be meant",
                                "one of the result codes " + ANY,
                                "HTTP 400, an error and no result code")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\": null}", "{}", "no JSON"})
    void are_not_stood_for_by_the_status_alone(String body) {
        assertThat(new AuthenticationIsRefused().judge(answered(read(), 401, body)))
                .isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void count_before_an_error_and_its_status() {
        Exchange refused = answered(read(), 401, result(230, "\"error\":\"no\","));

        assertThat(CodeIsOneOf.of(List.of(ResultCode.INVALID_FORMAT)).judge(refused))
                .isEqualTo(Judgement.HOLDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"145.0", "1.45e2", "145"})
    void may_be_written_in_any_way_that_has_no_fraction(String code) {
        String body = "{\"result\":{\"code\":" + code + ",\"message\":\"m\"}}";

        assertThat(CodeIsOneOf.of(List.of(ResultCode.INVALID_TOKEN)).judge(answered(read(), 401, body)))
                .isEqualTo(Judgement.HOLDS);
        assertThat(new ResultIsGiven().judge(answered(read(), 401, body)))
                .containsExactly(
                        Judged.of("OIOI-RESULT-1", Judgement.HOLDS), Judged.of("OIOI-RESULT-4", Judgement.HOLDS));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 140, 144, 145, 200, 210, 230, 999})
    void are_of_these_calls(int code) {
        assertThat(new CodeIsListed().judge(answered(read(), 200, result(code))))
                .containsExactly(Judged.of("OIOI-RESULT-5", Judgement.HOLDS));
    }

    @ParameterizedTest
    @ValueSource(ints = {141, 142, 143, 146, 149})
    void are_of_another_call(int code) {
        assertThat(new CodeIsListed().judge(answered(read("a wrong token"), 401, result(code))))
                .containsExactly(Judged.of(
                        "OIOI-RESULT-5",
                        Judgement.broken(
                                        "user-get-details with a wrong token got the result code of another call",
                                        "one of the result codes [100, 140, 144, 145]",
                                        "HTTP 401, result code " + code)
                                .at("/result/code")));
    }

    @Test
    void of_an_error_alone_bear_no_user_either() {
        assertThat(new FailureBearsNoUser().judge(answered(read(), 401, "{\"error\":\"no\",\"user\":{}}")))
                .containsExactly(Judged.of(
                        "OIOI-AUTH-5",
                        Judgement.broken(
                                        "user-get-details failed, and its answer bears a user",
                                        "no member user",
                                        "a member user with HTTP 401, an error and no result code")
                                .at("/user")));
    }

    private static Exchange said(int code, String message) {
        return answered(post(), 200, "{\"result\":{\"code\":" + code + ",\"message\":\"" + message + "\"}}");
    }
}
