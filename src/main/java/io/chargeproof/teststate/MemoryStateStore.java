package io.chargeproof.teststate;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Keeps nothing beyond a run. */
final class MemoryStateStore implements StateStore {
    private final boolean rehearsal;

    MemoryStateStore(boolean rehearsal) {
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
    public Journal ledger(RunIdentity run) {
        return new MemoryJournal();
    }

    @Override
    public AccountLock lease(RunIdentity run) {
        return () -> {};
    }

    @Override
    public Map<String, String> spentCards(RunIdentity run, String api) {
        return Map.of();
    }

    @Override
    public List<PendingRestore> unrestored(String api, URI address) {
        return List.of();
    }
}
