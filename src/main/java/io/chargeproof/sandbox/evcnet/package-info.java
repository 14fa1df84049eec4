/**
 * Owns the reference provider's Customer API: its correct behaviour, its defects and its variants.
 * May use sandbox.wire, sandbox.provider and sandbox.behaviour.
 */
@NullMarked
package io.chargeproof.sandbox.evcnet;

import org.jspecify.annotations.NullMarked;
