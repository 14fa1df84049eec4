/**
 * Owns the named ways in which the reference provider differs and still conforms: data, and the behaviour of each.
 * May use provider and the APIs' steps.
 */
@NullMarked
package io.chargeproof.sandbox.freedom;

import org.jspecify.annotations.NullMarked;
