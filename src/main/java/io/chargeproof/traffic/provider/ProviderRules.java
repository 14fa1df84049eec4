package io.chargeproof.traffic.provider;

import io.chargeproof.api.evcnet.EvcNetModule;
import io.chargeproof.requirement.Api;
import java.util.List;

/** The rules whose subject is the provider, and which remember what they saw. */
public final class ProviderRules {
    private ProviderRules() {}

    /** New ones, for all that passes at one target. */
    public static List<ProviderRule> of(Api api) {
        return api.equals(EvcNetModule.API)
                ? List.of(new RecordedSecretsStayAway(api), new OneInputDoesNotFailAlone("EVC-HTTP-2"))
                : List.of(
                        new RecordedSecretsStayAway(api),
                        new OneInputDoesNotFailAlone("OIOI-HTTP-4"),
                        new ReadsShowTheUser(),
                        new FirstReadsShowPosts(),
                        new RefusedPostsChangeNothing());
    }

    /** The same of what is answered to one client: each may have customers and ids of its own. */
    public static List<ProviderRule> ofOneClient(Api api) {
        return api.equals(EvcNetModule.API) ? List.of(new CreatedIdsDiffer()) : List.of();
    }
}
