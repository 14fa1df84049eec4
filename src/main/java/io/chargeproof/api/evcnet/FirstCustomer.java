package io.chargeproof.api.evcnet;

import io.chargeproof.api.ForeignAnswer;
import io.chargeproof.api.ProfileMisfit;
import io.chargeproof.api.UsageException;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.scenario.ApiLines;
import io.chargeproof.scenario.Judge;
import io.chargeproof.scenario.Patience;
import io.chargeproof.scenario.ScenarioClient;
import io.chargeproof.scenario.ScenarioScope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates the customer that scenarios share before any of them begins: it shows whether the profile fits the target. */
final class FirstCustomer {
    private static final Set<Integer> REFUSALS = Set.of(400, 409, 422);

    private final CustomerFixtures customers;
    private final EvcNetTarget target;
    private final ScenarioClient wire;

    FirstCustomer(
            CustomerFixtures customers,
            EvcNetTarget target,
            RequirementCatalogue catalogue,
            ApiLines lines,
            Patience patience) {
        this.customers = customers;
        this.target = target;
        ScenarioScope scope = new ScenarioScope();
        this.wire = new ScenarioClient(lines, scope, new Judge(catalogue, lines, scope), patience);
    }

    /**
     * Creates and addresses it.
     *
     * @param strange what came to all that was asked before, if it left open whose answers these are
     * @throws UsageException if it isn't the API that answers
     * @throws ProfileMisfit if a value of the profile is shown to be wrong
     */
    void create(@Nullable Exchange strange) {
        customers.begin(wire).ifPresent(start -> {
            if (strange != null && isForeign(strange, start.create())) {
                throw CustomerPreflight.stranger(target, strange, "a complete create got the like");
            }
            refuseValues(start.create(), "customer", target.customer());
            CustomerIsAddressable.Attempt attempt = start.attempt();
            if (attempt != null) {
                refusePath(start, attempt);
                if (!attempt.tried().isEmpty()) {
                    refuseValues(attempt.last(), "update", target.update());
                    refuseValues(attempt.last(), "customer", target.customer());
                }
            }
        });
    }

    private static boolean isForeign(Exchange strange, Exchange created) {
        return CustomerPreflight.isForeign(created)
                || ForeignAnswer.isOneForAll(List.of(strange, created), CustomerPreflight.MEMBER);
    }

    /** A refusal that names a member whose value is the profile's is of that value. */
    private static void refuseValues(Exchange exchange, String section, Map<String, Object> values) {
        exchange.answer()
                .filter(answer -> REFUSALS.contains(answer.status()))
                .ifPresent(answer -> CustomerAnswer.named(answer, CustomerBodies.createMembers()).stream()
                        .filter(values::containsKey)
                        .findFirst()
                        .ifPresent(member -> {
                            throw new ProfileMisfit(
                                    "evc-net." + section + "." + member,
                                    "is " + values.get(member) + ", which the target refuses: "
                                            + ForeignAnswer.inWords(exchange) + "; write a value that it takes");
                        }));
    }

    private void refusePath(CustomerFixtures.Start start, CustomerIsAddressable.Attempt attempt) {
        String path = target.customerIdPath();
        List<String> places = start.create().answer().map(CustomerIds::places).orElse(List.of());
        if (path == null || places.isEmpty()) {
            return;
        }
        if (attempt.tried().isEmpty()) {
            throw new ProfileMisfit(
                    "evc-net.customer-id-path",
                    "is " + path + ", which names no text or number in the answer to a create; it has "
                            + String.join(", ", places));
        }
        start.elsewhere().ifPresent(place -> {
            throw new ProfileMisfit(
                    "evc-net.customer-id-path",
                    "is " + path + ", by which no update finds the customer; by " + place + " one does");
        });
    }
}
