package io.chargeproof.custody;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Keeps nothing beyond a run. */
final class MemoryCustody implements Custody {
    private final boolean rehearsal;

    MemoryCustody(boolean rehearsal) {
        this.rehearsal = rehearsal;
    }

    @Override
    public boolean isOfSharedAccounts() {
        return rehearsal;
    }

    @Override
    public boolean lasts() {
        return false;
    }

    @Override
    public Ledger ledger(RunIdentity run) {
        return new MemoryLedger();
    }

    @Override
    public Lease lease(RunIdentity run) {
        return () -> {};
    }

    @Override
    public Map<String, String> spentCards(RunIdentity run) {
        return Map.of();
    }

    @Override
    public List<Unrestored> unrestored(URI endpoint) {
        return List.of();
    }
}
