package io.chargeproof.run;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.steps.Customers;
import io.chargeproof.steps.Judge;
import io.chargeproof.steps.Lines;
import io.chargeproof.steps.ScenarioScope;
import io.chargeproof.steps.Wire;
import io.chargeproof.target.EvcNetTarget;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates the customer that scenarios share before any of them begins: it shows whether the profile fits the target. */
final class FirstCustomer {
    private final Customers customers;
    private final EvcNetTarget target;
    private final Wire wire;

    FirstCustomer(Customers customers, EvcNetTarget target, RequirementCatalogue catalogue, Lines lines) {
        this.customers = customers;
        this.target = target;
        ScenarioScope scope = new ScenarioScope();
        this.wire = new Wire(lines, scope, new Judge(catalogue, lines, scope));
    }

    /**
     * Creates and addresses it.
     *
     * @param strange what came to all that was asked before, if it left open whose answers these are
     * @throws UsageException if it isn't the API that answers
     */
    void create(@Nullable Exchange strange) {
        Optional<Exchange> created = customers.begin(wire);
        if (strange != null && created.isPresent() && isForeign(strange, created.get())) {
            throw Preflight.stranger(target, strange, "a complete create got the like");
        }
    }

    private static boolean isForeign(Exchange strange, Exchange created) {
        return Foreign.is(created, Preflight.CUSTOMER_MEMBER)
                || Foreign.isOneForAll(List.of(strange, created), Preflight.CUSTOMER_MEMBER);
    }
}
