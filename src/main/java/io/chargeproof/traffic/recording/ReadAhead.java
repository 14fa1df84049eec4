package io.chargeproof.traffic.recording;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * Reads a recording in a thread of its own, a little ahead of what is done with its exchanges: two processors take half the time.
 * So little that a long recording takes no more memory than a short one.
 */
final class ReadAhead {
    /** So many exchanges are handed on at once. */
    private static final int BATCH = 16;

    private static final int BATCHES = 2;

    private final BlockingQueue<List<RecordedExchange>> read = new ArrayBlockingQueue<>(BATCHES);
    private List<RecordedExchange> batch = new ArrayList<>();

    private ReadAhead() {}

    /** Reads a recording, handing on its exchanges. */
    interface Reader {
        RecordingEnd read(Consumer<RecordedExchange> next) throws IOException;
    }

    /** Has a reader hand its exchanges on to this thread, in their order; what there is to say at the end. */
    static RecordingEnd of(Reader reader, Consumer<RecordedExchange> next) throws IOException {
        return new ReadAhead().run(reader, next);
    }

    private RecordingEnd run(Reader reader, Consumer<RecordedExchange> next) throws IOException {
        FutureTask<RecordingEnd> reading = new FutureTask<>(() -> {
            try {
                return reader.read(this::add);
            } finally {
                // An empty batch says that none follows, whatever ended it.
                flush();
                read.put(List.of());
            }
        });
        Thread thread = new Thread(reading, "recording");
        thread.setDaemon(true);
        thread.start();
        try {
            for (List<RecordedExchange> each = read.take(); !each.isEmpty(); each = read.take()) {
                each.forEach(next);
            }
            return reading.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("reading was interrupted", stopped);
        } catch (ExecutionException failed) {
            throw rethrown(failed);
        } finally {
            reading.cancel(true);
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
        try {
            read.put(batch);
            batch = new ArrayList<>();
        } catch (InterruptedException notWanted) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("nobody reads on").initCause(notWanted);
        }
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
