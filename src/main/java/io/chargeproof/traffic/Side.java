package io.chargeproof.traffic;

import io.chargeproof.requirement.Requirement;
import io.chargeproof.requirement.RequirementCatalogue;
import java.util.List;
import java.util.Locale;

/** One of the two who talk with one another. */
public enum Side {
    /** Who answers. */
    PROVIDER,
    /** Who asks. */
    CLIENT;

    /** The name in reports and options. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the documents ask of this side. */
    List<Requirement> requirements() {
        return switch (this) {
            case PROVIDER -> RequirementCatalogue.shipped().all();
            case CLIENT -> RequirementCatalogue.ofClients().all();
        };
    }
}
