package io.chargeproof.api.evcnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.NoAnswer.Cause;
import io.chargeproof.exchange.Reply;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.profile.Secret;
import io.chargeproof.teststate.Identities;
import io.chargeproof.teststate.Journal;
import io.chargeproof.teststate.JournalEntry.CardKept;
import io.chargeproof.teststate.JournalEntry.CardSpent;
import io.chargeproof.teststate.JournalEntry.CustomerAnswered;
import io.chargeproof.teststate.JournalEntry.CustomerAsked;
import io.chargeproof.teststate.JournalEntry.Fate;
import io.chargeproof.teststate.RunIdentity;
import io.chargeproof.teststate.StateStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalingTransportTest {
    private static final String BASE = "https://evc.example.com";
    private static final String CUSTOMERS = BASE + "/api/rest/customer";

    private static final RunIdentity RUN =
            Identities.of("r1", Instant.EPOCH, "acceptance", "acceptance", null, null, List.of());
    private final Journal ledger = StateStore.inMemory().ledger(RUN);
    private final List<List<String>> knownWhenSent = new ArrayList<>();

    @Test
    void takes_down_a_customer_before_it_is_created_and_what_came_of_it() {
        send(post("{\"object_id\": \"CP1\"}"), answer(200));

        assertThat(knownWhenSent).containsExactly(List.of("CustomerAsked"));
        assertThat(ledger.entries())
                .satisfiesExactly(
                        asked -> assertThat(((CustomerAsked) asked).objectId()).isEqualTo("CP1"),
                        answered -> assertThat(answered).isEqualTo(new CustomerAnswered(1, Fate.CREATED, "id of CP1")));
    }

    @Test
    void takes_down_a_customer_of_a_body_that_is_broken() {
        send(post("{\"object_id\": \"CP1\",}"), answer(400));

        assertThat(ledger.entries())
                .satisfiesExactly(
                        asked -> assertThat(((CustomerAsked) asked).objectId()).isEqualTo("CP1"),
                        answered -> assertThat(answered).isEqualTo(new CustomerAnswered(1, Fate.NOT_CREATED, "")));
    }

    @Test
    void cannot_tell_where_the_answer_was_lost() {
        send(post("{}"), new NoAnswer(Cause.RESET, "reset"));
        send(post("{}"), new NoAnswer(Cause.NOT_CONNECTED, "no connection"));
        send(post("{}"), answer(500));

        assertThat(ledger.entries().stream()
                        .filter(CustomerAnswered.class::isInstance)
                        .map(entry -> ((CustomerAnswered) entry).fate()))
                .containsExactly(Fate.UNKNOWN, Fate.NOT_CREATED, Fate.UNKNOWN);
    }

    /** A customer that may have been created is listed for whoever cleans up. */
    @ParameterizedTest
    @CsvSource({
        "199, UNKNOWN",
        "200, CREATED",
        "299, CREATED",
        "300, NOT_CREATED",
        "400, NOT_CREATED",
        "408, UNKNOWN",
        "409, NOT_CREATED",
        "429, NOT_CREATED",
        "499, NOT_CREATED",
        "500, UNKNOWN",
        "503, UNKNOWN"
    })
    void tells_by_the_status_what_became_of_a_customer(int status, Fate fate) {
        Exchange exchange = send(post("{\"object_id\": \"CP1\"}"), answer(status));

        assertThat(exchange.status()).contains(status);
        assertThat(ledger.entries())
                .last()
                .isEqualTo(new CustomerAnswered(1, fate, fate == Fate.CREATED ? "id of CP1" : ""));
    }

    @Test
    void takes_down_the_cards_of_the_pool_before_they_are_attached() {
        send(
                put("/4711", "{\"card_list\":[{\"card_external_id\":\"card-1\"},{\"card_external_id\":\"stranger\"}]}"),
                answer(200));

        assertThat(knownWhenSent).containsExactly(List.of("CardSpent"));
        assertThat(ledger.entries()).satisfiesExactly(spent -> {
            assertThat(((CardSpent) spent).card()).isEqualTo("card-1");
            assertThat(((CardSpent) spent).customer()).isEqualTo("4711");
        });
    }

    @Test
    void gives_cards_back_that_never_left() {
        send(put("/4711", "[\"card-2\"]"), new NoAnswer(Cause.BUDGET_SPENT, "the budget is spent"));
        send(put("/4711", "[\"card-2\"]"), new NoAnswer(Cause.TIMEOUT, "timeout"));

        assertThat(ledger.entries()).hasSize(3).contains(new CardKept("card-2"));
    }

    @Test
    void spends_no_card_on_the_customer_that_keeps_them_all() {
        send(put("/9000", "[\"card-1\"]"), answer(200));
        send(request(HttpMethod.POST, "https://oioi.example.com/request", "card-1"), answer(200));

        assertThat(ledger.entries()).isEmpty();
    }

    private Exchange send(HttpRequest request, Reply reply) {
        return new JournalingTransport(
                        sent -> {
                            knownWhenSent.add(ledger.entries().stream()
                                    .map(entry -> entry.getClass().getSimpleName())
                                    .toList());
                            return new Exchange(1, sent, reply, 1, Instant.EPOCH, Duration.ZERO);
                        },
                        ledger,
                        target(),
                        (exchange, objectId) -> "id of " + objectId)
                .send(request);
    }

    private static EvcNetTarget target() {
        return new EvcNetTarget(
                URI.create(BASE),
                new Secret("TOKEN", "secret"),
                null,
                Map.of(),
                Map.of(),
                "example.com",
                List.of("card-1", "card-2"),
                "9000",
                null);
    }

    private static HttpRequest post(String body) {
        return request(HttpMethod.POST, CUSTOMERS, body);
    }

    private static HttpRequest put(String rest, String body) {
        return request(HttpMethod.PUT, CUSTOMERS + rest, body);
    }

    private static HttpRequest request(HttpMethod method, String address, String body) {
        return new HttpRequest(
                method,
                URI.create(address),
                Headers.NONE,
                Body.of(body),
                RequestPurpose.of("evc-net", "any"),
                Idempotency.UNLESS_CARRIED_OUT);
    }

    private static HttpAnswer answer(int status) {
        return new HttpAnswer(status, Headers.NONE, Body.EMPTY, false);
    }
}
