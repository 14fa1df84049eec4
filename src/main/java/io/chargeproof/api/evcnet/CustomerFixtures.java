package io.chargeproof.api.evcnet;

import io.chargeproof.api.evcnet.CustomerBudget.Use;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.scenario.Cause;
import io.chargeproof.scenario.Causes;
import io.chargeproof.scenario.InconclusiveException;
import io.chargeproof.scenario.MissingTestDataException;
import io.chargeproof.scenario.ScenarioClient;
import io.chargeproof.scenario.SentRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The customers of a run: creates them within the budget, and keeps one that scenarios share. */
public final class CustomerFixtures {
    private final EvcNetTarget target;
    private final CustomerRequests requests;
    private final CustomerBodies bodies;
    private final CustomerBudget budget;
    private final CardPool cards;
    private final CustomerAddresses addresses;
    private final CustomerDiagnosis diagnosis;
    private final List<CreateAttempt> created = new ArrayList<>();
    private final List<SentRequest> before = new ArrayList<>();
    private final Set<Cause> found = ConcurrentHashMap.newKeySet();
    private @Nullable CreateAttempt ownCreation;
    private @Nullable CreateAttempt otherCreation;
    private @Nullable CreateAttempt addressed;
    private CustomerIsAddressable.@Nullable Attempt ownAttempt;
    private @Nullable Cause creates;
    private @Nullable Cause updates;

    /**
     * The customers of a run at a target.
     *
     * @param nearby whether the target is in a network of one's own, where no stranger's customers are
     */
    public CustomerFixtures(
            EvcNetTarget target,
            CustomerRequests requests,
            CustomerBodies bodies,
            CustomerBudget budget,
            CardPool cards,
            boolean nearby) {
        this.target = target;
        this.requests = requests;
        this.bodies = bodies;
        this.budget = budget;
        this.cards = cards;
        this.addresses = new CustomerAddresses(target, requests, bodies, nearby);
        this.diagnosis = new CustomerDiagnosis(requests, bodies);
    }

    EvcNetTarget target() {
        return target;
    }

    /** What gives a customer's password away in an answer. */
    public String passwordMark() {
        return bodies.passwordMark();
    }

    /** The passwords that customers have got so far. */
    public Set<String> passwords() {
        return bodies.passwords();
    }

    CustomerRequests requests() {
        return requests;
    }

    CustomerBodies bodies() {
        return bodies;
    }

    CardPool cards() {
        return cards;
    }

    /** Reserves the cards that scenarios need which decide these requirements, if they decide a MUST. */
    public void reserveCards(Collection<RequirementId> requirements) {
        CardFixtures.reserve(cards, requirements);
    }

    CustomerAddresses addresses() {
        return addresses;
    }

    /** A harmless request that is known to be good, if the run's own customer is there; else one to nobody. */
    public HttpRequest control() {
        Optional<Customer> own = known();
        return own.map(customer -> requests.update(customer.id(), body(bodies.update(customer.body()))))
                .orElseGet(() -> requests.update("999999999", Body.of("{}")));
    }

    /** A complete update of a customer that another run or somebody else created. */
    public HttpRequest updateOf(String id) {
        return requests.update(id, body(bodies.updateOfAnyone()));
    }

    /** A request that changes nothing, for a target that may only be read. */
    public HttpRequest look() {
        return requests.look();
    }

    /** Keeps what was sent before the run, for the scenarios to judge. */
    public synchronized void keepBefore(Exchange exchange) {
        before.add(new SentRequest(exchange, false));
    }

    /** The creation of the customer that scenarios share; made at the first call. */
    synchronized CreateAttempt ownCreation(ScenarioClient wire) {
        CreateAttempt creation = usable(ownCreation, wire);
        ownCreation = creation;
        return creation;
    }

    /** The creation of another customer, for scenarios that need two; made at the first call. */
    synchronized CreateAttempt otherCreation(ScenarioClient wire) {
        CreateAttempt creation = usable(otherCreation, wire);
        otherCreation = creation;
        return creation;
    }

