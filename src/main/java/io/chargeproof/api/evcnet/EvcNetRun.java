package io.chargeproof.api.evcnet;

import io.chargeproof.api.ApiRun;
import io.chargeproof.api.ClientSettings;
import io.chargeproof.api.Preflight;
import io.chargeproof.api.RunSetup;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Transport;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.scenario.ApiLines;
import io.chargeproof.teststate.JournalEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the Customer API does in one run. Customers stay where they are, and cards that were sent are spent. */
final class EvcNetRun implements ApiRun {
    private static final int LARGEST_FIRST_REQUEST_ID = 1_000_000_000;

    /** Of so many customers at most it's asked whether the target knows them. */
    private static final int MOST_LOOKED_AT = 8;

    private final EvcNetTarget target;
    private final RunSetup setup;
    private final CustomerRequests requests;
    private final SpentCards spent;
    private final CardPool pool;
    private final CustomerFixtures customers;
    private List<Exchange> seen = List.of();
    private @Nullable Exchange strange;
    private Optional<Path> list = Optional.empty();

    EvcNetRun(EvcNetTarget target, RunSetup setup) {
        this.target = target;
        this.setup = setup;
        this.requests = new CustomerRequests(target, 1 + new Random(setup.seed()).nextInt(LARGEST_FIRST_REQUEST_ID));
        this.spent = new SpentCards(setup.store(), setup.identity());
        this.pool = pool();
        this.customers = new CustomerFixtures(
                target,
                requests,
                new CustomerBodies(target, setup.identity().run()),
                new CustomerBudget(setup.profile().limits().maxCustomers()),
                pool,
                setup.nearby());
    }

    /** The cards that no run has spent, to be taken from. */
    private CardPool pool() {
        CardPool cards = new CardPool(
                spent.left(target),
                target.cardCustomer() != null,
                !setup.store().lasts(),
                card -> setup.journal().add(new JournalEntry.CardKept(card)));
        cards.noteElsewhere(spent.customers().keySet());
        return cards;
    }

    @Override
    public EvcNetTarget target() {
        return target;
    }

    @Override
    public Transport before(Transport next) {
        return new JournalingTransport(next, setup.journal(), target, this::idOf);
    }

    private String idOf(Exchange exchange, String objectId) {
        return exchange.answer()
                .flatMap(answer -> CustomerIds.in(answer, target.customerIdPath(), objectId, false).stream()
                        .findFirst())
                .map(CustomerIds.Candidate::id)
                .orElse("");
    }

    @Override
    public List<HttpRequest> healthProbes() {
        CustomerRequests own = new CustomerRequests(target, 1);
        return setup.readOnly() ? List.of(own.look()) : CustomerPreflight.harmless(own);
    }

    /** No documented request of this API only reads. */
    @Override
    public boolean look(Transport transport, Transport once) {
        if (setup.readOnly()) {
            return true;
        }
        CustomerPreflight preflight = new CustomerPreflight(target, requests, transport, once);
        Preflight.Result result = preflight.look();
        seen = preflight.answered();
        strange = result == Preflight.Result.STRANGE ? preflight.last() : null;
        if (strange != null && !setup.scripted()) {
            throw CustomerPreflight.stranger(target, strange, "whatever is asked, nothing was written");
        }
        return result != Preflight.Result.UNREACHABLE;
    }

    @Override
    public void prepare(Collection<RequirementId> requirements, Transport transport) {
        seen.forEach(customers::keepBefore);
        customers.reserveCards(requirements);
        if (!setup.readOnly()) {
            CustomerProbe probe = new CustomerProbe(transport, requests, CustomerPreflight.nobody(target));
            probe.require(target.cardCustomer(), customers::updateOf);
            takeCardsBack(probe);
        }
    }

    /**
     * Takes cards back, where there are too few, that were spent at a target which began afresh since, or at another that had
     * its address: it doesn't know the customers that got them.
     */
    private void takeCardsBack(CustomerProbe probe) {
        if (pool.isReusable()) {
            return;
        }
        Map<String, String> holders = spent.customers();
        List<String> newest = new ArrayList<>(new LinkedHashSet<>(holders.values()));
        Collections.reverse(newest);
        for (String customer : newest.subList(0, Math.min(MOST_LOOKED_AT, newest.size()))) {
            if (pool.left() < Math.max(1, pool.reserved()) && probe.at(customer).isUnknown()) {
                spent.forget(customer);
                pool.putBack(target.cards().stream()
                        .filter(card -> customer.equals(holders.get(card)))
                        .toList());
            }
        }
    }

    @Override
    public ClientSettings client() {
        return new ClientSettings(
                setup.readOnly() ? customers::look : customers::control,
                CustomerInvariants.standing(target, customers.passwordMark()),
                "EVC-HTTP-2",
                customers.causes(),
                CustomerAnswer::inWords);
    }

    @Override
    public void begin(ApiLines clients) {
        if (!setup.readOnly()) {
            new FirstCustomer(customers, target, setup.catalogue(), clients, setup.patience()).create(strange);
        }
    }

    @Override
    public List<Object> components() {
        return List.of(customers, new CardFixtures(customers));
    }

    @Override
    public List<String> cleanUp(Transport transport) {
        list = setup.journal().listCustomers();
        return List.of();
    }

    @Override
    public List<String> notices() {
        List<String> notices = new ArrayList<>();
        if (setup.store().lasts() && target.cardCustomer() == null) {
            notices.add("cards: " + spent.left(target).size() + " of "
                    + target.cards().size() + " are left for later runs");
        }
        list.ifPresent(file -> notices.add("customers: " + created() + " created, listed in " + file));
        return notices;
    }

    private long created() {
        return setup.journal().entries().stream()
                .filter(entry -> entry instanceof JournalEntry.CustomerAnswered answered
                        && answered.fate() == JournalEntry.Fate.CREATED)
                .count();
    }

    @Override
    public Map<String, String> secrets() {
        Map<String, String> secrets = new TreeMap<>();
        customers.passwords().forEach(password -> secrets.put(password, "EVC_NET_NEW_PASSWORD"));
        return secrets;
    }
}
