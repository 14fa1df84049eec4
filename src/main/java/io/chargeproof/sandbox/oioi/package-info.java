/**
 * Owns the reference provider's user calls: their correct behaviour, their defects and their variants.
 * May use sandbox.wire, sandbox.provider and sandbox.behaviour.
 */
@NullMarked
package io.chargeproof.sandbox.oioi;

import org.jspecify.annotations.NullMarked;
