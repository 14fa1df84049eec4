package io.chargeproof.api;

import io.chargeproof.exchange.Transport;
import io.chargeproof.profile.Profile;
import io.chargeproof.requirement.Api;
import io.chargeproof.requirement.Apis;
import io.chargeproof.teststate.RunIdentity;
import io.chargeproof.teststate.StateStore;
import java.util.List;

/** The APIs that a run can be about. */
public final class ApiModules {
    private static final List<ApiModule> ALL = Apis.descriptions().stream()
            .filter(ApiModule.class::isInstance)
            .map(ApiModule.class::cast)
            .toList();

    private ApiModules() {}

    /** Every module on the class path, in the order of their APIs. */
    public static List<ApiModule> all() {
        return ALL;
    }

    /**
     * The module of an API.
     *
     * @throws IllegalStateException if there is none
     */
    public static ApiModule of(Api api) {
        return ALL.stream()
                .filter(each -> each.api().equals(api))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no module brings the API " + api.label()));
    }

    /** Has the modules of all APIs of a profile take part in a run, in the order of the APIs. */
    public static List<ApiRun> open(RunSetup setup) {
        return setup.profile().apis().stream()
                .map(each -> of(each.api()).open(each, setup))
                .toList();
    }

    /** What stands before whatever is sent for scenarios: the last API outermost. */
    public static Transport before(List<ApiRun> apis, Transport next) {
        Transport outermost = next;
        for (ApiRun each : apis) {
            outermost = each.before(outermost);
        }
        return outermost;
    }

    /** A profile without the test data that runs have spent. */
    public static Profile unspent(Profile profile, StateStore store, RunIdentity run) {
        return profile.withApis(profile.apis().stream()
                .map(each -> of(each.api()).unspent(each, store, run))
                .toList());
    }
}
