/**
 * Owns everything particular to the EVC-net Customer API: its bodies, requests, checks, test data and step definitions.
 * May use requirement, exchange, check, profile, testdata, teststate and scenario.
 */
@NullMarked
package io.chargeproof.api.evcnet;

import org.jspecify.annotations.NullMarked;
