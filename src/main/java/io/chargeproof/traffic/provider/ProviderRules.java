package io.chargeproof.traffic.provider;

import io.chargeproof.api.evcnet.EvcNetModule;
import io.chargeproof.requirement.Api;
import java.util.List;

/** The rules whose subject is the provider, and which remember what they saw. */
public final class ProviderRules {
    private ProviderRules() {}

    /** New ones, for one recording. */
    public static List<ProviderRule> of(Api api) {
        return api.equals(EvcNetModule.API)
                ? List.of(new RecordedSecretsStayAway(api), new CreatedIdsDiffer())
                : List.of(new RecordedSecretsStayAway(api), new ReadsShowTheUser());
    }
}
