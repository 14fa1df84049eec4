/**
 * Owns what is sent and what comes back: immutable requests, answers and exchanges, and the port they pass through.
 * May use the JDK.
 */
@NullMarked
package io.chargeproof.exchange;

import org.jspecify.annotations.NullMarked;
