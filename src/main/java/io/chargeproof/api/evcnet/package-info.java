/**
 * Owns everything particular to the EVC-net Customer API: its bodies, requests, checks, test data and step definitions.
 * May use api and what that may use.
 */
@NullMarked
package io.chargeproof.api.evcnet;

import org.jspecify.annotations.NullMarked;
