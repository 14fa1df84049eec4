/**
 * Owns the reference provider's OIOI user calls: their steps, users and details.
 * May use wire, the JDK and Jackson.
 */
@NullMarked
package io.chargeproof.sandbox.user;

import org.jspecify.annotations.NullMarked;
