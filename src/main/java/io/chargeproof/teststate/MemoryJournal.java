package io.chargeproof.teststate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A ledger that ends with its run, for targets that do so too. */
final class MemoryJournal implements Journal {
    private final List<JournalEntry> entries = new ArrayList<>();

    @Override
    public synchronized void add(JournalEntry entry) {
        entries.add(entry);
    }

    @Override
    public synchronized List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public void keep(UserSnapshot user) {
        // The run itself knows, and nobody asks after it.
    }

    @Override
    public void forgetUsers(String api) {}

    @Override
    public Optional<Path> listCustomers() {
        return Optional.empty();
    }
}
