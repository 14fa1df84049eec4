package io.chargeproof.scenario;

import io.chargeproof.check.Findings;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.requirement.RequirementId;
import java.util.ArrayList;
import java.util.List;

/** What belongs to one scenario of a run: its requirements, its exchanges, and what was found in it. */
public final class ScenarioScope {
    private final Findings findings = new Findings();
    private final List<Exchange> exchanges = new ArrayList<>();
    private List<RequirementId> requirements = List.of();

    /** Says which requirements the scenario bears the IDs of, before it does anything. */
    public synchronized void isAbout(List<RequirementId> given) {
        requirements = List.copyOf(given);
    }

    /** The requirements that the scenario is about; none for a scenario of one's own that names none. */
    public synchronized List<RequirementId> requirements() {
        return requirements;
    }

    /** What was judged and found. */
    public Findings findings() {
        return findings;
    }

    /** Adds an exchange that was made, and the earlier attempts at it. */
    public synchronized void add(Exchange exchange) {
        exchanges.addAll(exchange.earlier());
        exchanges.add(exchange);
    }

    /** The exchanges made so far. */
    public synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }
}
