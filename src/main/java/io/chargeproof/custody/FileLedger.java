package io.chargeproof.custody;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A ledger that outlasts its run: a file of what can't be taken back, and another of users' details, which are personal and go
 * when they are put back. A file is made with its first line.
 */
final class FileLedger implements Ledger {
    static final String ENTRIES = ".ledger.jsonl";
    static final String USERS = ".users.jsonl";

    private final PrivateFiles files;
    private final RunIdentity run;

    FileLedger(PrivateFiles files, RunIdentity run) {
        this.files = files;
        this.run = run;
    }

    @Override
    public synchronized void add(Entry entry) {
        append(file(ENTRIES), Lines.of(entry));
    }

    @Override
    public synchronized List<Entry> entries() {
        return files.lines(file(ENTRIES)).stream().skip(1).map(Lines::entry).toList();
    }

    @Override
    public synchronized void keep(UserBefore user) {
        append(file(USERS), Lines.of(user));
    }

    @Override
    public synchronized void forgetUsers() {
        files.delete(file(USERS));
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
            files.append(file, Lines.of(run) + "\n");
            files.syncFolder();
        }
        files.append(file, line + "\n");
    }

    private Path file(String ending) {
        return files.path(run.target() + "-" + run.run() + ending);
    }
}
