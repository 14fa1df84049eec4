package io.chargeproof.report.allure;

import io.chargeproof.requirement.ApiDescription;
import io.chargeproof.requirement.Apis;
import io.chargeproof.requirement.RequirementId;

/** What people call the APIs. */
final class ApiTitles {
    private ApiTitles() {}

    /** Such as {@code EVC-net Customer API: attach cards}. */
    static String ofArea(RequirementId id) {
        String label = id.api().label();
        String area = Apis.find(label)
                .map(known -> known.areas().getOrDefault(id.area(), id.area()))
                .orElse(id.area());
        return of(label) + ": " + area;
    }

    static String of(String label) {
        return Apis.find(label).map(ApiDescription::title).orElse(label.isEmpty() ? "Other" : label);
    }
}
