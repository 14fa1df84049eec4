package io.chargeproof.sandbox.defect;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A place that all requests under way share, so that the later of two takes the earlier's value from it. */
final class AtOnce<T> {
    private static final int MILLISECONDS = 30;

    private final AtomicReference<T> place = new AtomicReference<>();

    /** The value that is found where this one was laid a moment ago. */
    T foundFor(T own) {
        place.set(own);
        pause();
        return place.get();
    }

    /** What comes of the work, or of that of a request that was under way already. */
    static <T> Supplier<T> first(AtomicReference<Supplier<T>> underWay, Supplier<T> work) {
        Once<T> mine = new Once<>(work);
        Supplier<T> other = underWay.compareAndExchange(null, mine);
        if (other != null) {
            return other;
        }
        mine.get();
        pause();
        underWay.set(null);
        return mine;
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Work that is done once, whoever asks for what comes of it. */
    private static final class Once<T> implements Supplier<T> {
        private final Supplier<T> work;
        private T done;

        Once(Supplier<T> work) {
            this.work = work;
        }

        @Override
        public synchronized T get() {
            if (done == null) {
                done = work.get();
            }
            return done;
        }
    }
}
