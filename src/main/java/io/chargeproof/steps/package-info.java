/**
 * Owns the Cucumber glue: what the sentences of the features do and judge, one class for each concept of the domain.
 * May use everything but run, report, contract, prove, sandbox and cli.
 */
@NullMarked
package io.chargeproof.steps;

import org.jspecify.annotations.NullMarked;
