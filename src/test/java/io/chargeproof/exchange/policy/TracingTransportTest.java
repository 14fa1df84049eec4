package io.chargeproof.exchange.policy;

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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TracingTransportTest {
    private static final HttpRequest REQUEST = new HttpRequest(
            HttpMethod.GET,
            URI.create("http://localhost/"),
            Headers.NONE.with("accept", "application/json"),
            Body.EMPTY,
            RequestPurpose.of("oioi", "user-get-details"),
            Idempotency.SAFE);

    @Test
    void gives_each_attempt_a_trace_of_its_own_that_the_exchange_shows() {
        TracingTransport traced = new TracingTransport(request -> new Exchange(
                0, request, new HttpAnswer(200, Headers.NONE, Body.EMPTY, false), 1, Instant.EPOCH, Duration.ZERO));
        Set<String> traces = new HashSet<>();

        HttpRequest sent = REQUEST;
        for (int i = 0; i < 100; i++) {
            sent = traced.send(sent).request();
            assertThat(sent.headers().fields()).map(Headers.Field::name).isEqualTo(List.of("accept", "traceparent"));
            assertThat(sent.headers().first("traceparent").orElseThrow()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
            traces.add(sent.headers().first("traceparent").orElseThrow().substring(3, 35));
        }

        assertThat(traces).hasSize(100);
    }
}
