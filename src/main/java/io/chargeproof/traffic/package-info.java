/**
 * Owns judging recorded traffic: both sides of each exchange, and the report on each side.
 * May use the APIs, check, exchange, redaction and report.
 */
@NullMarked
package io.chargeproof.traffic;

import org.jspecify.annotations.NullMarked;
