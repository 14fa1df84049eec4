/**
 * Owns HTTP and JSON for the reference provider: requests, answers, strict parsing, and the pipeline of steps.
 * May use the JDK and Jackson.
 */
@NullMarked
package io.chargeproof.sandbox.wire;

import org.jspecify.annotations.NullMarked;
