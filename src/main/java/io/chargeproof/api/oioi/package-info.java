/**
 * Owns everything particular to OIOI's user calls: their requests, details, result codes, checks, accounts and step definitions.
 * May use requirement, exchange, check, profile, testdata, teststate and scenario.
 */
@NullMarked
package io.chargeproof.api.oioi;

import org.jspecify.annotations.NullMarked;
