package io.chargeproof.sandbox.behaviour;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What requests that are under way at the same moment share, though each should have it for itself. */
public final class AtOnce<T> {
    private static final int MILLISECONDS = 30;

    private final Deque<Turn<T>> underWay = new ArrayDeque<>();

    /**
     * A request that is under way.
     *
     * @param outcome what comes of it
     */
    private record Turn<T>(CompletableFuture<T> outcome) {}

    /** The value that the last request laid down while this one was under way. */
    public T lastOf(T own) {
        begin().outcome().complete(own);
        pause();
        return endWithLast().outcome().join();
    }

    /** What comes of the work, or of that of a request that was under way already. */
    public T firstOf(Supplier<T> work) {
        Turn<T> mine = begin();
        Turn<T> first = first();
        try {
            if (first.outcome() == mine.outcome()) {
                mine.outcome().completeAsync(work, Runnable::run);
                pause();
            }
            return first.outcome().join();
        } finally {
            end();
        }
    }

    private synchronized Turn<T> begin() {
        Turn<T> turn = new Turn<>(new CompletableFuture<>());
        underWay.addLast(turn);
        return turn;
    }

    private synchronized Turn<T> first() {
        return underWay.getFirst();
    }

    private synchronized Turn<T> endWithLast() {
        Turn<T> last = underWay.getLast();
        underWay.removeFirst();
        return last;
    }

    private synchronized void end() {
        underWay.removeFirst();
    }

    public static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
