package io.chargeproof.exchange.policy;

import static io.chargeproof.exchange.policy.Scripted.SAFE;
import static io.chargeproof.exchange.policy.Scripted.none;
import static io.chargeproof.exchange.policy.Scripted.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.NoAnswer.Cause;
import io.chargeproof.exchange.Reply;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.exchange.policy.CircuitBreakerTransport.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CircuitBreakerTransportTest {
    private static final Patience THREE = new Patience(3, Duration.ofSeconds(10));
    private static final Reply SILENCE = none(Cause.TIMEOUT);

    private final List<Duration> waits = new ArrayList<>();
    private final List<String> givenUp = new ArrayList<>();

    @Test
    void gives_a_target_up_that_answers_nothing_and_sends_no_more() {
        Scripted target = new Scripted(SILENCE);
        Scripted looks = new Scripted(SILENCE);
        CircuitBreakerTransport breaker = breaker(target, looks);
        send(breaker, 3);

        Exchange refused = breaker.send(SAFE);
        breaker.send(SAFE);

        assertThat(refused.reply())
                .isEqualTo(new NoAnswer(
                        Cause.GIVEN_UP,
                        "nothing was sent: the target had left 3 attempts in a row and every look at it without an"
                                + " answer"));
        assertThat(target.sent()).isEqualTo(3);
        assertThat(looks.sent()).isEqualTo(4);
        assertThat(givenUp).containsExactly("evc-net");
        assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void never_gives_a_target_up_that_answers_a_control_whatever_it_answers() {
        Scripted target = new Scripted(SILENCE);
        Scripted looks = new Scripted(status(500));
        CircuitBreakerTransport breaker = breaker(target, looks);

        send(breaker, 30);

        assertThat(target.sent()).isEqualTo(30);
        assertThat(looks.sent()).isEqualTo(9);
        assertThat(waits).isEmpty();
    }

    @Test
    void waits_for_a_target_that_restarts() {
        Scripted target = new Scripted(SILENCE, SILENCE, SILENCE, status(200));
        Scripted looks = new Scripted(none(Cause.NOT_CONNECTED), status(503), status(200));
        CircuitBreakerTransport breaker = breaker(target, looks);
        send(breaker, 3);

        assertThat(breaker.send(SAFE).status()).hasValue(200);
        assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void looks_at_nothing_while_some_requests_are_answered() {
        Scripted target = new Scripted(SILENCE, SILENCE, status(400), status(503), status(429), status(200), SILENCE);
        Scripted looks = new Scripted(SILENCE);

        send(breaker(target, looks), 8);

        assertThat(looks.sent()).isZero();
    }

    @Test
    void a_spent_budget_is_no_fault_of_the_target() {
        Scripted target = new Scripted(none(Cause.BUDGET_SPENT));
        Scripted looks = new Scripted(SILENCE);

        send(breaker(target, looks), 10);

        assertThat(target.sent()).isEqualTo(10);
        assertThat(looks.sent()).isZero();
    }

    @Test
    void a_look_that_the_budget_forbids_says_nothing_of_the_target() {
        Scripted target = new Scripted(SILENCE);

        send(breaker(target, new Scripted(none(Cause.BUDGET_SPENT))), 10);

        assertThat(target.sent()).isEqualTo(10);
        assertThat(givenUp).isEmpty();
    }

    @Test
    void gives_up_one_interface_and_not_the_other() {
        Scripted looks = new Scripted(SILENCE);
        CircuitBreakerTransport breaker = breaker(
                request -> new Scripted(request.purpose().api().equals("oioi") ? status(200) : SILENCE).send(request),
                looks);
        send(breaker, 4);

        Exchange other = breaker.send(SAFE.withPurpose(RequestPurpose.of("oioi", "user-get-details")));

        assertThat(other.status()).hasValue(200);
        assertThat(breaker.send(SAFE).status()).isEmpty();
    }

    @Test
    void counts_every_attempt_of_a_request() {
        Scripted target = new Scripted(SILENCE);

        send(new CircuitBreakerTransport(request -> target.send(request).withAttempts(4), 8), 5);

        assertThat(target.sent()).isEqualTo(2);
    }

    @Test
    void without_controls_it_is_given_up_unlooked_at() {
        Scripted target = new Scripted(SILENCE);

        send(new CircuitBreakerTransport(target, 2), 5);

        assertThat(target.sent()).isEqualTo(2);
    }

    @Test
    void a_look_is_known_as_a_control() {
        List<RequestPurpose> seen = new ArrayList<>();
        CircuitBreakerTransport breaker = breaker(new Scripted(SILENCE), request -> {
            seen.add(request.purpose());
            return new Scripted(status(200)).send(request);
        });

        send(breaker, 4);

        assertThat(seen).containsExactly(SAFE.purpose().as("a control").with(RequestTrait.CONTROL));
    }

    @Test
    void refuses_patience_that_cannot_be() {
        assertThatThrownBy(() -> new Patience(0, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("patience lasts for one attempt or more, not 0");
    }

    private CircuitBreakerTransport breaker(
            io.chargeproof.exchange.Transport target, io.chargeproof.exchange.Transport looks) {
        return new CircuitBreakerTransport(target, looks, api -> List.of(SAFE), THREE, waits::add, givenUp::add);
    }

    private static void send(CircuitBreakerTransport breaker, int times) {
        for (int i = 0; i < times; i++) {
            breaker.send(SAFE);
        }
    }
}
