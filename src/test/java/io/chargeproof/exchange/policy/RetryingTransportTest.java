package io.chargeproof.exchange.policy;

import static io.chargeproof.exchange.policy.Scripted.ONCE;
import static io.chargeproof.exchange.policy.Scripted.SAFE;
import static io.chargeproof.exchange.policy.Scripted.UNLESS_CARRIED_OUT;
import static io.chargeproof.exchange.policy.Scripted.none;
import static io.chargeproof.exchange.policy.Scripted.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.NoAnswer.Cause;
import io.chargeproof.exchange.Reply;
import io.chargeproof.exchange.Transport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryingTransportTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private final List<Duration> waits = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 502, 503, 504})
    void sends_again_what_the_environment_stood_against(int status) {
        Scripted target = new Scripted(status(status), status(200));

        Exchange exchange = retrying(target, 3).send(SAFE);

        assertThat(exchange.status()).hasValue(200);
        assertThat(exchange.attempts()).isEqualTo(2);
        assertThat(waits).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"BUDGET_SPENT", "WITHHELD", "IN_USE"})
    void sends_again_what_got_no_answer(Cause cause) {
        Scripted target = new Scripted(none(cause), status(200));

        assertThat(retrying(target, 3).send(SAFE).attempts()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 400, 403, 404, 500, 501, 505})
    void takes_any_other_answer_as_it_is(int status) {
        Scripted target = new Scripted(status(status));

        Exchange exchange = retrying(target, 3).send(SAFE);

        assertThat(exchange.status()).hasValue(status);
        assertThat(exchange.attempts()).isEqualTo(1);
        assertThat(target.sent()).isEqualTo(1);
    }

    @Test
    void gives_up_after_the_last_retry_with_what_came_last() {
        Scripted target = new Scripted(status(502), status(503), status(504), status(429), status(200));

        Exchange exchange = retrying(target, 3).send(SAFE);

        assertThat(exchange.status()).hasValue(429);
        assertThat(exchange.attempts()).isEqualTo(4);
    }

    @Test
    void tells_what_earlier_attempts_were_answered() {
        Scripted target = new Scripted(status(503), none(Cause.RESET), status(429), status(200));

        Exchange exchange = retrying(target, 3).send(SAFE);

        assertThat(exchange.earlier())
                .extracting(Exchange::outcomeInWords, Exchange::attempts)
                .containsExactly(tuple("HTTP 503", 1), tuple("HTTP 429", 3));
    }

    @Test
    void sends_once_where_there_are_no_retries() {
        Scripted target = new Scripted(status(503));

        assertThat(retrying(target, 0).send(SAFE).attempts()).isEqualTo(1);
        assertThat(waits).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"429, 2", "503, 2", "408, 1", "502, 1", "504, 1"})
    void sends_a_create_again_only_where_it_was_refused(int status, int attempts) {
        Scripted target = new Scripted(status(status), status(200));

        assertThat(retrying(target, 3).send(UNLESS_CARRIED_OUT).attempts()).isEqualTo(attempts);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 502, 503, 504})
    void never_sends_again_what_may_be_sent_but_once(int status) {
        Scripted target = new Scripted(status(status), status(200));

        assertThat(retrying(target, 3).send(ONCE).attempts()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void sends_a_create_again_only_where_it_never_left(Cause cause) {
        Scripted target = new Scripted(none(cause), status(200));
        boolean neverLeft = cause == Cause.NOT_CONNECTED || cause == Cause.UNKNOWN_HOST;

        assertThat(retrying(target, 3).send(UNLESS_CARRIED_OUT).attempts()).isEqualTo(neverLeft ? 2 : 1);
        assertThat(retrying(new Scripted(none(cause), status(200)), 3)
                        .send(ONCE)
                        .attempts())
                .isEqualTo(neverLeft ? 2 : 1);
    }

    @Test
    void a_spent_budget_leaves_what_came_before_it() {
        Scripted target = new Scripted(status(503), none(Cause.BUDGET_SPENT));

        Exchange exchange = retrying(target, 3).send(SAFE);

        assertThat(exchange.status()).hasValue(503);
        assertThat(exchange.attempts()).isEqualTo(1);
        assertThat(target.sent()).isEqualTo(2);
    }

    @Test
    void waits_longer_each_time_between_half_of_the_delay_and_all_of_it() {
        Scripted target = new Scripted(status(503));

        retrying(target, 7).send(SAFE);

        long[] most = {100, 200, 400, 800, 1600, 2000, 2000};
        assertThat(waits).hasSize(most.length);
        for (int i = 0; i < most.length; i++) {
            assertThat(waits.get(i).toMillis()).isBetween(most[i] / 2, most[i]);
        }
    }

    @Test
    void the_same_seed_waits_the_same() {
        retrying(new Scripted(status(503)), 5).send(SAFE);
        List<Duration> first = List.copyOf(waits);
        waits.clear();
        retrying(new Scripted(status(503)), 5).send(SAFE);

        assertThat(waits).isEqualTo(first);
    }

    @Test
    void three_retries_of_a_refused_connection_wait_less_than_a_second() {
        retrying(new Scripted(none(Cause.NOT_CONNECTED)), 3).send(SAFE);

        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2                             | 2000",
                "30                            | 30000",
                "90                            | 30000",
                "Sun, 01 Mar 2026 12:00:05 GMT | 5000",
                "Sun, 01 Mar 2026 12:01:30 GMT | 30000",
                "Sunday, 01-Mar-26 12:00:05 GMT | 5000",
                "Sun Mar  1 12:00:05 2026      | 5000",
            })
    void waits_as_long_as_the_target_asks_up_to_the_cap(String retryAfter, long millis) {
        retrying(askedToWait(retryAfter), 3).send(SAFE);

        assertThat(waits).containsExactly(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"91", "3600", "999999999999", "Sun, 01 Mar 2026 13:00:00 GMT"})
    void leaves_a_target_alone_that_asks_for_longer_than_all_retries_could_wait(String retryAfter) {
        Exchange exchange = retrying(askedToWait(retryAfter), 3).send(SAFE);

        assertThat(exchange.status()).hasValue(429);
        assertThat(exchange.attempts()).isEqualTo(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void what_one_is_told_by_a_429_all_others_heed() {
        Transport transport = retrying(askedToWait("20"), 3);
        transport.send(SAFE);

        transport.send(SAFE);

        assertThat(waits).containsExactly(Duration.ofSeconds(20), Duration.ofSeconds(20));
    }

    @Test
    void waits_longer_after_a_429_that_asks_for_nothing() {
        retrying(new Scripted(status(429)), 3).send(SAFE);

        assertThat(waits).hasSize(3);
        assertThat(waits.get(1).toMillis()).isBetween(200L, 400L);
        assertThat(waits.get(2).toMillis()).isBetween(800L, 1600L);
    }

    @Test
    void one_that_is_refused_twice_in_a_row_spaces_all_that_follow() {
        Transport transport = retrying(new Scripted(status(429), status(429), ok()), 3);
        transport.send(SAFE);
        transport.send(SAFE);

        transport.send(SAFE);

        assertThat(waits).hasSize(4);
        assertThat(waits.get(2)).isEqualTo(waits.get(1).plusMillis(10));
        assertThat(waits.get(3).minus(waits.get(2))).isBetween(Duration.ofMillis(9), Duration.ofMillis(10));
    }

    @Test
    void one_that_is_refused_once_spaces_none() {
        Transport transport = retrying(new Scripted(status(429), ok()), 3);
        transport.send(SAFE);
        transport.send(SAFE);

        transport.send(SAFE);

        assertThat(waits).containsOnly(waits.get(0));
    }

    @Test
    void spaces_nothing_where_that_never_helps() {
        Transport never = retrying(new Scripted(status(429)), 9);
        never.send(SAFE);
        assertThat(waits).hasSize(9);
        never.send(SAFE);
        List<Duration> alone = List.copyOf(waits.subList(9, waits.size()));
        waits.clear();

        never.send(SAFE);

        assertThat(waits.get(0)).isEqualTo(alone.get(alone.size() - 1));
    }

    @Test
    void what_one_is_told_by_a_503_is_nothing_to_others() {
        Transport transport = retrying(new Scripted(status(503, Headers.NONE.with("retry-after", "20")), ok()), 3);
        transport.send(SAFE);

        transport.send(SAFE);

        assertThat(waits).containsExactly(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "soon", "", "1.5", "Sun, 01 Mar 2026 11:59:00 GMT"})
    void waits_as_ever_where_the_target_asks_for_nothing_sensible(String retryAfter) {
        retrying(askedToWait(retryAfter), 1).send(SAFE);

        assertThat(waits).hasSize(1);
        assertThat(waits.get(0)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
    }

    @Test
    void an_interrupt_ends_the_waiting_and_stays_known() {
        Scripted target = new Scripted(status(503));
        Transport transport = new RetryingTransport(
                target,
                RetryPolicy.of(3, 1),
                duration -> {
                    throw new InterruptedException();
                },
                NOON);

        Exchange exchange = transport.send(SAFE);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(exchange.status()).hasValue(503);
        assertThat(exchange.attempts()).isEqualTo(1);
    }

    @Test
    void refuses_a_policy_that_cannot_be() {
        assertThatThrownBy(() -> RetryPolicy.of(-1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a request can't be sent again -1 times");
        assertThatThrownBy(() -> new RetryPolicy(1, Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("delays grow from more than nothing, not from PT0S to PT1S");
    }

    private static Scripted askedToWait(String retryAfter) {
        return new Scripted(status(429, Headers.NONE.with("retry-after", retryAfter)), ok());
    }

    private static Reply ok() {
        return status(200);
    }

    private Transport retrying(Transport target, int retries) {
        return new RetryingTransport(target, RetryPolicy.of(retries, 7), waits::add, NOON);
    }

    @Test
    void hands_the_request_on_unchanged() {
        List<HttpRequest> seen = new ArrayList<>();
        Scripted target = new Scripted(status(503), ok());

        retrying(
                        request -> {
                            seen.add(request);
                            return target.send(request);
                        },
                        1)
                .send(SAFE);

        assertThat(seen).containsExactly(SAFE, SAFE);
    }
}
