package io.chargeproof.api;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The APIs that the program knows. */
public final class ApiModules {
    private static final List<ApiModule> ALL =
            ServiceLoader.load(ApiModule.class, ApiModule.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .sorted(Comparator.comparing(ApiModule::api))
                    .toList();

    private ApiModules() {}

    /** Every module on the class path, in the order of their APIs. */
    public static List<ApiModule> all() {
        return ALL;
    }
}
