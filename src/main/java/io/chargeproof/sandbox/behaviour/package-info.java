/**
 * Owns ways to go wrong that any API may have: lax parsers, answers that ask to come again, requests at the same moment.
 * May use sandbox.wire.
 */
@NullMarked
package io.chargeproof.sandbox.behaviour;

import org.jspecify.annotations.NullMarked;
