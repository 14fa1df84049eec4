package io.chargeproof.exchange.policy;

import static io.chargeproof.exchange.policy.Scripted.SAFE;
import static io.chargeproof.exchange.policy.Scripted.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.NoAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottlingTransportTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 3 * SECOND);
    private final List<Long> leaving = new ArrayList<>();

    @Test
    void no_second_sees_more_than_the_limit_and_none_less_than_95_percent_of_it() {
        ThrottlingTransport throttled = throttled(50, this::waitOnTheClock);

        for (int i = 0; i < 500; i++) {
            throttled.send(SAFE);
        }

        long begin = leaving.get(0);
        for (int second = 0; second < 9; second++) {
            long from = begin + second * SECOND;
            assertThat(leaving.stream().filter(at -> at - from >= 0 && at - from < SECOND))
                    .hasSizeBetween(48, 50);
        }
    }

    @Test
    void idle_time_does_not_add_up_to_a_burst() {
        ThrottlingTransport throttled = throttled(10, this::waitOnTheClock);
        throttled.send(SAFE);
        now.addAndGet(10 * SECOND);

        for (int i = 0; i < 10; i++) {
            throttled.send(SAFE);
        }

        assertThat(leaving.get(10) - leaving.get(1)).isGreaterThanOrEqualTo(9 * SECOND / 10);
    }

    @Test
    void threads_that_wake_at_once_do_not_leave_at_once() {
        List<Duration> waits = new ArrayList<>();
        ThrottlingTransport throttled = new ThrottlingTransport(new Scripted(status(200)), 4, () -> 0, waits::add);

        for (int i = 0; i < 5; i++) {
            throttled.send(SAFE);
        }

        // By the clock, which stands still, all of them wake at the same moment: the fifth waits for a second more.
        assertThat(waits.stream().map(Duration::toMillis)).containsExactly(260L, 520L, 780L, 1040L, 1035L);
    }

    @Test
    void sixteen_threads_share_the_limit() throws Exception {
        AtomicLong longest = new AtomicLong();
        ThrottlingTransport throttled = new ThrottlingTransport(
                new Scripted(status(200)), 100, () -> 0, wait -> longest.accumulateAndGet(wait.toNanos(), Math::max));
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Future<Exchange>> pending = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            pending.add(threads.submit(() -> throttled.send(SAFE)));
        }
        for (Future<Exchange> each : pending) {
            each.get();
        }
        threads.shutdown();

        // The clock stands still: the last of a thousand waits for all the slots before it.
        assertThat(longest.get()).isEqualTo(999 * 10_400_000L);
    }

    @Test
    void an_interrupt_means_that_nothing_was_sent() {
        Scripted target = new Scripted(status(200));
        ThrottlingTransport throttled = new ThrottlingTransport(target, 1, now::get, wait -> {
            throw new InterruptedException();
        });
        throttled.send(SAFE);

        Exchange exchange = throttled.send(SAFE);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(exchange.reply())
                .isEqualTo(new NoAnswer(NoAnswer.Cause.NOT_CONNECTED, "interrupted before anything was sent"));
        assertThat(target.sent()).isEqualTo(1);
    }

    @Test
    void refuses_a_limit_of_nothing() {
        assertThatThrownBy(() -> throttled(0, this::waitOnTheClock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at least one request per second, not 0");
    }

    private ThrottlingTransport throttled(int limit, Sleeper pause) {
        Scripted target = new Scripted(status(200));
        return new ThrottlingTransport(
                request -> {
                    leaving.add(now.get());
                    return target.send(request);
                },
                limit,
                now::get,
                pause);
    }

    private void waitOnTheClock(Duration wait) {
        now.addAndGet(wait.toNanos());
    }
}
