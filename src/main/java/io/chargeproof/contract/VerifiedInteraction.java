package io.chargeproof.contract;

import io.chargeproof.check.Outcome;
import io.chargeproof.contract.matching.Mismatch;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.requirement.RequirementId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification says of one interaction.
 *
 * @param interaction which it is
 * @param outcome what was found
 * @param reason why nothing can be said, where that is so
 * @param mismatches where the answer isn't what was promised
 * @param exchange what was sent and came, where anything was
 * @param started when it began
 * @param duration how long it took
 */
public record VerifiedInteraction(
        PlannedInteraction interaction,
        Outcome outcome,
        @Nullable String reason,
        List<Mismatch> mismatches,
        @Nullable Exchange exchange,
        Instant started,
        Duration duration) {
    public VerifiedInteraction {
        mismatches = List.copyOf(mismatches);
    }

    /** The requirements that the interaction's description names. */
    List<RequirementId> requirements() {
        return interaction.requirements();
    }
}
