package io.chargeproof.teststate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A ledger that outlasts its run: a file of what can't be taken back, and another of users' details, which are personal and go
 * when they are put back. A file is made with its first line.
 */
final class FileJournal implements Journal {
    static final String ENTRIES = ".ledger.jsonl";
    static final String USERS = ".users.jsonl";

    private final PrivateFiles files;
    private final RunIdentity run;

    FileJournal(PrivateFiles files, RunIdentity run) {
        this.files = files;
        this.run = run;
    }

    @Override
    public synchronized void add(JournalEntry entry) {
        append(file(ENTRIES), JournalFormat.of(entry));
    }

    @Override
    public synchronized List<JournalEntry> entries() {
        return files.lines(file(ENTRIES)).stream()
                .skip(1)
                .map(JournalFormat::entry)
                .toList();
    }

    @Override
    public synchronized void keep(UserSnapshot user) {
        append(users(user.api()), JournalFormat.of(user));
    }

    @Override
    public synchronized void forgetUsers(String api) {
        files.delete(users(api));
    }

    @Override
    public synchronized Optional<Path> listCustomers() {
        List<CreatedCustomers.Row> rows = CreatedCustomers.in(entries());
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Path list = files.path("customers-" + run.run() + ".csv");
        files.replace(list, CreatedCustomers.csv(rows));
        return Optional.of(list);
    }

    private void append(Path file, ObjectNode line) {
        if (!Files.exists(file)) {
            files.prepare();
            files.create(file);
            files.append(file, JournalFormat.of(run) + "\n");
            files.syncFolder();
        }
        files.append(file, line + "\n");
    }

    /** Users of each API have a file of their own, since they are put back API by API. */
    private Path users(String api) {
        return file("." + api + USERS);
    }

    private Path file(String ending) {
        return files.path(run.target() + "-" + run.run() + ending);
    }
}
