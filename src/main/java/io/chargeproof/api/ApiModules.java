package io.chargeproof.api;

import io.chargeproof.requirement.Apis;
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
}
