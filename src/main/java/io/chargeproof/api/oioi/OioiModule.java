package io.chargeproof.api.oioi;

import io.chargeproof.api.ApiModule;
import io.chargeproof.api.ApiRun;
import io.chargeproof.api.CheckUp;
import io.chargeproof.api.Rehearsal;
import io.chargeproof.api.RunSetup;
import io.chargeproof.check.Invariant;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Transport;
import io.chargeproof.profile.ApiTarget;
import io.chargeproof.profile.Section;
import io.chargeproof.profile.TargetKind;
import io.chargeproof.requirement.Api;
import io.chargeproof.teststate.PendingRestore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** OIOI's user calls. */
public final class OioiModule implements ApiModule {
    /** The API itself. */
    public static final Api API = new Api("oioi", "OIOI", "OIOI");

    private static final Pattern MADE_UP_NUMBER = Pattern.compile("SSN[0-9]{6,7}");

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
                "POST", "user-post-details",
                "VERIFY", "user-verify");
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                new Operation("user-get-details", List.of(0, 140, 144, 145), true),
                new Operation("user-post-details", List.of(0, 140, 144, 145, 230), false),
                new Operation("user-verify", List.of(0, 140, 141, 144, 145), true));
    }

    @Override
    public Optional<ResultCodes> resultCodes() {
        return Optional.of(new ResultCodes(List.of("result", "code"), Set.of(100, 200, 210, 220, 230)));
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
        return List.of(PostHistory.class, PostedDetails.class, LogIns.class);
    }

    @Override
    public List<Invariant> invariants() {
        return UserInvariants.standing();
    }

    @Override
    public ApiRun open(ApiTarget target, RunSetup setup) {
        return new OioiRun((OioiTarget) target, setup);
    }

    @Override
    public Map<String, String> locks() {
        return Map.of("uses-primary", "primary-user", "uses-secondary", "secondary-user");
    }

    @Override
    public Set<String> decidedBySecrets() {
        return Set.of("OIOI-KEY-3", "OIOI-VERIFY-5");
    }

    /** The name of the key's field, which stands alone where a key is left out, and numbers that the run made up. */
    @Override
    public boolean isHarmless(String sent) {
        return sent.equals("key=")
                || sent.equals(LogIns.NOBODYS_PASSWORD)
                || MADE_UP_NUMBER.matcher(sent).matches();
    }

    @Override
    public boolean changesNothing(HttpRequest request, ApiTarget target) {
        return request.uri().equals(target.address()) && UserRequests.changesNothing(request);
    }

    @Override
    public void checkUp(ApiTarget target, CheckUp checkUp) {
        new UserCheckUp((OioiTarget) target, checkUp).execute();
    }

    @Override
    public List<String> estimate(Rehearsal rehearsal) {
        OioiTarget standIn = (OioiTarget) rehearsal.standIn();
        List<String> changed = Stream.of(Role.values())
                .filter(role -> {
                    TestUser user = Accounts.unshared(standIn).user(role);
                    return user != null
                            && rehearsal.succeeded("user-post-details").anyMatch(each -> isAbout(each, user));
                })
                .map(Role::label)
                .toList();
        return List.of("users changed and put back: " + (changed.isEmpty() ? "none" : String.join(", ", changed)));
    }

    private static boolean isAbout(Exchange exchange, TestUser user) {
        return Stream.of(IdentifierType.values())
                .flatMap(type -> type.of(user).stream())
                .anyMatch(identifier -> Rehearsal.bears(exchange, identifier));
    }

    @Override
    public List<String> putBack(ApiTarget target, PendingRestore left, Transport transport) {
        return OioiRun.putBack((OioiTarget) target, left, transport);
    }
}
