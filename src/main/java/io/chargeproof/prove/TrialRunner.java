package io.chargeproof.prove;

import io.chargeproof.report.RunReport;

/** Where trials are carried out. */
@FunctionalInterface
interface TrialRunner {
    /**
     * Carries a trial out.
     *
     * @throws io.chargeproof.api.UsageException if the target differs so much that the run doesn't even begin
     */
    RunReport carryOut(Trial trial);
}
