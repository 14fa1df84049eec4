package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerDeviations.answering;
import static io.chargeproof.sandbox.evcnet.CustomerVariation.ofCustomers;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Draft;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** Trouble with the ids of new customers. */
final class CustomerIdDefects {
    private static final int IDS = 10;

    static final List<Deviation<CustomerRecords>> DEFECTS = List.of(
            defect("evc-id-not-shown")
                    .breaks("EVC-CREATE-2")
                    .says("A create doesn't show the new customer's id anywhere; the path of PUT takes it.")
                    .by(answering(RequestResults::isCreated, CustomerIdDefects::withoutId)),
            defect("evc-id-of-another-table")
                    .breaks("EVC-CREATE-2")
                    .says("A create shows an id that PUT doesn't know; the path of PUT takes the customer's id.")
                    .by(shown(id -> id + 5_000_000)),
            defect("evc-id-loses-a-digit")
                    .breaks("EVC-CREATE-2")
                    .says("A create shows the id without its last digit; the path of PUT takes the customer's id.")
                    .by(shown(id -> id / 10)),
            defect("evc-new-customer-not-kept")
                    .breaks("EVC-CREATE-2")
                    .says("A create succeeds and keeps nothing, so that PUT finds nobody; the methods table "
                            + "says that it creates a customer.")
                    .by(notKept(1)),
            defect("evc-newest-customer-unknown")
                    .breaks("EVC-CREATE-2")
                    .says("PUT finds a customer only when another was created after it; the methods table makes "
                            + "no such difference.")
                    .by(newestUnknown()),
            defect("evc-new-customer-known-at-second-try")
                    .breaks("EVC-CREATE-15")
                    .says("A new customer is unknown to the first update; PUT is for a customer who was created.")
                    .by(unknownAtFirst(1, "belongs to no customer")),
            defect("evc-new-customer-busy-at-first")
                    .breaks("EVC-CREATE-15")
                    .says("A new customer can't be updated yet, says the answer to the first three updates; PUT "
                            + "is for a customer who was created.")
                    .by(unknownAtFirst(3, "is being set up")),
            defect("evc-new-customer-unknown-for-long")
                    .breaks("EVC-CREATE-2")
                    .says("A new customer is unknown to the first fifteen updates; PUT is for a customer who "
                            + "was created.")
                    .by(unknownAtFirst(15, "belongs to no customer")),
            defect("evc-every-fourth-id-not-shown")
                    .breaks("EVC-CREATE-2")
                    .says("Every fourth create shows no id; PUT wants one, whichever create it was.")
                    .by(everyFourthNotShown()),
            defect("evc-every-third-customer-not-kept")
                    .breaks("EVC-CREATE-2")
                    .says("Every third customer is confirmed and not kept; the methods table has PUT for each "
                            + "that is created.")
                    .by(notKept(3)),
            defect("evc-letters-behind-id-ignored")
                    .breaks("EVC-UPDATE-4")
                    .says("An id with letters behind it is read as the number before them; the interface "
                            + "section has a customer's own id.")
                    .by(lettersIgnored()),
            defect("evc-one-id-for-all")
                    .breaks("EVC-CREATE-3")
                    .says("Every create answers the same id; the path of PUT takes an id that names one customer.")
                    .by(repeated(members -> "all")),
            defect("evc-id-by-zip-code")
                    .breaks("EVC-CREATE-3")
                    .says("Creates with the same zip code answer the same id; the path of PUT takes an id that "
                            + "names one customer.")
                    .by(repeated(members -> members.path("zip_code").asString(""))),
            defect("evc-ids-in-pairs")
                    .breaks("EVC-CREATE-3")
                    .says("Every second create answers the id of the one before; the path of PUT takes an id "
                            + "that names one customer.")
                    .by(everyTimeOf(count -> count / 2)),
            defect("evc-ids-run-out-after-ten")
                    .breaks("EVC-CREATE-3")
                    .says("From the eleventh create on the ids come again; the path of PUT takes an id that "
                            + "names one customer.")
                    .by(everyTimeOf(count -> count % IDS)));

