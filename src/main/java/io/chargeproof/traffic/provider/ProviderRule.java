package io.chargeproof.traffic.provider;

import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import java.util.List;

/** Looks at the exchanges of a recording in their order, for what they prove of the provider. */
@FunctionalInterface
public interface ProviderRule {
    /** What it says once it has seen the next exchange. */
    List<Statement> see(RecordedExchange next, Fitness fitness);

    /** What it says now that no more exchanges follow. */
    default List<Statement> end() {
        return List.of();
    }
}
