package io.chargeproof.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Gives a target a moment until it shows what it took: two seconds at most. What was waited for in vain a few times isn't
 * waited for again in a run, since a target that drops something would have each post wait.
 */
public final class Patience {
    private static final List<Duration> WAITS = List.of(
            Duration.ofMillis(100),
            Duration.ofMillis(200),
            Duration.ofMillis(400),
            Duration.ofMillis(600),
            Duration.ofMillis(700));
    private static final int IN_VAIN = 3;
    public static final Duration MOMENT = Duration.ofSeconds(2);

    private final Rest rest;
    private final Map<String, Integer> inVain = new ConcurrentHashMap<>();

    /** The patience of a run. */
    public Patience(Rest rest) {
        this.rest = rest;
    }

    /** Waiting, so that tests needn't. */
    @FunctionalInterface
    public interface Rest {
        /** Waits so long. */
        void last(Duration duration) throws InterruptedException;
    }

    /**
     * Tries something again as long as it lacks something, and there is hope.
     *
     * @param first what came of the first try
     * @param lacking what it lacks, in words that stay the same throughout the run
     * @param again tries again
     */
    <T> T until(T first, Function<T, Set<String>> lacking, Supplier<T> again) {
        T last = first;
        for (Duration wait : WAITS) {
            if (hoped(lacking.apply(last)).isEmpty() || !waited(wait)) {
                return last;
            }
            last = again.get();
        }
        hoped(lacking.apply(last)).forEach(this::inVain);
        return last;
    }

    /** Waits until a moment has passed since then. */
    void settle(Instant since) {
        Duration left = Duration.between(Instant.now(), since.plus(MOMENT));
        if (!left.isNegative() && !left.isZero()) {
            boolean unused = waited(left);
        }
    }

    /** Whether what is waited for may yet come: it wasn't waited for in vain a few times before. */
    public boolean hopes(String lacking) {
        return inVain.getOrDefault(lacking, 0) < IN_VAIN;
    }

    /** Says that something was waited for in vain. */
    public void inVain(String lacking) {
        inVain.merge(lacking, 1, Integer::sum);
    }

    private Set<String> hoped(Set<String> lacking) {
        return lacking.stream().filter(this::hopes).collect(Collectors.toUnmodifiableSet());
    }

    private boolean waited(Duration wait) {
        try {
            rest.last(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
