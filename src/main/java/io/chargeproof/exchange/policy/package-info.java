/**
 * Owns what stands around the port: throttle, retry, budget of requests, and the record of a run.
 * May use exchange and a resilience library.
 */
@NullMarked
package io.chargeproof.exchange.policy;

import org.jspecify.annotations.NullMarked;
