package io.chargeproof.prove;

import io.chargeproof.sandbox.SandboxCatalogue;
import io.chargeproof.sandbox.defect.Defect;
import io.chargeproof.sandbox.freedom.Freedom;
import java.util.List;

/**
 * What a suite is tried on.
 *
 * @param defects what it has to catch
 * @param freedoms what it has to let pass
 */
record Subjects(List<Defect> defects, List<Freedom> freedoms) {
    Subjects {
        defects = List.copyOf(defects);
        freedoms = List.copyOf(freedoms);
    }

    /** All that the sandbox has. */
    static Subjects ofTheSandbox() {
        return new Subjects(SandboxCatalogue.defects(), SandboxCatalogue.freedoms());
    }
}
