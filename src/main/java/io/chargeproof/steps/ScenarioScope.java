package io.chargeproof.steps;

import io.chargeproof.check.Findings;
import io.chargeproof.check.Outcome;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.requirement.RequirementId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What belongs to one scenario of a run: its requirements, its exchanges, and what was found in it. */
public final class ScenarioScope {
    private final Findings findings = new Findings();
    private final List<Exchange> exchanges = new ArrayList<>();
    private List<RequirementId> requirements = List.of();
    private @Nullable Outcome undecided;
    private @Nullable String reason;

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

    /** Says that nothing could be decided, and why; the first reason stands. */
    public synchronized void undecided(Outcome outcome, String why) {
        if (undecided == null) {
            undecided = outcome;
            reason = why;
        }
    }

    /** The outcome of a scenario that couldn't be decided. */
    public synchronized Optional<Outcome> undecidedOutcome() {
        return Optional.ofNullable(undecided);
    }

    /** Why nothing could be decided. */
    public synchronized Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
