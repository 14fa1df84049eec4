package io.chargeproof.report;

import io.chargeproof.check.Outcome;

/** What the formats of test tools have in place of an outcome. */
enum TestStatus {
    PASSED,
    /** The target is at fault. */
    FAILED,
    /** The environment or the harness is. */
    ERROR,
    /** Nothing was tested. */
    SKIPPED;

    /** That of an outcome; a warning fails where the run was asked to fail on it. */
    static TestStatus of(Outcome outcome, boolean failOnWarning) {
        return switch (outcome) {
            case VIOLATION -> FAILED;
            case HARNESS_ERROR, INCONCLUSIVE -> ERROR;
            case NOT_TESTED, OUT_OF_SCOPE -> SKIPPED;
            case WARNING -> failOnWarning ? FAILED : PASSED;
            case WAIVED, OBSERVATION, CONFORMS -> PASSED;
        };
    }
}
