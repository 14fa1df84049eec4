/**
 * Owns what step definitions work with: sending, judging, recording, trying again, and what holds of every API.
 * May use requirement, exchange, check, profile, testdata and redaction.
 */
@NullMarked
package io.chargeproof.scenario;

import org.jspecify.annotations.NullMarked;
