/**
 * Owns the named ways in which the reference provider breaks one requirement: data, and the behaviour of each.
 * May use provider and the APIs' steps.
 */
@NullMarked
package io.chargeproof.sandbox.defect;

import org.jspecify.annotations.NullMarked;
