/**
 * Owns the reference provider's EVC-net Customer API: its steps, customers and cards.
 * May use wire, the JDK and Jackson.
 */
@NullMarked
package io.chargeproof.sandbox.customer;

import org.jspecify.annotations.NullMarked;
