package io.chargeproof.custody;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Where it is kept what runs use up or change at a target. */
public sealed interface Custody permits MemoryCustody, CustodyFolder {
    /** For a target that begins afresh with each run: nothing has to last. */
    static Custody inMemory() {
        return new MemoryCustody(false);
    }

    /** For finding out on a target that begins afresh what a run sends to one that lasts. */
    static Custody ofRehearsal() {
        return new MemoryCustody(true);
    }

    /** Whether anything lasts. */
    boolean lasts();

    /** Whether the accounts are treated as ones that others may use at the same time, and that have to be as before at the end. */
    boolean isOfSharedAccounts();

    /** The ledger of a run. */
    Ledger ledger(RunIdentity run);

    /**
     * Keeps other runs off a run's accounts until it is closed.
     *
     * @throws CustodyException if a run that is still going has one of them
     */
    Lease lease(RunIdentity run);

    /**
     * The cards that runs have spent at the Customer API of a run's target, and the id of the customer that got each; the last
     * of them last.
     */
    Map<String, String> spentCards(RunIdentity run);

    /** Users' details that runs, now gone, didn't put back at an endpoint; the oldest run first. */
    List<Unrestored> unrestored(URI endpoint);
}
