package io.chargeproof.sandbox;

import io.chargeproof.sandbox.defect.Defect;
import io.chargeproof.sandbox.defect.Defects;
import io.chargeproof.sandbox.freedom.Freedom;
import io.chargeproof.sandbox.freedom.Freedoms;
import io.chargeproof.sandbox.provider.Variation;
import java.util.List;

/** What the sandbox can be told to do otherwise. */
public final class SandboxCatalogue {
    private SandboxCatalogue() {}

    /** The ways in which it can break one requirement each. */
    public static List<Defect> defects() {
        return Defects.all();
    }

    /** The ways in which it can differ and still conform. */
    public static List<Freedom> freedoms() {
        return Freedoms.all();
    }

    static Variation defect(String id) {
        return Defects.behaviour(id)
                .orElseThrow(() ->
                        unknown("defect", id, defects().stream().map(Defect::id).toList()));
    }

    static Variation freedom(String id) {
        return Freedoms.behaviour(id)
                .orElseThrow(() -> unknown(
                        "freedom", id, freedoms().stream().map(Freedom::id).toList()));
    }

    private static IllegalArgumentException unknown(String kind, String id, List<String> known) {
        return new IllegalArgumentException(
                "the sandbox has no " + kind + " '" + id + "'; did you mean '" + Nearest.to(id, known) + "'?");
    }
}
