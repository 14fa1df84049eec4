/**
 * Owns contracts: reading pacts, verifying a provider against them, and serving them; the one home of Pact.
 * May use requirement, exchange, check, profile, the APIs and report.
 */
@NullMarked
package io.chargeproof.contract;

import org.jspecify.annotations.NullMarked;
