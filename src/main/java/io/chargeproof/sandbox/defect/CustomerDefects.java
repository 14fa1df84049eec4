package io.chargeproof.sandbox.defect;

import io.chargeproof.sandbox.provider.Variation;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the EVC-net Customer API behaves with each defect; the areas have classes of their own. */
final class CustomerDefects {
    static final Map<String, Variation> BEHAVIOURS = Stream.of(
                    CustomerRouteDefects.BEHAVIOURS,
                    CustomerStatusDefects.BEHAVIOURS,
                    CustomerHeaderDefects.BEHAVIOURS,
                    CustomerFormatDefects.BEHAVIOURS,
                    CustomerEchoDefects.BEHAVIOURS,
                    CustomerTokenDefects.BEHAVIOURS,
                    CustomerOrderDefects.BEHAVIOURS,
                    CustomerSecretDefects.BEHAVIOURS,
                    CustomerInternalsDefects.BEHAVIOURS,
                    CreationDefects.BEHAVIOURS,
                    CustomerIdDefects.BEHAVIOURS,
                    CustomerBodyDefects.BEHAVIOURS,
                    ErrorDataDefects.BEHAVIOURS,
                    UncheckedValueDefects.BEHAVIOURS,
                    HostileValueDefects.BEHAVIOURS,
                    UpdateDefects.BEHAVIOURS,
                    CardDefects.BEHAVIOURS,
                    CustomerTrafficDefects.BEHAVIOURS)
            .flatMap(area -> area.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private CustomerDefects() {}
}
