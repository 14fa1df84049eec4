package io.chargeproof.steps;

import io.chargeproof.custody.CardPool;
import io.chargeproof.custody.CustomerBudget;
import io.chargeproof.custody.CustomerBudget.Use;
import io.chargeproof.evcnet.CustomerBodies;
import io.chargeproof.evcnet.CustomerIds;
import io.chargeproof.evcnet.CustomerIsAddressable;
import io.chargeproof.evcnet.CustomerRequests;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.target.EvcNetTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The customers of a run: creates them within the budget, and keeps one that scenarios share. */
public final class Customers {
    private final EvcNetTarget target;
    private final CustomerRequests requests;
    private final CustomerBodies bodies;
    private final CustomerBudget budget;
    private final CardPool cards;
    private final CustomerAddresses addresses;
    private final List<Creation> created = new ArrayList<>();
    private @Nullable Creation ownCreation;
    private @Nullable Creation otherCreation;
    private CustomerIsAddressable.@Nullable Attempt ownAttempt;

    /**
     * The customers of a run at a target.
     *
     * @param nearby whether the target is in a network of one's own, where no stranger's customers are
     */
    public Customers(
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
    }

    EvcNetTarget target() {
        return target;
    }

    /** The password that every created customer gets. */
    public String password() {
        return bodies.password();
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

    CustomerAddresses addresses() {
        return addresses;
    }

    /** A harmless request that is known to be good, if the run's own customer is there; else one to nobody. */
    public HttpRequest control() {
        Optional<Customer> own = known();
        return own.map(customer -> requests.update(customer.id(), body(bodies.update(customer.body()))))
                .orElseGet(() -> requests.update("999999999", Body.of("{}")));
    }

    /** A request that changes nothing, for a target that may only be read. */
    public HttpRequest look() {
        return requests.look();
    }

    /** A right update of a customer that another run created. */
    public HttpRequest touch(String id) {
        HttpRequest request = requests.update(id, body(bodies.updateOfAnyone()));
        return request.withPurpose(request.purpose().as("a look whether a customer is still there"));
    }

    /** The creation of the customer that scenarios share; made at the first call. */
    synchronized Creation ownCreation(Wire wire) {
        Creation creation = usable(ownCreation, wire);
        ownCreation = creation;
        return creation;
    }

    /** The creation of another customer, for scenarios that need two; made at the first call. */
    synchronized Creation otherCreation(Wire wire) {
        Creation creation = usable(otherCreation, wire);
        otherCreation = creation;
        return creation;
    }

    /** A creation that was answered: the one before, or a new one. */
    private Creation usable(@Nullable Creation before, Wire wire) {
        return before == null || before.sent().exchange().isInconclusive() ? require(wire, Plan.PLAIN) : before;
    }

    /** What came of addressing the customer that scenarios share. */
    synchronized CustomerIsAddressable.Attempt ownAttempt(Wire wire) {
        CustomerIsAddressable.Attempt attempt = ownAttempt;
        if (attempt == null || attempt.last().isInconclusive()) {
            Creation creation = ownCreation(wire);
            wire.needed(creation.sent());
            if (!creation.isAccepted()) {
                throw new TestDataMissing("no customer could be created: "
                        + creation.sent().exchange().outcomeInWords());
            }
            attempt = addresses.find(wire, creation);
            ownAttempt = attempt;
        }
        return attempt;
    }

    /**
     * The customer that scenarios share. Where no id addresses it the likeliest stands in, so that every requirement on
     * updates is judged for itself.
     */
    Customer own(Wire wire) {
        CustomerIsAddressable.Attempt attempt = ownAttempt(wire);
        CustomerIds.Candidate id = attempt.accepted()
                .or(() -> attempt.tried().stream().findFirst())
                .orElseThrow(() -> new TestDataMissing("the answer to the create shows no id of the customer"));
        return new Customer(id.id(), ownCreation(wire).body());
    }

    /** The customer that cards are attached to: the profile's, or the one that scenarios share. */
    Customer cardHolder(Wire wire) {
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
    Creation require(Wire wire, Plan plan) {
        return create(wire, plan)
                .orElseThrow(() -> new TestDataMissing("limits.max-customers leaves no customer to create"));
    }

    /** Creates a customer; none if the budget doesn't allow it. */
    Optional<Creation> create(Wire wire, Plan plan) {
        if (!budget.reserve(plan.use())) {
            return Optional.empty();
        }
        AtomicReference<ObjectNode> last = new AtomicReference<>(bodies.create());
        Supplier<HttpRequest> fresh = () -> {
            ObjectNode body = bodies.create();
            last.set(body);
            return plan.request().apply(requests.create(Body.of(plan.text().apply(body.deepCopy()))));
        };
        Creation creation = new Creation(sent(wire, plan, fresh), last.get());
        if (creation.isAccepted()) {
            remember(creation);
        }
        return Optional.of(creation);
    }

    /** What was reserved is kept or given back before anything else: others may be waiting for it. */
    private Sent sent(Wire wire, Plan plan, Supplier<HttpRequest> fresh) {
        boolean kept = true;
        try {
            Sent sent = plan.use() == Use.SCENARIO ? wire.sendFresh(fresh) : wire.sweepFresh(fresh);
            kept = sent.exchange().isInconclusive()
                    || sent.exchange().status().filter(status -> status < 300).isPresent();
            return sent;
        } finally {
            if (kept) {
                budget.keep();
            } else {
                budget.giveBack();
            }
        }
    }

    /** An id that no customer has: the profile's, or one that is made of the run's own customer's. */
    String unknownId(Wire wire, int variant) {
        String given = target.unknownCustomerId();
        return given == null ? addresses.unlike(own(wire).id(), variant) : given;
    }

    static Body body(ObjectNode json) {
        return Body.of(json.toString());
    }

    private synchronized Optional<Customer> known() {
        CustomerIsAddressable.Attempt attempt = ownAttempt;
        Creation creation = ownCreation;
        return attempt == null || creation == null
                ? Optional.empty()
                : attempt.accepted().map(candidate -> new Customer(candidate.id(), creation.body()));
    }

    /** All customers that were created so far. */
    synchronized List<Creation> created() {
        return List.copyOf(created);
    }

    /** Counts a customer no longer that may be gone soon. */
    synchronized void forget(Creation creation) {
        created.remove(creation);
    }

    private synchronized void remember(Creation creation) {
        created.add(creation);
        addresses.note(creation);
    }
}
