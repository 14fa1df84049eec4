package io.chargeproof.api.oioi;

import io.chargeproof.api.ApiModule;
import io.chargeproof.check.Invariant;
import io.chargeproof.requirement.Api;
import java.util.List;

/** OIOI's user calls. */
public final class UserModule implements ApiModule {
    @Override
    public Api api() {
        return Api.OIOI;
    }

    @Override
    public List<Class<?>> scenarioComponents() {
        return List.of(PostHistory.class, PostedDetails.class);
    }

    @Override
    public List<Invariant> invariants() {
        return UserChecks.standing();
    }
}
