package io.chargeproof.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.RequestPurpose;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final HttpRequest READ = new HttpRequest(
            HttpMethod.POST,
            URI.create("http://127.0.0.1/api/v4/request"),
            Headers.NONE,
            Body.EMPTY,
            RequestPurpose.of("oioi", "user-get-details"),
            Idempotency.SAFE);

    private final Session session = new Session("a connection that carried a read before no. 1");

    @Test
    void says_which_connection_a_request_shares() {
        HttpRequest carried = session.carried(READ);

        assertThat(carried.purpose().sharesConnection()).isTrue();
        assertThat(carried.purpose().inWords())
                .isEqualTo("user-get-details, on a connection that carried a read before");
        assertThat(carried.headers()).isEqualTo(Headers.NONE);
    }

    @Test
    void brings_back_the_cookies_that_came() {
        session.note(answer("sid=a=b; Path=/; HttpOnly", "lang=de"));
        session.note(answer("lang=en", "nothing", "=nothing"));

        assertThat(session.carried(READ).headers().first("Cookie")).contains("sid=a=b; lang=en");
    }

    @Test
    void takes_no_other_field_for_a_cookie() {
        HttpAnswer answer = new HttpAnswer(
                200, new Headers(List.of(new Headers.Field("Link", "a=b; rel=next"))), Body.EMPTY, false);
        session.note(new Exchange(1, READ, answer, 1, Instant.EPOCH, Duration.ZERO));

        assertThat(session.carried(READ).headers()).isEqualTo(Headers.NONE);
    }

    private static Exchange answer(String... cookies) {
        List<Headers.Field> fields = List.of(cookies).stream()
                .map(cookie -> new Headers.Field("set-cookie", cookie))
                .toList();
        return new Exchange(
                1, READ, new HttpAnswer(200, new Headers(fields), Body.EMPTY, false), 1, Instant.EPOCH, Duration.ZERO);
    }
}
