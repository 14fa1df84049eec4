package io.chargeproof.custody;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A ledger that ends with its run, for targets that do so too. */
final class MemoryLedger implements Ledger {
    private final List<Entry> entries = new ArrayList<>();

    @Override
    public synchronized void add(Entry entry) {
        entries.add(entry);
    }

    @Override
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public void keep(UserBefore user) {
        // The run itself knows, and nobody asks after it.
    }

    @Override
    public void forgetUsers() {}

    @Override
    public Optional<Path> listCustomers() {
        return Optional.empty();
    }
}
