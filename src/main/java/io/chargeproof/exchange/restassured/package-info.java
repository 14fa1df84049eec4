/**
 * Owns the port on REST Assured, and is its one home: explicit specifications, no static state.
 * May use exchange.
 */
@NullMarked
package io.chargeproof.exchange.restassured;

import org.jspecify.annotations.NullMarked;
