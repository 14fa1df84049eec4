/**
 * Owns the port on the JDK's own HTTP client: quick to start, and at ease with raw bodies.
 * May use exchange.
 */
@NullMarked
package io.chargeproof.exchange.jdk;

import org.jspecify.annotations.NullMarked;
