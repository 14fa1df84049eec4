package io.chargeproof.prove;

import io.chargeproof.sandbox.Defect;
import io.chargeproof.sandbox.SandboxCatalogue;
import io.chargeproof.sandbox.Variant;
import java.util.List;

/**
 * What a suite is tried on.
 *
 * @param defects what it has to catch
 * @param variants what it has to let pass
 */
record TrialTargets(List<Defect> defects, List<Variant> variants) {
    TrialTargets {
        defects = List.copyOf(defects);
        variants = List.copyOf(variants);
    }

    /** All that the sandbox has, but variants by which nothing is proven. */
    static TrialTargets ofTheSandbox() {
        return new TrialTargets(
                SandboxCatalogue.defects(),
                SandboxCatalogue.variants().stream()
                        .filter(variant -> !variant.leavesOpen())
                        .toList());
    }
}
