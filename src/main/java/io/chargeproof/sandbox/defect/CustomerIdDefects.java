package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.CustomerBreach.answering;
import static io.chargeproof.sandbox.provider.Variation.ofCustomers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.customer.CustomerFlow;
import io.chargeproof.sandbox.customer.Done;
import io.chargeproof.sandbox.customer.Outcome;
import io.chargeproof.sandbox.customer.Refusal;
import io.chargeproof.sandbox.customer.Registration;
import io.chargeproof.sandbox.customer.Updating;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Draft;
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

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("evc-id-not-shown", answering(CustomerOutcome::isCreated, CustomerIdDefects::withoutId)),
            entry("evc-id-of-another-table", shown(id -> id + 5_000_000)),
            entry("evc-id-loses-a-digit", shown(id -> id / 10)),
            entry("evc-new-customer-not-kept", notKept(1)),
            entry("evc-newest-customer-unknown", newestUnknown()),
            entry("evc-new-customer-known-at-second-try", unknownAtFirst(1, "belongs to no customer")),
            entry("evc-new-customer-busy-at-first", unknownAtFirst(3, "is being set up")),
            entry("evc-new-customer-unknown-for-long", unknownAtFirst(15, "belongs to no customer")),
            entry("evc-every-fourth-id-not-shown", everyFourthNotShown()),
            entry("evc-every-third-customer-not-kept", notKept(3)),
            entry("evc-letters-behind-id-ignored", lettersIgnored()),
            entry("evc-one-id-for-all", repeated(members -> "all")),
            entry(
                    "evc-id-by-zip-code",
                    repeated(members -> members.path("zip_code").asString(""))),
            entry("evc-ids-in-pairs", everyTimeOf(count -> count / 2)),
            entry("evc-ids-run-out-after-ten", everyTimeOf(count -> count % IDS)));

    private CustomerIdDefects() {}

    private static Draft withoutId(Draft draft) {
        return draft.edited(body -> body.remove("data"));
    }

    private static Variation shown(LongUnaryOperator change) {
        return ofCustomers(CustomerFlow.class, next -> (pipeline, request) -> {
            Outcome outcome = next.proceed(pipeline, request);
            return outcome instanceof Done done && CustomerOutcome.isCreated(outcome)
                    ? new Done(done.operation(), change.applyAsLong(done.customer()))
                    : outcome;
        });
    }

    /** Every so many times the id is used up, and nobody has it. */
    private static Variation notKept(int every) {
        return provider -> {
            AtomicInteger count = new AtomicInteger();
            AtomicLong last = new AtomicLong(7_000_000);
            return provider.withCustomerStep(
                    Registration.class,
                    next -> members -> count.incrementAndGet() % every == 0
                            ? new Done(Done.Operation.CREATE, last.incrementAndGet())
                            : next.register(members));
        };
    }

    private static Variation everyFourthNotShown() {
        return provider -> {
            AtomicInteger count = new AtomicInteger();
            return answering(
                            outcome -> CustomerOutcome.isCreated(outcome) && count.incrementAndGet() % 4 == 0,
                            CustomerIdDefects::withoutId)
                    .vary(provider);
        };
    }

    /** As databases do that compare a text with a number. */
    private static Variation lettersIgnored() {
        return ofCustomers(
                Updating.class,
                next -> (id, members) -> next.update(id.replaceFirst("(?<=\\d)[A-Za-z]+$", ""), members));
    }

    /** As if updates read from a copy that is one creation behind. */
    private static Variation newestUnknown() {
        return provider -> {
            AtomicLong newest = new AtomicLong();
            return ofCustomers(Registration.class, next -> members -> remembered(next.register(members), newest))
                    .and(ofCustomers(
                            Updating.class,
                            next -> (id, members) -> id.equals(Long.toString(newest.get()))
                                    ? Refusal.of(Refusal.Reason.INVALID, "customerId", "belongs to no customer")
                                    : next.update(id, members)))
                    .vary(provider);
        };
    }

    /** As if what is created took a while to get where updates look for it. */
    private static Variation unknownAtFirst(int tries, String problem) {
        return provider -> {
            Map<String, AtomicInteger> tried = new ConcurrentHashMap<>();
            return provider.withCustomerStep(
                    Updating.class,
                    next -> (id, members) -> tried.computeIfAbsent(id, any -> new AtomicInteger())
                                            .incrementAndGet()
                                    <= tries
                            ? Refusal.of(Refusal.Reason.INVALID, "customerId", problem)
                            : next.update(id, members));
        };
    }

    private static Outcome remembered(Outcome outcome, AtomicLong newest) {
        if (outcome instanceof Done done) {
            newest.set(done.customer());
        }
        return outcome;
    }

    /** A creation shows the id of the first one that is alike. */
    private static Variation repeated(Function<ObjectNode, String> likeness) {
        return provider -> {
            Map<String, Outcome> first = new ConcurrentHashMap<>();
            return provider.withCustomerStep(
                    Registration.class,
                    next -> members -> first.computeIfAbsent(likeness.apply(members), alike -> next.register(members)));
        };
    }

    private static Variation everyTimeOf(LongUnaryOperator turn) {
        return provider -> {
            AtomicInteger count = new AtomicInteger();
            return repeated(members -> Long.toString(turn.applyAsLong(count.getAndIncrement())))
                    .vary(provider);
        };
    }
}
