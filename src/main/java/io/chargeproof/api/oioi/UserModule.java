package io.chargeproof.api.oioi;

import io.chargeproof.api.ApiModule;
import io.chargeproof.check.Invariant;
import io.chargeproof.profile.Section;
import io.chargeproof.profile.TargetKind;
import io.chargeproof.requirement.Api;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** OIOI's user calls. */
public final class UserModule implements ApiModule {
    /** The API itself. */
    public static final Api API = new Api("oioi", "OIOI", "OIOI");

    @Override
    public Api api() {
        return API;
    }

    @Override
    public String title() {
        return "OIOI user details";
    }

    @Override
    public Map<String, String> areas() {
        return Map.of(
                "HTTP", "transport and status",
                "RESULT", "results",
                "KEY", "API key",
                "REQ", "form of requests",
                "AUTH", "authentication",
                "GET", "user-get-details",
                "POST", "user-post-details");
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                new Operation("user-get-details", List.of(0, 140, 144, 145), true),
                new Operation("user-post-details", List.of(0, 140, 144, 145, 230), false));
    }

    @Override
    public Optional<ResultCodes> resultCodes() {
        return Optional.of(new ResultCodes(List.of("result", "code"), Set.of(100, 200)));
    }

    @Override
    public Set<String> productionHosts() {
        return Set.of("api.plugsurfing.com");
    }

    @Override
    public Set<String> acceptanceHosts() {
        return Set.of("dev-api.plugsurfing.com");
    }

    @Override
    public List<String> keys() {
        return OioiSection.KEYS;
    }

    @Override
    public OioiTarget read(Section section, TargetKind kind) {
        return new OioiSection(section).read();
    }

    @Override
    public List<Class<?>> scenarioComponents() {
        return List.of(PostHistory.class, PostedDetails.class);
    }

    @Override
    public List<Invariant> invariants() {
        return UserChecks.standing();
    }
}
