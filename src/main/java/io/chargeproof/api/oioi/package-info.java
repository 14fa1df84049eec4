/**
 * Owns everything particular to OIOI's user calls: their requests, details, result codes, checks, accounts and step definitions.
 * May use api and what that may use.
 */
@NullMarked
package io.chargeproof.api.oioi;

import org.jspecify.annotations.NullMarked;
