/**
 * Owns the way between a client and a target on which bytes pass unchanged and are watched meanwhile.
 * May use recording, exchange and profile.
 */
@NullMarked
package io.chargeproof.traffic.proxy;

import org.jspecify.annotations.NullMarked;
