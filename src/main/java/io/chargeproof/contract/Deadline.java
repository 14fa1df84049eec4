package io.chargeproof.contract;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Carries out what could last for ever, such as the matching of regular expressions, and gives it up in time. */
final class Deadline {
    private static final long STACK = 64L << 20;

    private Deadline() {}

    /**
     * What comes of it.
     *
     * @throws TimeoutException if it isn't there in time, or needs too deep a stack
     */
    static <T> T within(Duration time, Supplier<T> work) throws TimeoutException {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread worker = new Thread(null, () -> complete(result, work), "comparing", STACK);
        worker.setDaemon(true);
        worker.start();
        try {
            return result.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new TimeoutException(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        } finally {
            worker.interrupt();
        }
    }

    private static <T> void complete(CompletableFuture<T> result, Supplier<T> work) {
        try {
            result.complete(work.get());
        } catch (RuntimeException | StackOverflowError fault) {
            result.completeExceptionally(fault);
        }
    }
}
