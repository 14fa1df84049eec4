/**
 * Owns the signed statement on what a run found: an in-toto statement in a DSSE envelope, made, and checked without a network.
 * May use run, report and what these may use.
 */
@NullMarked
package io.chargeproof.runs.attestation;

import org.jspecify.annotations.NullMarked;
