package io.chargeproof.api;

import io.chargeproof.check.Invariant;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Transport;
import io.chargeproof.profile.ApiSection;
import io.chargeproof.profile.ApiTarget;
import io.chargeproof.profile.Depth;
import io.chargeproof.requirement.ApiDescription;
import io.chargeproof.teststate.PendingRestore;
import io.chargeproof.teststate.RunIdentity;
import io.chargeproof.teststate.StateStore;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an API brings to a run. Modules are found as {@link ApiDescription descriptions} are, by {@link java.util.ServiceLoader}:
 * a jar on the class path that names its module in {@code META-INF/services/io.chargeproof.requirement.ApiDescription} brings an
 * API, and the core knows none by name. Whatever takes a target gets what the module itself has read from a profile.
 */
public interface ApiModule extends ApiSection {
    /** The package of its step definitions and checks. */
    default String packageName() {
        return getClass().getPackageName();
    }

    /** What the step definitions of one scenario share; made anew for each scenario, by constructor injection. */
    List<Class<?>> scenarioComponents();

    /** Tags of scenarios that use what no two may use at the same time, without their {@code @}, and what each uses. */
    default Map<String, String> locks() {
        return Map.of();
    }

    /** What holds of every answer of the API, judged without knowing any target's secrets. */
    List<Invariant> invariants();

    /** The requirements that such an invariant decides by the very secrets that redaction takes out. */
    default Set<String> decidedBySecrets() {
        return Set.of();
    }

    /** Takes part in a run. */
    ApiRun open(ApiTarget target, RunSetup setup);

    /** Whether a request whose method doesn't say so is known to change nothing at a target. */
    default boolean changesNothing(HttpRequest request, ApiTarget target) {
        return false;
    }

    /** Whether a value that a scenario sends where a secret stands is none, so that reports may show it. */
    default boolean isHarmless(String sent) {
        return false;
    }

    /** Looks whether a profile fits a target that answers; writes nothing. */
    void checkUp(ApiTarget target, CheckUp checkUp);

    /** The target without the test data that runs have spent. */
    default ApiTarget unspent(ApiTarget target, StateStore store, RunIdentity run) {
        return target;
    }

    /**
     * What to know of the test data before runs of a depth.
     *
     * @param unspent the target with the test data that are left
     */
    default List<Diagnosis> supplies(ApiTarget target, ApiTarget unspent, Depth depth) {
        return List.of();
    }

    /** What a run would use up or change, a line each. */
    default List<String> estimate(Rehearsal rehearsal) {
        return List.of();
    }

    /** Puts back what a run that was cut off had changed; a sentence for what isn't as before. */
    default List<String> putBack(ApiTarget target, PendingRestore left, Transport transport) {
        return List.of();
    }
}
