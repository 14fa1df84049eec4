package io.chargeproof.run;

import io.chargeproof.api.UsageException;
import io.chargeproof.exchange.Transport;
import io.chargeproof.profile.Profile;
import io.chargeproof.teststate.StateStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Custody for requests to a target that no scenario sends, such as those of contracts: the target is looked at before, what
 * they use up is taken down, and what they change is put back.
 */
public interface AccountGuard extends AutoCloseable {
    /** For a target that sets up its own states, or that begins afresh: it has nothing to lose. */
    AccountGuard NEEDLESS = new AccountGuard() {
        @Override
        public void look() {
            // Nobody's accounts are there to be looked at.
        }

        @Override
        public Optional<String> whyNotToWrite() {
            return Optional.empty();
        }

        @Override
        public Profile unspent(Profile described) {
            return described;
        }

        @Override
        public Transport before(Transport next) {
            return next;
        }

        @Override
        public void whenStopped(Runnable report) {
            // Nothing has to be put back before.
        }

        @Override
        public List<String> putInOrder() {
            return List.of();
        }

        @Override
        public List<String> notices() {
            return List.of();
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    };

    /**
     * Takes a profile's accounts into custody.
     *
     * @param readOnly whether nothing is written to the target
     * @param id what the ledger calls it
     * @param stopped hears, if the process is told to stop, what isn't as before, a sentence each
     * @throws io.chargeproof.teststate.TestStateException if a run is using the same accounts
     */
    static AccountGuard of(
            Profile profile, boolean readOnly, StateStore custody, String id, Consumer<List<String>> stopped) {
        return new ProfileAccountGuard(profile, readOnly, custody, id, stopped);
    }

    /**
     * Looks at the target before anything is written, and keeps what its users' details are.
     *
     * @throws UsageException if it isn't the target that the profile describes, or refuses all credentials
     */
    void look();

    /** Why what is written to the users couldn't be put back, if so. */
    Optional<String> whyNotToWrite();

    /** The profile without the cards that somebody has spent. */
    Profile unspent(Profile described);

    /** Has what passes taken down before it leaves. */
    Transport before(Transport next);

    /** Has this done after what was changed is put back, if the process is told to stop. */
    void whenStopped(Runnable report);

    /** Puts the users' details back; a sentence for each user who isn't as before. */
    List<String> putInOrder();

    /** What is worth knowing afterwards, a sentence each. */
    List<String> notices();

    @Override
    void close();
}
