package io.chargeproof.api.evcnet;

import static io.chargeproof.api.evcnet.Exchanges.answered;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Invariant.Judged;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.StatusRange;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EveryStatusIsDocumentedTest {
    private static final int ONE_MEBIBYTE = 1 << 20;

    private final EveryStatusIsDocumented check = new EveryStatusIsDocumented();

    static Stream<Exchange> documented() {
        return Stream.of(Exchanges.create(), Exchanges.update(), Exchanges.attach())
                .flatMap(request -> Stream.of(200, 400, 403).map(status -> answered(request, status)));
    }

    @ParameterizedTest
    @MethodSource("documented")
    void holds_for_the_three_documented_statuses(Exchange exchange) {
        holds(exchange);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                201, 202, 204, 206, 301, 302, 304, 401, 402, 404, 405, 409, 410, 413, 414, 415, 418, 422, 431, 500, 501
            })
    void is_broken_by_any_other_status(int status) {
        unknown(answered(Exchanges.create(), status), "create", status);
        unknown(answered(Exchanges.update(), status), "update", status);
        unknown(answered(Exchanges.attach(), status), "attach-card", status);
    }

    @Test
    void says_what_was_special_about_the_request() {
        unknown(answered(Exchanges.create("{}", "a wrong token"), 401), "create with a wrong token", 401);
    }

    @ParameterizedTest
    @EnumSource(names = {"GET", "PATCH"})
    void does_not_speak_of_methods_that_are_not_offered(HttpMethod method) {
        assertThat(check.judge(answered(Exchanges.other(method), 404))).isEmpty();
        assertThat(check.judge(answered(Exchanges.other(method), 500))).isEmpty();
    }

    @Test
    void lets_a_delete_be_refused_in_any_way_but_a_server_error() {
        holds(answered(Exchanges.other(HttpMethod.DELETE), 404));
        holds(answered(Exchanges.other(HttpMethod.DELETE), 501));
        assertThat(check.judge(answered(Exchanges.other(HttpMethod.DELETE), 500)))
                .singleElement()
                .satisfies(judged -> assertThat(judged.judgement()).isInstanceOf(Judgement.Broken.class));
    }

    @Test
    void does_not_speak_of_a_request_without_an_answer() {
        assertThat(check.judge(Exchanges.unanswered(Exchanges.create()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 302, 400, 403, 404, 405, 406, 415, 422})
    void only_records_a_status_that_is_left_open(int status) {
        holds(answered(open(Exchanges.create()), status));
        holds(answered(open(Exchanges.update()), status));
        holds(answered(open(Exchanges.other(HttpMethod.DELETE)), status));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 505})
    void is_broken_by_a_server_error_even_where_the_status_is_left_open(int status) {
        assertThat(check.judge(answered(open(Exchanges.update()), status)))
                .containsExactly(Judged.of(
                        "EVC-HTTP-2",
                        Judgement.broken("update got a server error", "any status below 500", "HTTP " + status)
                                .rightWith(StatusRange.below(500))));
    }

    @Test
    void lets_a_server_say_that_it_does_not_know_DELETE() {
        holds(answered(open(Exchanges.other(HttpMethod.DELETE)), 501));
        assertThat(check.judge(answered(open(Exchanges.other(HttpMethod.DELETE)), 500)))
                .containsExactly(Judged.of(
                        "EVC-HTTP-2",
                        Judgement.broken("other got a server error", "any status below 500", "HTTP 500")
                                .rightWith(StatusRange.below(500))));
    }

    @Test
    void lets_a_body_of_more_than_1_MiB_be_too_large() {
        String mebibyte = "x".repeat(ONE_MEBIBYTE);

        holds(answered(Exchanges.create(mebibyte + "x"), 413));
        unknown(answered(Exchanges.create(mebibyte), 413), "create", 413);
        unknown(answered(Exchanges.create(mebibyte + "x"), 500), "create", 500);
        unknown(answered(Exchanges.create(mebibyte + "x"), 404), "create", 404);
    }

    @ParameterizedTest
    @ValueSource(ints = {414, 431})
    void lets_an_address_or_a_header_be_too_long(int status) {
        HttpRequest update = Exchanges.update();
        HttpRequest farAway = new HttpRequest(
                HttpMethod.PUT,
                URI.create("https://evc.example.com/api/rest/customer/" + "9".repeat(2_000)),
                update.headers(),
                update.body(),
                update.purpose(),
                update.resend());

        holds(answered(farAway, status));
        holds(answered(update.withHeaders(update.headers().with("X-Long", "x".repeat(8_001))), status));
        unknown(answered(farAway, 404), "update", 404);
        unknown(
                answered(update.withHeaders(update.headers().with("X-Long", "x".repeat(8_000))), status),
                "update",
                status);
    }

    @Test
    void takes_an_address_of_2000_characters_for_a_short_one() {
        holds(answered(ofLength(2_001), 414));
        unknown(answered(ofLength(2_000), 414), "update", 414);
    }

    @Test
    void lets_a_body_without_a_type_or_with_a_charset_be_of_an_unsupported_one() {
        HttpRequest create = Exchanges.create();
        HttpRequest untyped = create.withHeaders(create.headers().without("Content-Type"));

        holds(answered(untyped, 415));
        unknown(answered(untyped, 404), "create", 404);
        unknown(answered(create, 415), "create", 415);
        holds(answered(
                create.withHeaders(create.headers().with("Content-Type", "application/json; charset=utf-8")), 415));
        assertThat(create.body()).isNotEqualTo(Body.EMPTY);
    }

    private static HttpRequest ofLength(int length) {
        HttpRequest update = Exchanges.update();
        String address = "https://evc.example.com/api/rest/customer/";
        return new HttpRequest(
                HttpMethod.PUT,
                URI.create(address + "9".repeat(length - address.length())),
                update.headers(),
                update.body(),
                update.purpose(),
                update.resend());
    }

    private static HttpRequest open(HttpRequest request) {
        return request.withPurpose(request.purpose().with(RequestTrait.STATUS_OPEN));
    }

    private void holds(Exchange exchange) {
        assertThat(check.judge(exchange)).containsExactly(Judged.of("EVC-HTTP-2", Judgement.HOLDS));
    }

    private void unknown(Exchange exchange, String what, int status) {
        assertThat(check.judge(exchange))
                .containsExactly(Judged.of(
                        "EVC-HTTP-2",
                        Judgement.broken(
                                        what + " got a status that the document doesn't know",
                                        "HTTP 200, 400 or 403",
                                        "HTTP " + status)
                                .rightWith(Set.of(200, 400, 403))));
    }
}
