package io.chargeproof.api;

import io.chargeproof.check.Invariant;
import io.chargeproof.profile.ApiSection;
import io.chargeproof.requirement.ApiDescription;
import java.util.List;

/**
 * What an API brings to a run. Modules are found as {@link ApiDescription descriptions} are, by {@link java.util.ServiceLoader}:
 * a jar on the class path that names its module in {@code META-INF/services/io.chargeproof.requirement.ApiDescription} brings an
 * API, and the core knows none by name.
 */
public interface ApiModule extends ApiSection {
    /** The package of its step definitions and checks. */
    default String packageName() {
        return getClass().getPackageName();
    }

    /** What the step definitions of one scenario share; made anew for each scenario, by constructor injection. */
    List<Class<?>> scenarioComponents();

    /** What holds of every answer of the API, judged without knowing any target's secrets. */
    List<Invariant> invariants();
}