    private CustomerIdDefects() {}

    private static Draft withoutId(Draft draft) {
        return draft.edited(body -> body.remove("data"));
    }

    private static Variation<CustomerRecords> shown(LongUnaryOperator change) {
        return ofCustomers(CustomerFlow.class, next -> (pipeline, request) -> {
            RequestResult outcome = next.proceed(pipeline, request);
            return outcome instanceof Accepted done && RequestResults.isCreated(outcome)
                    ? new Accepted(done.operation(), change.applyAsLong(done.customer()))
                    : outcome;
        });
    }

    /** Every so many times the id is used up, and nobody has it. */
    private static Variation<CustomerRecords> notKept(int every) {
        return service -> {
            AtomicInteger count = new AtomicInteger();
            AtomicLong last = new AtomicLong(7_000_000);
            return service.with(
                    Registration.class,
                    next -> members -> count.incrementAndGet() % every == 0
                            ? new Accepted(Accepted.Operation.CREATE, last.incrementAndGet())
                            : next.register(members));
        };
    }

    private static Variation<CustomerRecords> everyFourthNotShown() {
        return service -> {
            AtomicInteger count = new AtomicInteger();
            return answering(
                            outcome -> RequestResults.isCreated(outcome) && count.incrementAndGet() % 4 == 0,
                            CustomerIdDefects::withoutId)
                    .vary(service);
        };
    }

    /** As databases do that compare a text with a number. */
    private static Variation<CustomerRecords> lettersIgnored() {
        return ofCustomers(
                Updating.class,
                next -> (id, members) -> next.update(id.replaceFirst("(?<=\\d)[A-Za-z]+$", ""), members));
    }

    /** As if updates read from a copy that is one creation behind. */
    private static Variation<CustomerRecords> newestUnknown() {
        return service -> {
            AtomicLong newest = new AtomicLong();
            return ofCustomers(Registration.class, next -> members -> remembered(next.register(members), newest))
                    .and(ofCustomers(
                            Updating.class,
                            next -> (id, members) -> id.equals(Long.toString(newest.get()))
                                    ? Refusal.of(Refusal.Reason.INVALID, "customerId", "belongs to no customer")
                                    : next.update(id, members)))
                    .vary(service);
        };
    }

    /** As if what is created took a while to get where updates look for it. */
    private static Variation<CustomerRecords> unknownAtFirst(int tries, String problem) {
        return service -> {
            Map<String, AtomicInteger> tried = new ConcurrentHashMap<>();
            return service.with(
                    Updating.class,
                    next -> (id, members) -> tried.computeIfAbsent(id, any -> new AtomicInteger())
                                            .incrementAndGet()
                                    <= tries
                            ? Refusal.of(Refusal.Reason.INVALID, "customerId", problem)
                            : next.update(id, members));
        };
    }

    private static RequestResult remembered(RequestResult outcome, AtomicLong newest) {
        if (outcome instanceof Accepted done) {
            newest.set(done.customer());
        }
        return outcome;
    }

    /** A creation shows the id of the first one that is alike. */
    private static Variation<CustomerRecords> repeated(Function<ObjectNode, String> likeness) {
        return service -> {
            Map<String, RequestResult> first = new ConcurrentHashMap<>();
            return service.with(
                    Registration.class,
                    next -> members -> first.computeIfAbsent(likeness.apply(members), alike -> next.register(members)));
        };
    }

    private static Variation<CustomerRecords> everyTimeOf(LongUnaryOperator turn) {
        return service -> {
            AtomicInteger count = new AtomicInteger();
            return repeated(members -> Long.toString(turn.applyAsLong(count.getAndIncrement())))
                    .vary(service);
        };
    }
}