    /** A creation that was answered: the one before, or a new one. */
    private CreateAttempt usable(@Nullable CreateAttempt before, ScenarioClient wire) {
        return before == null || before.sent().exchange().isInconclusive() ? require(wire, Plan.PLAIN) : before;
    }

    /**
     * Creates the customer that scenarios share, and addresses it, before any of them begins, so that what stands in its way is
     * known to all; without an answer it is left to them.
     *
     * @return what came of it, if the create was answered
     */
    public synchronized Optional<Start> begin(ScenarioClient wire) {
        try {
            ownAttempt(wire);
        } catch (InconclusiveException | MissingTestDataException left) {
            // Each scenario that needs the customer says so.
        }
        wire.exchanges().stream()
                .filter(exchange -> exchange.request().method() != HttpMethod.POST || !isSuccess(exchange))
                .forEach(this::keepBefore);
        CustomerIsAddressable.Attempt attempt = ownAttempt;
        CreateAttempt creation = attempt == null ? ownCreation : addressed;
        return creation == null || creation.sent().exchange().isInconclusive()
                ? Optional.empty()
                : Optional.of(new Start(
                        creation.sent().exchange(),
                        attempt,
                        target.customerIdPath() == null || attempt == null || isAddressed(attempt)
                                ? Optional.empty()
                                : addresses.elsewhere(wire, creation)));
    }

    private static boolean isAddressed(CustomerIsAddressable.Attempt attempt) {
        return attempt.accepted().isPresent() || attempt.last().isInconclusive();
    }

    /**
     * How the run began at the Customer API.
     *
     * @param create the create of the customer that scenarios share, as it was answered
     * @param attempt what came of addressing that customer, if it was created
     * @param elsewhere where the id stands by which the customer can be addressed, if not where the profile says
     */
    public record Start(Exchange create, CustomerIsAddressable.@Nullable Attempt attempt, Optional<String> elsewhere) {}

    /** What came of addressing the customer that scenarios share. */
    synchronized CustomerIsAddressable.Attempt ownAttempt(ScenarioClient wire) {
        CustomerIsAddressable.Attempt attempt = ownAttempt;
        if (attempt == null || attempt.last().isInconclusive()) {
            CreateAttempt creation = accepted(wire);
            attempt = addresses.find(wire, creation);
            if (!attempt.last().isInconclusive()) {
                attempt = diagnosed(wire, creation, attempt);
            }
            addressed = creation;
            ownAttempt = attempt;
        }
        before.forEach(wire::adopt);
        before.clear();
        return attempt;
    }

    /** The first of two creations that was accepted; one that was refused may be refused by chance. */
    private CreateAttempt accepted(ScenarioClient wire) {
        CreateAttempt first = ownCreation(wire);
        wire.needed(first.sent());
        CreateAttempt accepted = first.isAccepted() ? first : otherCreation(wire);
        wire.needed(accepted.sent());
        if (accepted.isAccepted()) {
            creates = CustomerDiagnosis.ofStatus(accepted.sent().exchange(), "EVC-CREATE-1")
                    .orElse(creates);
            return accepted;
        }
        Cause known = creates;
        if (known == null) {
            known = diagnosis.ofCreates(
                    first,
                    plan -> create(wire, plan).filter(CreateAttempt::isAccepted).isPresent());
            creates = known;
        }
        throw new MissingTestDataException(known.reason());
    }

    private CustomerIsAddressable.Attempt diagnosed(
            ScenarioClient wire, CreateAttempt creation, CustomerIsAddressable.Attempt attempt) {
        if (attempt.accepted().isPresent()) {
            updates = CustomerDiagnosis.ofStatus(attempt.last(), "EVC-UPDATE-1").orElse(null);
            return attempt;
        }
        for (CustomerIds.Candidate each : attempt.tried()) {
            if (diagnosis.isKnown(wire, each.id())) {
                updates = CustomerDiagnosis.ofMembers(attempt.last());
                addresses.accept(each);
                return new CustomerIsAddressable.Attempt(
                        attempt.tried(), Optional.of(each), attempt.first(), attempt.last(), attempt.late());
            }
        }
        updates = diagnosis.ofUpdates(wire, creation, attempt);
        return attempt;
    }

