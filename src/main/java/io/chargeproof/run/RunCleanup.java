package io.chargeproof.run;

import io.chargeproof.api.ApiRun;
import io.chargeproof.exchange.Transport;
import io.chargeproof.teststate.AccountLock;
import io.chargeproof.teststate.RunIdentity;
import io.chargeproof.teststate.ShutdownGate;
import io.chargeproof.teststate.StateStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts in order what a run changed, once, whether it ends by itself or is stopped. */
final class RunCleanup implements AutoCloseable {
    private static final Duration MARGIN = Duration.ofSeconds(2);
    private static final int RESERVED_BYTES = 4 << 20;

    private final StateStore store;
    private final AccountLock lease;
    private final Transport transport;
    private final List<ApiRun> apis;
    private final Thread hook;
    /** Room for what has to be done even where a run has filled the memory. */
    private final AtomicReference<byte @Nullable []> reserve = new AtomicReference<>(new byte[RESERVED_BYTES]);

    private @Nullable List<String> leftovers;

    /**
     * What comes after a run.
     *
     * @param identity the run as the journal knows it
     * @param apis what the run may have changed
     * @param transport what is put back through
     * @param gate what is shut behind a run that is stopped
     * @param timeout how long a request may be under way
     * @param stopped hears, if the process is told to stop, what isn't as before
     * @throws io.chargeproof.teststate.TestStateException if another run is using the same accounts
     */
    RunCleanup(
            StateStore store,
            RunIdentity identity,
            List<ApiRun> apis,
            Transport transport,
            ShutdownGate gate,
            Duration timeout,
            Consumer<List<String>> stopped) {
        this.store = store;
        this.lease = store.lease(identity);
        this.transport = transport;
        this.apis = List.copyOf(apis);
        this.hook = new Thread(
                () -> {
                    gate.shut(timeout.plus(MARGIN));
                    try {
                        stopped.accept(putInOrder());
                    } finally {
                        lease.close();
                    }
                },
                "put-in-order");
    }

    /** Has it done also if the process is told to stop, where there is anything that lasts or a report is wanted. */
    void arm(boolean reports) {
        if (store.lasts() || reports) {
            Runtime.getRuntime().addShutdownHook(hook);
        }
    }

    /** Does it; a sentence for whatever isn't as before. */
    synchronized List<String> putInOrder() {
        List<String> known = leftovers;
        if (known == null) {
            reserve.set(null);
            known = cleanUp();
            leftovers = known;
        }
        return known;
    }

    /** What fails at one API keeps no other from being as before. */
    private List<String> cleanUp() {
        List<String> left = new ArrayList<>();
        RuntimeException failed = null;
        for (ApiRun each : apis) {
            try {
                left.addAll(each.cleanUp(transport));
            } catch (RuntimeException failure) {
                if (failed == null) {
                    failed = failure;
                } else {
                    failed.addSuppressed(failure);
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
        return left;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
            lease.close();
        } catch (IllegalStateException stopping) {
            // The hook is at work, and does what is left to do.
        }
    }
}
