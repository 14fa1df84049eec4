/**
 * Owns what is particular to OIOI's user calls: requests, details, result codes and checks.
 * May use requirement, exchange, check, target and testdata.
 */
@NullMarked
package io.chargeproof.oioi;

import org.jspecify.annotations.NullMarked;