    /** Ends the scenario if the customer that scenarios share can't be addressed by a fault that others are about. */
    synchronized void requireNoOtherCause(ScenarioClient wire) {
        CustomerIsAddressable.Attempt attempt = ownAttempt(wire);
        Cause known = updates;
        if (attempt.accepted().isEmpty() && known != null && !wire.isAbout(known)) {
            throw new MissingTestDataException(known.reason());
        }
    }

    /** Why requests fail that nothing is wrong with. */
    public Causes causes() {
        return new Causes() {
            @Override
            public Optional<Cause> behind(Exchange failed) {
                return known(failed);
            }

            @Override
            public boolean isGeneral(Exchange failed) {
                return CustomerDiagnosis.isForTheToken(failed.status().orElse(0));
            }

            @Override
            public boolean isNew(Cause cause) {
                return found.add(cause);
            }

            @Override
            public Optional<Cause> shownBy(Exchange control) {
                return lost(control);
            }
        };
    }

    private synchronized Optional<Cause> known(Exchange failed) {
        return Stream.of(Optional.ofNullable(creates), Optional.ofNullable(updates))
                .flatMap(Optional::stream)
                .filter(known -> known.isBehind(failed))
                .findFirst();
    }

    private synchronized Optional<Cause> lost(Exchange control) {
        boolean wasAccepted = known().isPresent();
        return control.status()
                .filter(status -> wasAccepted && CustomerDiagnosis.isForTheToken(status))
                .map(status -> CustomerDiagnosis.ofToken(control));
    }

    /**
     * The customer that scenarios share. Where no id addresses it the likeliest stands in for those scenarios that are about
     * the cause.
     */
    Customer own(ScenarioClient wire) {
        requireNoOtherCause(wire);
        CustomerIsAddressable.Attempt attempt = ownAttempt(wire);
        CustomerIds.Candidate id = attempt.accepted()
                .or(() -> attempt.tried().stream().findFirst())
                .orElseThrow(
                        () -> new MissingTestDataException("the answer to the create shows no id of the customer"));
        return new Customer(id.id(), addressed().body());
    }

    /** The create of the customer that scenarios share and address. */
    synchronized CreateAttempt addressed() {
        return Objects.requireNonNull(addressed, "no customer was addressed yet");
    }

    /** The customer that cards are attached to: the profile's, or the one that scenarios share. */
    Customer cardHolder(ScenarioClient wire) {
        String standing = target.cardCustomer();
        return standing == null ? own(wire) : new Customer(standing, bodies.create());
    }

    /**
     * How a customer is created.
     *
     * @param text what is sent, made of the complete body
     * @param request what is changed in the request
     * @param use what the customer is for
     */
    record Plan(Function<ObjectNode, String> text, UnaryOperator<HttpRequest> request, Use use) {
        static final Plan PLAIN = new Plan(ObjectNode::toString, UnaryOperator.identity(), Use.SCENARIO);

        static Plan of(Function<ObjectNode, String> text, UnaryOperator<HttpRequest> request) {
            return new Plan(text, request, Use.SCENARIO);
        }

        Plan asSweep() {
            return as(Use.SWEEP);
        }

        Plan as(Use other) {
            return new Plan(text, request, other);
        }
    }

    /** Creates a customer; ends the scenario if the budget doesn't allow it. */
    CreateAttempt require(ScenarioClient wire, Plan plan) {
        return create(wire, plan)
                .orElseThrow(() -> new MissingTestDataException("limits.max-customers leaves no customer to create"));
    }

