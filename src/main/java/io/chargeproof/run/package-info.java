/**
 * Owns one run: which scenarios it selects, its preflight, their execution on the JUnit Platform, and the verdict.
 * May use everything but the APIs, doctor, runs, contract, traffic, prove, sandbox and cli.
 */
@NullMarked
package io.chargeproof.run;

import org.jspecify.annotations.NullMarked;
