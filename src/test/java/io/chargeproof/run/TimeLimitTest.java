package io.chargeproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLimitTest {
    @ParameterizedTest
    @CsvSource({"PT0S, 0 min", "PT0.001S, 0 min"})
    void says_once_that_it_is_over(Duration most, String inWords) {
        CompletableFuture<String> told = new CompletableFuture<>();

        try (TimeLimit limit = new TimeLimit(most, told::complete)) {
            assertThat(told.join()).isEqualTo("--max-time of " + inWords + " was over");
            assertThat(limit.isOver()).isTrue();
        }
    }

    @Test
    void is_told_by_a_thread_that_keeps_nobody_waiting() {
        CompletableFuture<Boolean> daemon = new CompletableFuture<>();

        try (TimeLimit limit = new TimeLimit(
                Duration.ZERO, why -> daemon.complete(Thread.currentThread().isDaemon()))) {
            assertThat(daemon.join()).isTrue();
            assertThat(limit.isOver()).isTrue();
        }
    }

    @Test
    void is_never_over_where_there_is_none() {
        TimeLimit limit = new TimeLimit(null, why -> {
            throw new IllegalStateException(why);
        });
        limit.close();

        assertThat(limit.isOver()).isFalse();
    }

    /** Nothing of a run is cut off once it has ended. */
    @Test
    void ends_when_it_is_closed() throws InterruptedException {
        TimeLimit limit = new TimeLimit(Duration.ofDays(1), why -> {
            throw new IllegalStateException(why);
        });
        Thread clock = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("time-limit"))
                .findFirst()
                .orElseThrow();

        limit.close();
        clock.join();

        assertThat(limit.isOver()).isFalse();
    }
}
