/**
 * Owns a run: which scenarios it selects, its preflight, their execution on the JUnit Platform, and what is concluded.
 * May use everything but contract, prove, sandbox and cli.
 */
@NullMarked
package io.chargeproof.run;

import org.jspecify.annotations.NullMarked;
