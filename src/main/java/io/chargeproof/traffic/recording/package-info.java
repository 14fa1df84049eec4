/**
 * Owns reading recordings: which exchanges of the APIs a file holds, and how much of each it tells.
 * May use requirement, exchange, check and profile.
 */
@NullMarked
package io.chargeproof.traffic.recording;

import org.jspecify.annotations.NullMarked;
