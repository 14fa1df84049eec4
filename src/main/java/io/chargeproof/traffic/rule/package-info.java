/**
 * Owns what a rule on recorded traffic is, and what it says.
 * May use recording, requirement and check.
 */
@NullMarked
package io.chargeproof.traffic.rule;

import org.jspecify.annotations.NullMarked;
