/**
 * Owns judging: checks as pure functions, findings, outcomes and the verdict.
 * May use requirement and exchange.
 */
@NullMarked
package io.chargeproof.check;

import org.jspecify.annotations.NullMarked;
