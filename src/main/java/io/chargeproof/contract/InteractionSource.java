package io.chargeproof.contract;

import org.jspecify.annotations.Nullable;

/**
 * Where an interaction comes from.
 *
 * @param location where it stands, as {@code pacts/….json:12}
 * @param pact the pact of a broker that it is part of, or null
 * @param id what a broker calls it, or empty
 * @param flaw what is wrong with the pact as a whole, so that others refuse it, or null
 */
public record InteractionSource(
        String location,
        @Nullable BrokeredPact pact,
        String id,
        @Nullable String flaw) {}
