/**
 * Owns the proof of the suite's own strength: a run for each defect and variant of the sandbox, and what follows from them.
 * May use requirement, check, profile, guard, api, run, sandbox and report.
 */
@NullMarked
package io.chargeproof.prove;

import org.jspecify.annotations.NullMarked;
