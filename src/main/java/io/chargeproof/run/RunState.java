package io.chargeproof.run;

import io.chargeproof.api.evcnet.CardPool;
import io.chargeproof.api.evcnet.CustomerIds;
import io.chargeproof.api.evcnet.EvcNetTarget;
import io.chargeproof.api.evcnet.JournalingTransport;
import io.chargeproof.api.oioi.Accounts;
import io.chargeproof.api.oioi.OioiTarget;
import io.chargeproof.api.oioi.Role;
import io.chargeproof.api.oioi.TestUser;
import io.chargeproof.api.oioi.UserFixtures;
import io.chargeproof.api.oioi.UserRequests;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.policy.Sleeper;
import io.chargeproof.profile.Profile;
import io.chargeproof.profile.TargetKind;
import io.chargeproof.teststate.AccountLock;
import io.chargeproof.teststate.Journal;
import io.chargeproof.teststate.JournalEntry;
import io.chargeproof.teststate.PendingRestore;
import io.chargeproof.teststate.RunIdentity;
import io.chargeproof.teststate.StateStore;
import io.chargeproof.teststate.UserSnapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes what one run uses up or changes into custody. */
public final class RunState {
    /** Of so many customers at most it's asked whether the target knows them. */
    private static final int MOST_LOOKED_AT = 8;

    private final StateStore custody;
    private final Profile profile;
    private final boolean readOnly;
    private final RunIdentity run;
    private final Journal ledger;
    private final Set<String> forgotten = new HashSet<>();
    private @Nullable CardPool pool;
    private @Nullable AccountClaims claims;

    public RunState(StateStore custody, Profile profile, boolean readOnly, String runId, Instant started) {
        this.custody = custody;
        this.profile = profile;
        this.readOnly = readOnly;
        this.run = identity(profile, runId, started);
        this.ledger = custody.ledger(run);
    }

    /** A run of a profile, as the ledger knows it. */
    static RunIdentity identity(Profile profile, String runId, Instant started) {
        EvcNetTarget evcNet = EvcNetTarget.of(profile);
        OioiTarget oioi = OioiTarget.of(profile);
        return new RunIdentity(
                runId,
                started,
                profile.name(),
                profile.kind().label(),
                evcNet == null ? null : evcNet.baseUrl(),
                oioi == null ? null : oioi.endpoint(),
                oioi == null ? List.of() : usernames(oioi),
                null);
    }

    /** Whether anything lasts beyond the run. */
    boolean lasts() {
        return custody.lasts();
    }

    /** The users of the run at OIOI, if it is about it. */
    @Nullable UserFixtures users(int firstNumber) {
        OioiTarget oioi = OioiTarget.of(profile);
        return oioi == null
                ? null
                : new UserFixtures(
                        oioi,
                        new UserRequests(oioi),
                        firstNumber,
                        new Accounts(oioi, run.run(), custody.isOfSharedAccounts(), readOnly, this::keep));
    }

    /** The run's hold on its accounts. */
    AccountLock lease() {
        return custody.lease(run);
    }

    Journal ledger() {
        return ledger;
    }

    /** The cards that no run has spent, to be taken from. */
    CardPool cards(EvcNetTarget target) {
        pool = new CardPool(
                unspent(target),
                target.cardCustomer() != null,
                !custody.lasts(),
                card -> ledger.add(new JournalEntry.CardKept(card)));
        pool.noteElsewhere(custody.spentCards(run).keySet());
        return pool;
    }

    /** The cards that no run has spent; where a customer keeps its cards all of them, those last that others have. */
    public List<String> unspent(EvcNetTarget target) {
        Map<String, String> spent = custody.spentCards(run);
        List<String> cards = new ArrayList<>(target.cards());
        if (target.cardCustomer() == null) {
            cards.removeIf(card -> spent.containsKey(card) && !forgotten.contains(spent.get(card)));
        } else {
            cards.sort(Comparator.comparing(spent::containsKey));
        }
        return cards;
    }

