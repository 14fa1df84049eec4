package io.chargeproof.api.evcnet;

import io.chargeproof.api.ApiModule;
import io.chargeproof.check.Invariant;
import io.chargeproof.requirement.Api;
import java.util.List;

/** The EVC-net Customer API. */
public final class CustomerModule implements ApiModule {
    @Override
    public Api api() {
        return Api.EVC_NET;
    }

    @Override
    public List<Class<?>> scenarioComponents() {
        return List.of(TargetedRequests.class);
    }

    @Override
    public List<Invariant> invariants() {
        return CustomerChecks.standing();
    }
}
