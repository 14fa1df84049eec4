package io.chargeproof.api.evcnet;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.scenario.ScenarioClient;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** By which ids the customers of a run are addressed. The document doesn't say where an answer shows them, so they are tried. */
final class CustomerAddresses {
    private final EvcNetTarget target;
    private final CustomerRequests requests;
    private final CustomerBodies bodies;
    private final boolean nearby;
    private final Set<String> known = new LinkedHashSet<>();
    private @Nullable String place;

    CustomerAddresses(EvcNetTarget target, CustomerRequests requests, CustomerBodies bodies, boolean nearby) {
        this.target = target;
        this.requests = requests;
        this.bodies = bodies;
        this.nearby = nearby;
    }

    /** Tries the ids that an answer may show until one addresses the customer, who may need a moment to be there. */
    CustomerIsAddressable.Attempt find(ScenarioClient wire, CreateAttempt creation) {
        return find(wire, creation, target.customerIdPath());
    }

    /** The place of an id that addresses the customer, wherever the profile says that it stands; empty if there is none. */
    Optional<String> elsewhere(ScenarioClient wire, CreateAttempt creation) {
        return find(wire, creation, null).accepted().map(CustomerIds.Candidate::place);
    }

    private CustomerIsAddressable.Attempt find(ScenarioClient wire, CreateAttempt creation, @Nullable String path) {
        CustomerIsAddressable.Attempt first = tryEach(wire, creation, path);
        return wire.patiently(
                first,
                attempt -> attempt.accepted().isPresent() || attempt.tried().isEmpty()
                        ? Set.of()
                        : Set.of("a new customer's address"),
                () -> tryEach(wire, creation, path).after(first));
    }

    private CustomerIsAddressable.Attempt tryEach(ScenarioClient wire, CreateAttempt creation, @Nullable String path) {
        List<CustomerIds.Candidate> candidates =
                CustomerIds.in(creation.sent().exchange().answer().orElseThrow(), path, creation.objectId(), nearby);
        List<CustomerIds.Candidate> tried = new ArrayList<>();
        Exchange last = creation.sent().exchange();
        Exchange first = last;
        for (CustomerIds.Candidate candidate : candidates) {
            tried.add(candidate);
            last = wire.ask(requests.update(candidate.id(), CustomerFixtures.body(bodies.update(creation.body()))))
                    .exchange();
            first = tried.size() == 1 ? last : first;
            if (last.status().filter(status -> status >= 200 && status < 300).isPresent()) {
                accept(candidate);
                return CustomerIsAddressable.Attempt.atOnce(tried, Optional.of(candidate), last);
            }
            if (last.status().filter(CustomerDiagnosis::isForTheToken).isPresent()) {
                break;
            }
        }
        return CustomerIsAddressable.Attempt.atOnce(tried, Optional.empty(), last)
                .begunBy(first);
    }

    /** The id that an answer shows at the place that served before; none if it shows none there. */
    synchronized Optional<String> of(CreateAttempt creation) {
        String served = place;
        return served == null
                ? Optional.empty()
                : creation.sent()
                        .exchange()
                        .answer()
                        .flatMap(answer -> CustomerIds.at(served, answer, creation.objectId()));
    }

    /** Remembers the id of a customer that was created, lest it be taken for nobody's. */
    synchronized void note(CreateAttempt creation) {
        of(creation).ifPresent(known::add);
    }

    /** An id that looks like a customer's, and that no customer of this run has. */
    synchronized String unlike(String own, int variant) {
        return UnknownCustomer.like(own, known, variant);
    }

    synchronized void accept(CustomerIds.Candidate candidate) {
        place = candidate.place();
        known.add(candidate.id());
    }
}
