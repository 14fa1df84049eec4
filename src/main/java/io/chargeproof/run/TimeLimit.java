package io.chargeproof.run;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The time that a run or a verification may take: says when it is over. */
public final class TimeLimit implements AutoCloseable {
    private final @Nullable Thread clock;
    private volatile boolean over;

    /**
     * Begins to count.
     *
     * @param most how long; null for as long as it takes
     * @param end is told, once the time is over, why nothing more begins
     */
    public TimeLimit(@Nullable Duration most, Consumer<String> end) {
        if (most == null) {
            clock = null;
            return;
        }
        clock = new Thread(() -> count(most, end), "time-limit");
        clock.setDaemon(true);
        clock.start();
    }

    /** Whether it was over before it was closed. */
    public boolean isOver() {
        return over;
    }

    private void count(Duration most, Consumer<String> end) {
        try {
            Thread.sleep(most.toMillis());
            over = true;
            end.accept("--max-time of " + inWords(most) + " was over");
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static String inWords(Duration time) {
        return time.toSecondsPart() == 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }

    @Override
    public void close() {
        if (clock != null) {
            clock.interrupt();
        }
    }
}
