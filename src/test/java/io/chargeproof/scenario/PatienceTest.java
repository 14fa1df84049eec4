package io.chargeproof.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final List<Duration> waits = new ArrayList<>();
    private final AtomicInteger tries = new AtomicInteger(1);
    private final Patience patience = new Patience(waits::add);

    @Test
    void waits_for_nothing_that_is_there_at_once() {
        assertThat(patience.until(1, lackingUntil(1), tries::incrementAndGet)).isEqualTo(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void tries_again_until_it_is_there() {
        assertThat(patience.until(1, lackingUntil(3), tries::incrementAndGet)).isEqualTo(3);
        assertThat(waits).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
    }

    @Test
    void gives_up_after_two_seconds() {
        assertThat(patience.until(1, lackingUntil(99), tries::incrementAndGet)).isEqualTo(6);
        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void does_not_wait_a_fourth_time_for_what_never_came() {
        for (int i = 0; i < 3; i++) {
            patience.until(1, lackingUntil(99), tries::incrementAndGet);
        }
        waits.clear();

        assertThat(patience.until(1, lackingUntil(99), tries::incrementAndGet)).isEqualTo(1);
        assertThat(waits).isEmpty();
        patience.until(1, count -> Set.of("phone", "city"), tries::incrementAndGet);
        assertThat(waits).hasSize(5);
    }

    @Test
    void stops_waiting_when_the_run_is_stopped() {
        Patience.Rest stopped = duration -> {
            throw new InterruptedException();
        };

        assertThat(new Patience(stopped).until(1, lackingUntil(99), tries::incrementAndGet))
                .isEqualTo(1);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** What was posted long ago has settled; what wasn't waits for the rest of the moment. */
    @Test
    void lets_a_moment_pass_since_a_post() {
        patience.settle(Instant.now().minus(Duration.ofDays(1)));
        assertThat(waits).isEmpty();

        patience.settle(Instant.now().plus(Duration.ofDays(1)));
        assertThat(waits)
                .singleElement()
                .satisfies(wait -> assertThat(wait)
                        .isLessThanOrEqualTo(Duration.ofDays(1).plus(Patience.MOMENT))
                        .isPositive());
    }

    private static Function<Integer, Set<String>> lackingUntil(int enough) {
        return count -> count < enough ? Set.of("phone") : Set.of();
    }
}
