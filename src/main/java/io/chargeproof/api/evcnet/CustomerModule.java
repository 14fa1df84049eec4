package io.chargeproof.api.evcnet;

import io.chargeproof.api.ApiModule;
import io.chargeproof.check.Invariant;
import io.chargeproof.profile.Section;
import io.chargeproof.profile.TargetKind;
import io.chargeproof.requirement.Api;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The EVC-net Customer API. */
public final class CustomerModule implements ApiModule {
    /** The API itself. */
    public static final Api API = new Api("evc-net", "EVC-net", "EVC");

    @Override
    public Api api() {
        return API;
    }

    @Override
    public String title() {
        return "EVC-net Customer API";
    }

    @Override
    public Map<String, String> areas() {
        return Map.of(
                "HTTP", "transport and status",
                "AUTH", "authentication",
                "CREATE", "create a customer",
                "UPDATE", "update a customer",
                "CARD", "attach cards");
    }

    @Override
    public List<Operation> operations() {
        List<Integer> statuses = List.of(200, 400, 403);
        return List.of(
                new Operation("create", statuses, false),
                new Operation("update", statuses, false),
                new Operation("attach-card", statuses, false));
    }

    @Override
    public Set<String> productionHosts() {
        return Set.of("evc-net.com", "*.evc-net.com");
    }

    @Override
    public Set<String> acceptanceHosts() {
        return Set.of("evc-a.evc-net.com");
    }

    @Override
    public List<String> keys() {
        return EvcNetSection.KEYS;
    }

    @Override
    public EvcNetTarget read(Section section, TargetKind kind) {
        return new EvcNetSection(section, kind).read();
    }

    @Override
    public List<Class<?>> scenarioComponents() {
        return List.of(TargetedRequests.class);
    }

    @Override
    public List<Invariant> invariants() {
        return CustomerChecks.standing();
    }
}
