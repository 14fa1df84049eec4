package io.chargeproof.report.allure;

import io.chargeproof.requirement.Api;
import io.chargeproof.requirement.RequirementId;
import java.util.Map;

/** What people call the interfaces. */
final class ApiTitles {
    private static final Map<String, String> AREAS = Map.of(
            "HTTP", "transport and status",
            "AUTH", "authentication",
            "CREATE", "create a customer",
            "UPDATE", "update a customer",
            "CARD", "attach cards",
            "RESULT", "results",
            "KEY", "API key",
            "REQ", "form of requests",
            "GET", "user-get-details",
            "POST", "user-post-details");

    private ApiTitles() {}

    /** Such as {@code EVC-net Customer API: attach cards}. */
    static String ofArea(RequirementId id) {
        return of(id.api().label()) + ": " + AREAS.getOrDefault(id.area(), id.area());
    }

    static String of(String label) {
        if (label.equals(Api.EVC_NET.label())) {
            return "EVC-net Customer API";
        }
        if (label.equals(Api.OIOI.label())) {
            return "OIOI user details";
        }
        return label.isEmpty() ? "Other" : label;
    }
}
