package io.chargeproof.api.evcnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Headers.Field;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.RequestPurpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerRequestsTest {
    private final CustomerRequests requests = new CustomerRequests(Exchanges.TARGET, 41);

    @Test
    void create_a_customer_by_POST() {
        HttpRequest request = requests.create(Body.of("{}"));

        assertThat(request.method()).isEqualTo(HttpMethod.POST);
        assertThat(request.uri()).hasToString("https://evc.example.com/base/api/rest/customer");
        assertThat(request.headers().fields())
                .containsExactly(
                        new Field("accept", "application/json"),
                        new Field("X-Request-ID", "41"),
                        new Field("x-api-version", "1.1.1"),
                        new Field("Authorization", "Token " + Exchanges.TOKEN),
                        new Field("content-type", "application/json"));
        assertThat(request.body()).isEqualTo(Body.of("{}"));
        assertThat(request.purpose()).isEqualTo(RequestPurpose.of("evc-net", "create"));
        assertThat(request.resend()).isEqualTo(Idempotency.UNLESS_CARRIED_OUT);
    }

    @Test
    void update_a_customer_and_attach_cards_by_PUT() {
        HttpRequest update = requests.update("1042", Body.of("{}"));
        HttpRequest attach = requests.attach("1042", Body.of("{}"));

        assertThat(update.method()).isEqualTo(HttpMethod.PUT);
        assertThat(update.uri()).hasToString("https://evc.example.com/base/api/rest/customer/1042");
        assertThat(update.purpose()).isEqualTo(RequestPurpose.of("evc-net", "update"));
        assertThat(update.resend()).isEqualTo(Idempotency.SAFE);
        assertThat(attach.uri()).isEqualTo(update.uri());
        assertThat(attach.purpose()).isEqualTo(RequestPurpose.of("evc-net", "attach-card"));
    }

    @ParameterizedTest
    @CsvSource({"a b, a%20b", "a/b, a%2Fb", "a+b, a%2Bb", "50%, 50%25", "é, %C3%A9", "a?b#c, a%3Fb%23c"})
    void encode_an_id_as_one_segment(String id, String segment) {
        assertThat(requests.update(id, Body.EMPTY).uri())
                .hasToString("https://evc.example.com/base/api/rest/customer/" + segment);
    }

    @Test
    void number_each_request_and_start_again_at_the_end_of_32_bits() {
        CustomerRequests last = new CustomerRequests(Exchanges.TARGET, Integer.MAX_VALUE);

        assertThat(requestId(requests.create(Body.EMPTY))).isEqualTo("41");
        assertThat(requestId(requests.update("1", Body.EMPTY))).isEqualTo("42");
        assertThat(requestId(last.create(Body.EMPTY))).isEqualTo("2147483647");
        assertThat(requestId(last.create(Body.EMPTY))).isEqualTo("1");
    }

    @Test
    void send_no_type_where_there_is_no_body() {
        assertThat(requests.of(HttpMethod.GET, "/1", Body.EMPTY, Operation.OTHER)
                        .headers()
                        .first("Content-Type"))
                .isEmpty();
        assertThat(requests.of(HttpMethod.PATCH, "/1", Body.of("{}"), Operation.OTHER)
                        .headers()
                        .first("Content-Type"))
                .contains("application/json");
    }

    private static String requestId(HttpRequest request) {
        return request.headers().first("X-Request-ID").orElseThrow();
    }
}
