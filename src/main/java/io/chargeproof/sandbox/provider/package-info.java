/**
 * Owns the two APIs put together: test data, provider states, and what a variation of the provider is.
 * May use wire, customer, user, requirement, and a YAML parser.
 */
@NullMarked
package io.chargeproof.sandbox.provider;

import org.jspecify.annotations.NullMarked;
