package io.chargeproof.run;

import io.chargeproof.custody.Lease;
import io.chargeproof.exchange.Transport;
import io.chargeproof.steps.Users;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts in order what a run changed, once, whether it ends by itself or is stopped. */
final class Aftermath implements AutoCloseable {
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final Custodian custodian;
    private final Lease lease;
    private final Transport transport;
    private final @Nullable Users users;
    private final Thread hook;
    private @Nullable List<String> leftovers;
    private Optional<Path> customers = Optional.empty();

    /**
     * What comes after a run.
     *
     * @param users whose details the run may change, if it may
     * @throws io.chargeproof.custody.CustodyException if another run is using the same accounts
     */
    Aftermath(Custodian custodian, TargetLink link, @Nullable Users users, RunOptions options, RunProgress progress) {
        this.custodian = custodian;
        this.lease = custodian.lease();
        this.transport = link.afterwards();
        this.users = users;
        Duration patience = options.profile().limits().timeout().plus(MARGIN);
        this.hook = new Thread(
                () -> {
                    link.gate().shut(patience);
                    progress.stopped(putInOrder());
                    lease.close();
                },
                "put-in-order");
    }

    /** Has it done also if the process is told to stop, where there is anything that lasts. */
    void arm() {
        if (custodian.lasts()) {
            Runtime.getRuntime().addShutdownHook(hook);
        }
    }

    /** Does it; a sentence for each user who isn't as before. */
    synchronized List<String> putInOrder() {
        List<String> known = leftovers;
        if (known == null) {
            known = users == null ? List.of() : new Restoration(transport, users).restore();
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
