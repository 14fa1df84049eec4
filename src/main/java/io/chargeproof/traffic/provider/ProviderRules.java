package io.chargeproof.traffic.provider;

import io.chargeproof.api.evcnet.EvcNetModule;
import io.chargeproof.requirement.Api;
import java.util.List;

/** The rules whose subject is the provider. */
public final class ProviderRules {
    private ProviderRules() {}

    /**
     * New ones, for one recording.
     *
     * @param known whether a profile says where the API is, so that no address of the recording is a mistake
     */
    public static List<ProviderRule> of(Api api, boolean known) {
        return api.equals(EvcNetModule.API)
                ? List.of(
                        new AnswersKeepTheInvariants(api, known),
                        new RecordedSecretsStayAway(api),
                        new CreatedIdsDiffer())
                : List.of(
                        new AnswersKeepTheInvariants(api, known),
                        new RecordedSecretsStayAway(api),
                        new ReadsShowTheUser());
    }
}
