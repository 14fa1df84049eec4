package io.chargeproof.teststate;

import io.chargeproof.teststate.JournalEntry.CardKept;
import io.chargeproof.teststate.JournalEntry.CardSpent;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Custody in a folder that lasts from run to run; only its owner reads it. */
public final class FileStateStore implements StateStore {
    private final PrivateFiles files;
    private final AccountLocks leases;
    private final @Nullable Path profile;

    /** Custody in a folder, which is made when there is something to keep. */
    public FileStateStore(Path folder) {
        this(new PrivateFiles(folder.toAbsolutePath().normalize()), null);
    }

    private FileStateStore(PrivateFiles files, @Nullable Path profile) {
        this.files = files;
        this.leases = new AccountLocks(files);
        this.profile = profile;
    }

    /** The same for runs of a profile, whose file is taken down, so that what they leave can be put back with it. */
    public FileStateStore of(Path profileFile) {
        return new FileStateStore(files, profileFile.toAbsolutePath().normalize());
    }

    @Override
    public boolean lasts() {
        return true;
    }

    @Override
    public boolean isOfSharedAccounts() {
        return true;
    }

    @Override
    public Journal ledger(RunIdentity run) {
        return new FileJournal(files, profile == null ? run : run.with(profile));
    }

    @Override
    public AccountLock lease(RunIdentity run) {
        return leases.take(run);
    }

    @Override
    public Map<String, String> spentCards(RunIdentity run, String api) {
        Map<String, String> spent = new LinkedHashMap<>();
        for (Path file : files.files(FileJournal.ENTRIES)) {
            List<JsonNode> lines = files.lines(file);
            if (!lines.isEmpty() && run.hasDataOf(JournalFormat.run(lines.get(0)), api)) {
                lines.stream().skip(1).map(JournalFormat::entry).forEach(entry -> count(entry, spent));
            }
        }
        return spent;
    }

    @Override
    public List<PendingRestore> unrestored(String api, URI address) {
        return unrestored().stream()
                .filter(each -> each.api().equals(api) && address.equals(each.address()))
                .toList();
    }

    /** Users' details that runs, now gone, didn't put back anywhere; the oldest run first. */
    public List<PendingRestore> unrestored() {
        Set<String> going = leases.going();
        return files.files(FileJournal.USERS).stream()
                .map(this::unrestored)
                .flatMap(Optional::stream)
                .filter(each -> !going.contains(each.run().run()))
                .sorted(Comparator.comparing(each -> each.run().started()))
                .toList();
    }

    /** Lists the customers that each run at a target created, for whoever cleans up; the files' places. */
    public List<Path> listCustomers() {
        List<Path> lists = new ArrayList<>();
        for (Path file : files.files(FileJournal.ENTRIES)) {
            List<JsonNode> lines = files.lines(file);
            if (!lines.isEmpty()) {
                ledger(JournalFormat.run(lines.get(0))).listCustomers().ifPresent(lists::add);
            }
        }
        return lists;
    }

    private Optional<PendingRestore> unrestored(Path file) {
        List<JsonNode> lines = files.lines(file);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Map<String, UserSnapshot> users = new LinkedHashMap<>();
        String api = lines.size() > 1 ? JournalFormat.user(lines.get(1)).api() : "";
        lines.stream().skip(1).map(JournalFormat::user).forEach(user -> users.put(user.username(), user));
        return Optional.of(
                new PendingRestore(files, file, api, JournalFormat.run(lines.get(0)), List.copyOf(users.values())));
    }

    private static void count(JournalEntry entry, Map<String, String> spent) {
        if (entry instanceof CardSpent card) {
            spent.remove(card.card());
            spent.put(card.card(), card.customer());
        } else if (entry instanceof CardKept card) {
            spent.remove(card.card());
        }
    }
}
