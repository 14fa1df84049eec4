package io.chargeproof.profile;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where OIOI is, and the test users there.
 *
 * @param endpoint the one address that takes every call
 * @param apiKey the partner's key; without it no key is sent and the requirements on keys are out of scope
 * @param validVat a VAT number that the target accepts
 * @param primary the user most scenarios are about
 * @param secondary another user
 * @param sparse a user with no optional details on record
 */
public record OioiTarget(
        URI endpoint,
        @Nullable Secret apiKey,
        @Nullable String validVat,
        @Nullable TestUser primary,
        @Nullable TestUser secondary,
        @Nullable TestUser sparse) {}