    /** Creates a customer; none if the budget doesn't allow it. */
    Optional<CreateAttempt> create(ScenarioClient wire, Plan plan) {
        if (!budget.reserve(plan.use())) {
            return Optional.empty();
        }
        AtomicReference<@Nullable ObjectNode> last = new AtomicReference<>();
        Supplier<HttpRequest> fresh = () -> {
            ObjectNode body = bodies.create();
            last.set(body);
            return plan.request().apply(requests.create(Body.of(plan.text().apply(body.deepCopy()))));
        };
        CreateAttempt creation = new CreateAttempt(sent(wire, plan, fresh), Objects.requireNonNull(last.get()));
        if (creation.isAccepted()) {
            remember(creation);
        }
        return Optional.of(creation);
    }

    /** Creates two customers at the same moment, if two are left of which no scenario needs one. */
    List<CreateAttempt> createPair(ScenarioClient wire) {
        if (!budget.reservePair()) {
            return List.of();
        }
        Fresh one = new Fresh();
        Fresh other = new Fresh();
        List<SentRequest> sent = sentTogether(wire, one, other);
        List<CreateAttempt> pair =
                List.of(new CreateAttempt(sent.get(0), one.last()), new CreateAttempt(sent.get(1), other.last()));
        pair.stream().filter(CreateAttempt::isAccepted).forEach(this::remember);
        return pair;
    }

    private List<SentRequest> sentTogether(ScenarioClient wire, Fresh one, Fresh other) {
        List<SentRequest> sent = List.of();
        try {
            sent = wire.sendTogether(one, other);
            return sent;
        } finally {
            settle(sent.isEmpty() || mayBeKept(sent.get(0)));
            settle(sent.isEmpty() || mayBeKept(sent.get(1)));
        }
    }

    /** Creates of which each differs from the one before it. */
    private final class Fresh implements Supplier<HttpRequest> {
        private volatile @Nullable ObjectNode last;

        @Override
        public HttpRequest get() {
            ObjectNode body = bodies.create();
            last = body;
            return requests.create(body(body));
        }

        /** The body of the one that was sent last. */
        ObjectNode last() {
            return Objects.requireNonNull(last);
        }
    }

    private static boolean mayBeKept(SentRequest sent) {
        return sent.exchange().isInconclusive() || isSuccess(sent.exchange());
    }

    private static boolean isSuccess(Exchange exchange) {
        return exchange.status().filter(status -> status < 300).isPresent();
    }

    private void settle(boolean kept) {
        if (kept) {
            budget.keep();
        } else {
            budget.giveBack();
        }
    }

    /** What was reserved is kept or given back before anything else: others may be waiting for it. */
    private SentRequest sent(ScenarioClient wire, Plan plan, Supplier<HttpRequest> fresh) {
        boolean kept = true;
        try {
            SentRequest sent = plan.use() == Use.SCENARIO ? wire.sendFresh(fresh) : wire.sweepFresh(fresh);
            kept = mayBeKept(sent);
            return sent;
        } finally {
            settle(kept);
        }
    }

    /** An id that no customer has: the profile's, or one that is made of the run's own customer's. */
    String unknownId(ScenarioClient wire, int variant) {
        String given = target.unknownCustomerId();
        return given == null ? addresses.unlike(own(wire).id(), variant) : given;
    }

    static Body body(ObjectNode json) {
        return Body.of(json.toString());
    }

    private synchronized Optional<Customer> known() {
        CustomerIsAddressable.Attempt attempt = ownAttempt;
        CreateAttempt creation = addressed;
        return attempt == null || creation == null
                ? Optional.empty()
                : attempt.accepted().map(candidate -> new Customer(candidate.id(), creation.body()));
    }

    /** All customers that were created so far. */
    synchronized List<CreateAttempt> created() {
        return List.copyOf(created);
    }

    /** Counts a customer no longer that may be gone soon. */
    synchronized void forget(CreateAttempt creation) {
        created.remove(creation);
    }

    private synchronized void remember(CreateAttempt creation) {
        created.add(creation);
        addresses.note(creation);
    }
}
