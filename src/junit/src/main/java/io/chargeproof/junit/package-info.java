/**
 * Owns JUnit tests that a run of Chargeproof's release decides. Uses JUnit's API and the JDK; of Chargeproof only the
 * release's command and its {@code conformance.json}.
 */
package io.chargeproof.junit;
