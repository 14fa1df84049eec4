/**
 * Owns clients that are made up to break one requirement each, or to differ where that is left to them, to prove the rules by.
 * May use exchange and requirement.
 */
@NullMarked
package io.chargeproof.traffic.seeded;

import org.jspecify.annotations.NullMarked;
