package io.chargeproof.api.evcnet;

import static io.chargeproof.api.evcnet.Exchanges.answered;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Answers;
import io.chargeproof.check.Invariant.Judged;
import io.chargeproof.check.Judgement;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsSayWhatWasWrongTest {
    private final ErrorsSayWhatWasWrong check = new ErrorsSayWhatWasWrong();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\": \"email is missing\"}",
                "{\"data\": [\"email is missing\"]}",
                "{\"data\": {\"email\": \"is missing\"}}",
                "{\"data\": {\"errors\": [{\"field\": \"email\", \"code\": 12}]}}",
                "{\"data\": {\"email\": null, \"city\": \"is missing\"}}",
                "{\"data\": 1042}",
                "{\"success\": false, \"data\": \"email\"}"
            })
    void holds_for_data_of_any_type_that_says_something(String body) {
        assertThat(check.judge(answered(Exchanges.create(), 400, body)))
                .containsExactly(Judged.of("EVC-CREATE-6", Judgement.HOLDS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}                         | no member data",
                "{\"error\": \"email\"}     | no member data",
                "{\"Data\": \"email\"}      | no member data",
                "[{\"data\": \"email\"}]    | no member data",
                "\"email is missing\"       | no member data",
                "{\"error\": {\"data\": 1}} | no member data",
                "<html>                     | no member data",
                "{\"data\": null}           | data is null",
                "{\"data\": \"\"}           | data is \"\"",
                "{\"data\": \" \\n\"}       | data is \" \\n\"",
                "{\"data\": []}             | data is []",
                "{\"data\": {}}             | data is {}",
                "{\"data\": false}          | data is false",
                "{\"data\": [true]}         | data is [true]",
                "{\"data\": {\"errors\": []}} | data is {\"errors\":[]}",
                "{\"data\": {\"email\": false}} | data is {\"email\":false}",
                "{\"data\": [null, \"\"]}   | data is [null,\"\"]",
            })
    void is_broken_by_data_that_says_nothing(String body, String actual) {
        assertThat(check.judge(answered(Exchanges.update(), 400, body)))
                .containsExactly(Judged.of("EVC-CREATE-6", saysNothing("update", actual)));
    }

    @Test
    void is_broken_by_an_answer_without_a_body() {
        assertThat(check.judge(answered(Exchanges.create("{}", "a comment"), 400)))
                .containsExactly(Judged.of("EVC-CREATE-6", saysNothing("create with a comment", "no member data")));
    }

    @Test
    void shows_the_beginning_of_long_data() {
        String nulls = "null,".repeat(40) + "null";

        assertThat(check.judge(answered(Exchanges.create(), 400, "{\"data\":[" + nulls + "]}")))
                .containsExactly(
                        Judged.of("EVC-CREATE-6", saysNothing("create", "data is [" + nulls.substring(0, 79) + "…")));
    }

    @Test
    void shows_data_of_80_characters_whole() {
        String blank = "\"" + " ".repeat(78) + "\"";

        assertThat(check.judge(answered(Exchanges.create(), 400, "{\"data\":" + blank + "}")))
                .containsExactly(Judged.of("EVC-CREATE-6", saysNothing("create", "data is " + blank)));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403, 404, 422, 500})
    void does_not_speak_of_other_statuses(int status) {
        assertThat(check.judge(answered(Exchanges.create(), status, "{}"))).isEmpty();
    }

    @Test
    void does_not_speak_of_answers_that_are_left_open() {
        HttpRequest open =
                Exchanges.update().withPurpose(Exchanges.update().purpose().with(RequestTrait.STATUS_OPEN));

        assertThat(check.judge(answered(open, 400))).isEmpty();
        assertThat(check.judge(answered(Exchanges.other(HttpMethod.GET), 400))).isEmpty();
        assertThat(check.judge(answered(Exchanges.other(HttpMethod.PATCH), Answers.empty(400))))
                .isEmpty();
    }

    @Test
    void does_not_speak_of_a_request_without_an_answer() {
        Exchange exchange = Exchanges.unanswered(Exchanges.create());

        assertThat(check.judge(exchange)).isEmpty();
    }

    private static Judgement saysNothing(String what, String actual) {
        return Judgement.broken(
                "the HTTP 400 answer to " + what + " doesn't say what was wrong",
                "a member data that is neither null nor empty",
                actual);
    }
}
