package io.chargeproof.teststate;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Where it is kept what runs use up or change at a target. */
public sealed interface StateStore permits MemoryStateStore, FileStateStore {
    /** For a target that begins afresh with each run: nothing has to last. */
    static StateStore inMemory() {
        return new MemoryStateStore(false);
    }

    /** For finding out on a target that begins afresh what a run sends to one that lasts. */
    static StateStore ofRehearsal() {
        return new MemoryStateStore(true);
    }

    /** Whether anything lasts. */
    boolean lasts();

    /** Whether the accounts are treated as ones that others may use at the same time, and that have to be as before at the end. */
    boolean isOfSharedAccounts();

    /** The ledger of a run. */
    Journal ledger(RunIdentity run);

    /**
     * Keeps other runs off a run's accounts until it is closed.
     *
     * @throws TestStateException if a run that is still going has one of them
     */
    AccountLock lease(RunIdentity run);

    /**
     * The cards that runs have spent at an API of a run's target, and the id of the customer that got each; the last of them
     * last.
     *
     * @param api the API's label
     */
    Map<String, String> spentCards(RunIdentity run, String api);

    /** Users' details that runs, now gone, didn't put back at an API's address; the oldest run first. */
    List<PendingRestore> unrestored(String api, URI address);
}
