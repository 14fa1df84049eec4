/**
 * Owns what the APIs of the reference provider have in common: defects, variants, provider states, and how they stand side by side.
 * May use sandbox.wire and requirement.
 */
@NullMarked
package io.chargeproof.sandbox.provider;

import org.jspecify.annotations.NullMarked;
