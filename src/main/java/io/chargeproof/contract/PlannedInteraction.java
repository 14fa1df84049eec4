package io.chargeproof.contract;

import io.chargeproof.requirement.RequirementId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An interaction, before any call.
 *
 * @param number its place in the verification, from 1
 * @param consumer who relies on it, with the version where there may be several
 * @param provider who is to keep it
 * @param description what is promised
 * @param states the provider states that it needs, in words
 * @param source where it comes from
 * @param requirements the requirements that its description names
 * @param fate whether it can be verified
 * @param reason why not, or empty
 */
public record PlannedInteraction(
        int number,
        String consumer,
        String provider,
        String description,
        String states,
        InteractionSource source,
        List<RequirementId> requirements,
        Fate fate,
        String reason) {
    public PlannedInteraction {
        requirements = List.copyOf(requirements);
    }

    /** Where it stands, as {@code pacts/….json:12}. */
    public String location() {
        return source.location();
    }

    /** The pact of a broker that it is part of, or null. */
    @Nullable BrokeredPact pact() {
        return source.pact();
    }

    /** Whether its pact is one that the provider isn't held to yet. */
    boolean isPending() {
        BrokeredPact pact = source.pact();
        return pact != null && pact.pending();
    }

    /** What is to become of an interaction. */
    public enum Fate {
        /** It can be verified. */
        VERIFIABLE,
        /** The pact itself is wrong, or asks for more than is known here. */
        UNREADABLE,
        /** It needs a state that nobody provides. */
        STATELESS,
        /** What it changes couldn't be put back. */
        IRREVERSIBLE,
        /** It isn't asked for, or not possible at this target. */
        OUT_OF_SCOPE
    }
}
