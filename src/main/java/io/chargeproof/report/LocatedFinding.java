package io.chargeproof.report;

import io.chargeproof.check.Finding;

/**
 * A finding and the scenario in which it was made.
 *
 * @param finding the finding
 * @param scenario where the scenario stands, as {@code features/….feature:12}; empty if it was made outside of one
 */
public record LocatedFinding(Finding finding, String scenario) {}
