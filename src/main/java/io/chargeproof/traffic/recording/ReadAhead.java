package io.chargeproof.traffic.recording;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads a recording in a thread of its own, and looks at its exchanges one by one in others, a little ahead of what is done with
 * them in their order: several processors share the work. So little that a long recording takes no more memory than a short one.
 *
 * @param <T> what is made of an exchange
 */
final class ReadAhead<T> {
    /** So many exchanges are handed on at once. */
    private static final int BATCH = 16;

    private static final int BATCHES = 4;
    /** With more, what is done in order takes longer than all the rest. */
    private static final int MOST_LOOKING = 3;

    private final FutureTask<List<T>> end = new FutureTask<>(List::of);
    private final BlockingQueue<FutureTask<List<T>>> read = new ArrayBlockingQueue<>(BATCHES);
    private final Function<RecordedExchange, T> look;
    private final ExecutorService looking = Executors.newFixedThreadPool(
            Math.max(1, Math.min(MOST_LOOKING, Runtime.getRuntime().availableProcessors() - 1)),
            work -> daemon(work, "looking at a recording"));
    private List<RecordedExchange> batch = new ArrayList<>();

    private ReadAhead(Function<RecordedExchange, T> look) {
        this.look = look;
    }

    /** Reads a recording, handing on its exchanges. */
    interface Reader {
        RecordingEnd read(Consumer<RecordedExchange> next) throws IOException;
    }

    /** Has what is made of a reader's exchanges handed on to this thread, in their order; what there is to say at the end. */
    static <T> RecordingEnd of(Reader reader, Function<RecordedExchange, T> look, Consumer<T> next) throws IOException {
        return new ReadAhead<>(look).run(reader, next);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private RecordingEnd run(Reader reader, Consumer<T> next) throws IOException {
        FutureTask<RecordingEnd> reading = new FutureTask<>(() -> {
            try {
                return reader.read(this::add);
            } finally {
                flush();
                read.put(end);
            }
        });
        daemon(reading, "recording").start();
        try {
            for (FutureTask<List<T>> each = read.take(); each != end; each = read.take()) {
                // Whoever comes first does it; nobody waits for what hasn't been begun.
                each.run();
                each.get().forEach(next);
            }
            return reading.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("reading was interrupted", stopped);
        } catch (ExecutionException failed) {
            throw rethrown(failed);
        } finally {
            reading.cancel(true);
            looking.shutdownNow();
        }
    }

    private void add(RecordedExchange exchange) {
        batch.add(exchange);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        if (batch.isEmpty()) {
            return;
        }
        List<RecordedExchange> whole = batch;
        batch = new ArrayList<>();
        FutureTask<List<T>> task =
                new FutureTask<>(() -> whole.stream().map(look).toList());
        try {
            read.put(task);
        } catch (InterruptedException notWanted) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("nobody reads on").initCause(notWanted);
        }
        looking.execute(task);
    }

    private static IOException rethrown(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof RuntimeException mistake) {
            throw mistake;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException unreadable ? unreadable : new IOException(failed);
    }
}
