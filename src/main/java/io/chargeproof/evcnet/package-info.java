/**
 * Owns what is particular to the EVC-net Customer API: its bodies, requests and checks.
 * May use requirement, exchange, check, target and testdata.
 */
@NullMarked
package io.chargeproof.evcnet;

import org.jspecify.annotations.NullMarked;
