/**
 * Owns what a run writes: {@code conformance.json} is the truth, everything else a projection of it.
 * May use requirement, check, exchange and redaction.
 */
@NullMarked
package io.chargeproof.report;

import org.jspecify.annotations.NullMarked;
