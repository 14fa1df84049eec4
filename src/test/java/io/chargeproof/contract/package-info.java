/**
 * Owns what the consumers of both APIs expect, the files that say so, and the tests of verifying them.
 * May use everything.
 */
@NullMarked
package io.chargeproof.contract;

import org.jspecify.annotations.NullMarked;
