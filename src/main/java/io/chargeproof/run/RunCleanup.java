package io.chargeproof.run;

import io.chargeproof.api.oioi.UserFixtures;
import io.chargeproof.exchange.Transport;
import io.chargeproof.teststate.AccountLock;
import io.chargeproof.teststate.ShutdownGate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts in order what a run changed, once, whether it ends by itself or is stopped. */
final class RunCleanup implements AutoCloseable {
    private static final Duration MARGIN = Duration.ofSeconds(2);
    private static final int RESERVED_BYTES = 4 << 20;

    private final RunState custodian;
    private final AccountLock lease;
    private final Transport transport;
    private final @Nullable UserFixtures users;
    private final Thread hook;
    /** Room for what has to be done even where a run has filled the memory. */
    private final AtomicReference<byte @Nullable []> reserve = new AtomicReference<>(new byte[RESERVED_BYTES]);

    private @Nullable List<String> leftovers;
    private Optional<Path> customers = Optional.empty();

    /**
     * What comes after a run.
     *
     * @param transport what users' details are put back through
     * @param gate what is shut behind a run that is stopped
     * @param users whose details the run may change, if it may
     * @param timeout how long a request may be under way
     * @param stopped hears, if the process is told to stop, what isn't as before
     * @throws io.chargeproof.teststate.TestStateException if another run is using the same accounts
     */
    RunCleanup(
            RunState custodian,
            Transport transport,
            ShutdownGate gate,
            @Nullable UserFixtures users,
            Duration timeout,
            Consumer<List<String>> stopped) {
        this.custodian = custodian;
        this.lease = custodian.lease();
        this.transport = transport;
        this.users = users;
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
        if (custodian.lasts() || reports) {
            Runtime.getRuntime().addShutdownHook(hook);
        }
    }

    /** Does it; a sentence for each user who isn't as before. */
    synchronized List<String> putInOrder() {
        List<String> known = leftovers;
        if (known == null) {
            reserve.set(null);
            known = users == null ? List.of() : new UserRestorer(transport, users).restore();
            if (known.isEmpty()) {
                custodian.ledger().forgetUsers();
            }
            customers = custodian.ledger().listCustomers();
            leftovers = known;
        }
        return known;
    }

    /** Where the customers are listed that the run created. */
    synchronized Optional<Path> customers() {
        return customers;
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
