package io.chargeproof.custody;

import io.chargeproof.custody.Entry.CardKept;
import io.chargeproof.custody.Entry.CardSpent;
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
public final class CustodyFolder implements Custody {
    private final PrivateFiles files;
    private final Leases leases;
    private final @Nullable Path profile;

    /** Custody in a folder, which is made when there is something to keep. */
    public CustodyFolder(Path folder) {
        this(new PrivateFiles(folder.toAbsolutePath().normalize()), null);
    }

    private CustodyFolder(PrivateFiles files, @Nullable Path profile) {
        this.files = files;
        this.leases = new Leases(files);
        this.profile = profile;
    }

    /** The same for runs of a profile, whose file is taken down, so that what they leave can be put back with it. */
    public CustodyFolder of(Path profileFile) {
        return new CustodyFolder(files, profileFile.toAbsolutePath().normalize());
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
    public Ledger ledger(RunIdentity run) {
        return new FileLedger(files, profile == null ? run : run.with(profile));
    }

    @Override
    public Lease lease(RunIdentity run) {
        return leases.take(run);
    }

    @Override
    public Map<String, String> spentCards(RunIdentity run) {
        Map<String, String> spent = new LinkedHashMap<>();
        for (Path file : files.files(FileLedger.ENTRIES)) {
            List<JsonNode> lines = files.lines(file);
            if (!lines.isEmpty() && run.hasCustomersOf(Lines.run(lines.get(0)))) {
                lines.stream().skip(1).map(Lines::entry).forEach(entry -> count(entry, spent));
            }
        }
        return spent;
    }

    @Override
    public List<Unrestored> unrestored(URI endpoint) {
        return unrestored().stream()
                .filter(each -> endpoint.equals(each.run().oioi()))
                .toList();
    }

    /** Users' details that runs, now gone, didn't put back anywhere; the oldest run first. */
    public List<Unrestored> unrestored() {
        Set<String> going = leases.going();
        return files.files(FileLedger.USERS).stream()
                .map(this::unrestored)
                .flatMap(Optional::stream)
                .filter(each -> !going.contains(each.run().run()))
                .sorted(Comparator.comparing(each -> each.run().started()))
                .toList();
    }

    /** Lists the customers that each run at a target created, for whoever cleans up; the files' places. */
    public List<Path> listCustomers() {
        List<Path> lists = new ArrayList<>();
        for (Path file : files.files(FileLedger.ENTRIES)) {
            List<JsonNode> lines = files.lines(file);
            if (!lines.isEmpty()) {
                ledger(Lines.run(lines.get(0))).listCustomers().ifPresent(lists::add);
            }
        }
        return lists;
    }

    private Optional<Unrestored> unrestored(Path file) {
        List<JsonNode> lines = files.lines(file);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Map<String, UserBefore> users = new LinkedHashMap<>();
        lines.stream().skip(1).map(Lines::user).forEach(user -> users.put(user.username(), user));
        return Optional.of(new Unrestored(files, file, Lines.run(lines.get(0)), List.copyOf(users.values())));
    }

    private static void count(Entry entry, Map<String, String> spent) {
        if (entry instanceof CardSpent card) {
            spent.remove(card.card());
            spent.put(card.card(), card.customer());
        } else if (entry instanceof CardKept card) {
            spent.remove(card.card());
        }
    }
}
