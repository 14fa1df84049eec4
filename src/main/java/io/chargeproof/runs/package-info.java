/**
 * Owns what is done with runs afterwards: merging shards, judging recordings again, baselines.
 * May use run, report and what these may use.
 */
@NullMarked
package io.chargeproof.runs;

import org.jspecify.annotations.NullMarked;