    /**
     * Takes cards back, where there are too few, that were spent at a target which began afresh since, or at another that had
     * its address: it doesn't know the customers that got them.
     */
    void takeCardsBack(Predicate<String> isGone) {
        EvcNetTarget evcNet = EvcNetTarget.of(profile);
        if (pool == null || evcNet == null || readOnly || pool.isReusable()) {
            return;
        }
        Map<String, String> spent = custody.spentCards(run);
        List<String> customers = new ArrayList<>(new LinkedHashSet<>(spent.values()));
        Collections.reverse(customers);
        for (String customer : customers.subList(0, Math.min(MOST_LOOKED_AT, customers.size()))) {
            if (pool.left() < Math.max(1, pool.reserved()) && isGone.test(customer)) {
                forgotten.add(customer);
                pool.putBack(evcNet.cards().stream()
                        .filter(card -> customer.equals(spent.get(card)))
                        .toList());
            }
        }
    }

    /** Keeps what a user's details were; a run that only reads needn't. */
    void keep(UserSnapshot user) {
        if (!readOnly) {
            ledger.keep(user);
        }
    }

    /**
     * Has the ledger kept of whatever passes, and users claimed before they are changed.
     *
     * @param reclaims whether what changes them doesn't bear the run's mark
     */
    UnaryOperator<Transport> watch(@Nullable UserFixtures users, boolean reclaims) {
        Sleeper pause = custody.lasts() ? Sleeper.SLEEPING : none -> {};
        return next -> {
            Transport ledgered = new JournalingTransport(next, ledger, EvcNetTarget.of(profile), this::idOf);
            if (users == null || !users.accounts().areShared()) {
                return ledgered;
            }
            claims = new AccountClaims(users, ledgered, pause, reclaims);
            return claims;
        };
    }

    /**
     * Claims the users that scenarios change.
     *
     * @throws UsageException if somebody else is using one of them
     */
    void claimUsers() {
        AccountClaims own = claims;
        if (own != null && !readOnly) {
            own.claimAll();
        }
    }

    /** Takes over what runs before didn't put back. */
    void adopt(UserFixtures users) {
        if (readOnly) {
            return;
        }
        List<PendingRestore> left = custody.unrestored(users.endpoint()).stream()
                .filter(each -> run.isOfTheTargetOf(each.run()))
                .filter(each -> each.users().stream().allMatch(user -> roleOf(users, user) != null))
                .toList();
        for (PendingRestore each : left) {
            each.users().forEach(user -> adopt(users, user, each.run().run()));
            each.forget();
        }
    }

    /** One sandbox after the other gets the same port. */
    private void adopt(UserFixtures users, UserSnapshot user, String from) {
        Role role = Objects.requireNonNull(roleOf(users, user));
        users.accounts().adopt(role, user.details(), from);
        if (profile.kind() == TargetKind.SANDBOX) {
            users.accounts().doubt(role);
        }
    }

    /** What is worth knowing for the next run. */
    List<String> notices(Optional<Path> customers) {
        List<String> notices = new ArrayList<>();
        EvcNetTarget evcNet = EvcNetTarget.of(profile);
        if (custody.lasts() && evcNet != null && evcNet.cardCustomer() == null) {
            notices.add(
                    "cards: " + unspent(evcNet).size() + " of " + evcNet.cards().size() + " are left for later runs");
        }
        customers.ifPresent(file -> notices.add("customers: " + created() + " created, listed in " + file));
        return notices;
    }

    /** The role that a profile gives a user, if it knows the user. */
    static @Nullable Role roleOf(UserFixtures users, UserSnapshot user) {
        return Stream.of(Role.values())
                .filter(role -> {
                    TestUser known = users.find(role);
                    return known != null && known.username().equals(user.username());
                })
                .findFirst()
                .orElse(null);
    }

    private long created() {
        return ledger.entries().stream()
                .filter(entry -> entry instanceof JournalEntry.CustomerAnswered answered
                        && answered.fate() == JournalEntry.Fate.CREATED)
                .count();
    }

    private String idOf(Exchange exchange, String objectId) {
        EvcNetTarget evcNet = EvcNetTarget.of(profile);
        String path = evcNet == null ? null : evcNet.customerIdPath();
        return exchange.answer()
                .flatMap(answer ->
                        CustomerIds.in(answer, path, objectId, false).stream().findFirst())
                .map(CustomerIds.Candidate::id)
                .orElse("");
    }

    private static List<String> usernames(OioiTarget oioi) {
        return Stream.of(oioi.primary(), oioi.secondary(), oioi.sparse())
                .filter(Objects::nonNull)
                .map(TestUser::username)
                .toList();
    }
}
