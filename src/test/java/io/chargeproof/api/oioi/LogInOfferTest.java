package io.chargeproof.api.oioi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether a target offers to log in users, by what a right log-in and an unknown call got; a code of -1 stands for none. */
class LogInOfferTest {
    @ParameterizedTest
    @CsvSource({
        "200,   0, 400, 230, true",
        "401, 141, 400, 230, true",
        "200, 140, 200, 230, true",
        "200, 100, 200, 230, true",
        "500, 100, 400, 230, true",
        "500,  -1, 400, 230, true",
        "401,  -1, 400,  -1, true",
        "400, 230, 400, 230, false",
        "400, 230, 200, 200, false",
        "200, 200, 400, 230, false",
        "200, 300, 200, 230, false",
        "200, 181, 200, 230, false",
        "404,  -1, 400, 230, false",
        "403,  -1, 400, 230, false",
        "403, 210, 400, 230, false",
        "403, 220, 400, 230, false",
        "302,  -1, 400, 230, false",
        "401, 140, 401, 140, false",
        "200, 100, 200, 100, false",
        "500,  -1, 500,  -1, false",
        "501,  -1, 501,  -1, false",
        "401,  -1, 401,  -1, false"
    })
    void is_told_from_a_call_that_nobody_knows(
            int status, int code, int unknownStatus, int unknownCode, boolean offered) {
        assertThat(LogInOffer.isShownBy(answer(status, code), () -> answer(unknownStatus, unknownCode)))
                .isEqualTo(offered);
    }

    @ParameterizedTest
    @CsvSource({"200, 0", "400, 230", "403, 220", "404, -1"})
    void is_asked_of_no_unknown_call_where_one_answer_tells(int status, int code) {
        LogInOffer.isShownBy(answer(status, code), () -> {
            throw new AssertionError("asked for");
        });
    }

    private static UserAnswer answer(int status, int code) {
        JsonNode body = JsonMapper.shared()
                .readTree(code < 0 ? "{\"error\":\"no\"}" : "{\"result\":{\"code\":" + code + ",\"message\":\"m\"}}");
        return new UserAnswer(status, body);
    }
}
