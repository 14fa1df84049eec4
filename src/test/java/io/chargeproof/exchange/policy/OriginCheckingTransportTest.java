package io.chargeproof.exchange.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.Origin;
import io.chargeproof.exchange.RequestPurpose;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginCheckingTransportTest {
    private final List<HttpRequest> sent = new ArrayList<>();
    private final OriginCheckingTransport own = new OriginCheckingTransport(
            request -> {
                sent.add(request);
                return new Exchange(
                        1, request, new NoAnswer(NoAnswer.Cause.RESET, "gone"), 1, Instant.EPOCH, Duration.ZERO);
            },
            Set.of(Origin.of(URI.create("https://evc-a.evc-net.com"))));

    @ParameterizedTest
    @ValueSource(strings = {"https://evc-a.evc-net.com/x", "HTTPS://EVC-A.evc-net.com:443/y?z"})
    void let_pass_what_goes_to_the_target(String address) {
        own.send(request(address));

        assertThat(sent).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evc-a.evc-net.com:443/x",
                "https://evc-a.evc-net.com:8443/x",
                "https://evc-a.evc-net.com.attacker.example/x",
                "https://www.evc-net.com/x"
            })
    void send_nothing_elsewhere(String address) {
        assertThatThrownBy(() -> own.send(request(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("it would go to " + Origin.of(URI.create(address))
                        + ", which isn't the target's address (https://evc-a.evc-net.com:443); nothing was sent");
        assertThat(sent).isEmpty();
    }

    @Test
    void take_credentials_before_a_host_for_no_address_at_all() {
        assertThatThrownBy(() -> own.send(request("https://evc-a.evc-net.com@www.evc-net.com:18102/stolen")))
                .hasMessage("the address doesn't lead to one host");
        assertThat(sent).isEmpty();
    }

    private static HttpRequest request(String address) {
        return new HttpRequest(
                HttpMethod.GET,
                URI.create(address),
                new Headers(List.of()),
                Body.EMPTY,
                RequestPurpose.of("evc-net", "create"),
                Idempotency.SAFE);
    }
}
