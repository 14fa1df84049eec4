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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AnswersAreJsonTest {
    private static final String EXPECTED = "well-formed JSON in UTF-8 with a JSON media type";
    private static final String PAGE = "<html><body>Oops</body></html>";

    private final AnswersAreJson check = new AnswersAreJson();

    static Stream<Exchange> json() {
        return Stream.of(
                answered(Exchanges.create(), 200, "{\"data\":{\"id\":7}}"),
                answered(Exchanges.create(), 400, "{\"data\":\"no email\"}"),
                answered(Exchanges.update(), 200, "\"done\""),
                answered(Exchanges.update(), 400, "{\"data\":\"no email\"}"),
                answered(Exchanges.attach(), 404, "{}"),
                answered(Exchanges.update(), Answers.typed(200, "application/json; charset=utf-8", "{}")),
                answered(Exchanges.update(), Answers.typed(400, "application/problem+json", "{}")));
    }

    @ParameterizedTest
    @MethodSource("json")
    void holds_for_JSON(Exchange exchange) {
        assertThat(check.judge(exchange)).containsExactly(Judged.of("EVC-HTTP-3", Judgement.HOLDS));
    }

    static Stream<Exchange> without_a_body() {
        return Stream.of(
                answered(Exchanges.create(), 200),
                answered(Exchanges.create(), 400),
                answered(Exchanges.update(), 400),
                answered(Exchanges.attach(), 400));
    }

    @ParameterizedTest
    @MethodSource("without_a_body")
    void is_broken_by_an_answer_that_lacks_its_body(Exchange exchange) {
        String where = "the HTTP " + exchange.status().orElseThrow() + " answer to "
                + exchange.request().purpose().operation();

        assertThat(check.judge(exchange))
                .containsExactly(Judged.of(
                        "EVC-HTTP-3",
                        Judgement.broken(where + " isn't JSON: there is no body", EXPECTED, "there is no body")));
    }

    @Test
    void holds_for_a_refusal_of_the_token_without_a_body() {
        assertThat(check.judge(answered(Exchanges.create(), 403)))
                .containsExactly(Judged.of("EVC-HTTP-4", Judgement.HOLDS));
    }

    static Stream<Exchange> that_may_have_no_body() {
        return Stream.of(
                answered(Exchanges.update(), 200),
                answered(Exchanges.attach(), 200),
                answered(Exchanges.create(), 201),
                answered(Exchanges.update(), 500));
    }

    @ParameterizedTest
    @MethodSource("that_may_have_no_body")
    void does_not_speak_of_an_answer_that_may_have_no_body(Exchange exchange) {
        assertThat(check.judge(exchange)).isEmpty();
    }

    @Test
    void is_broken_by_a_page_in_place_of_JSON() {
        String why = "Unexpected character ('<' (code 60)): expected a valid value"
                + " (JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

        assertThat(check.judge(answered(Exchanges.update(), Answers.typed(500, "text/html", PAGE))))
                .containsExactly(Judged.of(
                        "EVC-HTTP-3",
                        Judgement.broken("the HTTP 500 answer to update isn't JSON: " + why, EXPECTED, why)));
    }

    @Test
    void is_broken_by_JSON_under_another_media_type() {
        assertThat(check.judge(answered(
                        Exchanges.create("{}", "a wrong country"), Answers.typed(400, "text/html", "{\"data\":1}"))))
                .containsExactly(Judged.of(
                        "EVC-HTTP-3",
                        Judgement.broken(
                                "the HTTP 400 answer to create with a wrong country is JSON, but its Content-Type is"
                                        + " 'text/html'",
                                EXPECTED,
                                "Content-Type: text/html")));
    }

    @Test
    void judges_the_body_of_a_403_as_a_row_of_its_own() {
        assertThat(check.judge(answered(Exchanges.create(), 403, "{}")))
                .containsExactly(Judged.of("EVC-HTTP-4", Judgement.HOLDS));
        assertThat(check.judge(answered(Exchanges.create(), Answers.typed(403, "text/plain", "no"))))
                .containsExactly(Judged.of(
                        "EVC-HTTP-4",
                        Judgement.broken(
                                "the HTTP 403 answer to create isn't JSON: Unrecognized token 'no': was expecting"
                                        + " (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
                                EXPECTED,
                                "Unrecognized token 'no': was expecting"
                                        + " (JSON String, Number, Array, Object or token 'null', 'true' or 'false')")));
    }

    @ParameterizedTest
    @EnumSource(names = {"GET", "PATCH", "DELETE"})
    void does_not_speak_of_methods_that_are_not_offered(HttpMethod method) {
        assertThat(check.judge(answered(Exchanges.other(method), Answers.typed(400, "text/html", PAGE))))
                .isEmpty();
    }

    @Test
    void does_not_speak_of_answers_whose_status_is_left_open() {
        HttpRequest open =
                Exchanges.update().withPurpose(Exchanges.update().purpose().with(RequestTrait.STATUS_OPEN));
        HttpRequest large = Exchanges.create("x".repeat((1 << 20) + 1));

        assertThat(check.judge(answered(open, Answers.typed(404, "text/html", PAGE))))
                .isEmpty();
        assertThat(check.judge(answered(open, Answers.typed(400, "text/html", PAGE))))
                .isEmpty();
        assertThat(check.judge(answered(large, Answers.typed(413, "text/html", PAGE))))
                .isEmpty();
    }

    @Test
    void does_not_speak_of_a_request_without_an_answer() {
        assertThat(check.judge(Exchanges.unanswered(Exchanges.create()))).isEmpty();
    }
}
