package io.chargeproof.sandbox.freedom;

import io.chargeproof.sandbox.provider.Variation;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the EVC-net Customer API behaves with each freedom; the areas have classes of their own. */
final class CustomerFreedoms {
    static final Map<String, Variation> BEHAVIOURS = Stream.of(
                    CustomerIdFreedoms.BEHAVIOURS,
                    CustomerAnswerFreedoms.BEHAVIOURS,
                    CustomerFormatFreedoms.BEHAVIOURS,
                    CustomerRuleFreedoms.BEHAVIOURS,
                    CustomerCardFreedoms.BEHAVIOURS,
                    CustomerRequestFreedoms.BEHAVIOURS,
                    CustomerWeatherFreedoms.BEHAVIOURS)
            .flatMap(area -> area.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private CustomerFreedoms() {}
}
