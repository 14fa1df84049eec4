package io.chargeproof.contract;

import au.com.dius.pact.core.model.ProviderState;
import io.chargeproof.api.evcnet.EvcNetTarget;
import io.chargeproof.api.oioi.OioiTarget;
import io.chargeproof.api.oioi.TestUser;
import io.chargeproof.profile.Profile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values of a profile that stand for states: those under {@code states}, the users, the cards, and the keys. */
final class ProfileStates implements StateSource {
    /** What stands for a key that is refused; no provider has given it to anybody. */
    static final String WRONG = "chargeproof-wrong-0000";

    private final Profile profile;
    private final Deque<String> cards = new ArrayDeque<>();

    ProfileStates(Profile profile) {
        this.profile = profile;
        EvcNetTarget evcNet = EvcNetTarget.of(profile);
        if (evcNet != null) {
            cards.addAll(evcNet.cards());
        }
    }

    @Override
    public Optional<StateValues> beforehand(List<ProviderState> states) {
        return Optional.of(setUp(states));
    }

    @Override
    public StateValues setUp(List<ProviderState> states) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (ProviderState state : states) {
            StateValues one = of(state);
            if (!(one instanceof StateValues.Given given)) {
                return one;
            }
            values.putAll(given.values());
        }
        return new StateValues.Given(values);
    }

    private StateValues of(ProviderState state) {
        String name = String.valueOf(state.getName());
        Map<String, Object> own = profile.states().get(name);
        if (own != null) {
            return new StateValues.Given(own);
        }
        return switch (name) {
            case "the API key is accepted" -> key(state.getParams().get("api"));
            case "the API key is refused" -> refusedKey();
            case "a customer exists" -> customer("customer-id", customers(EvcNetTarget::cardCustomer), "card-customer");
            case "no such customer exists" ->
                customer("unknown-customer-id", customers(EvcNetTarget::unknownCustomerId), "unknown-customer-id");
            case "cards exist" -> cards(state.getParams().get("count"));
            case "a user exists" -> user("sparse".equals(state.getParams().get("variant")));
            case "the user can't be authenticated" -> strangeUser();
            default -> nobody("the profile says nothing of the state '" + name + "'; write its values under states");
        };
    }

    /** What the profile says of the Customer API, if anything. */
    private @Nullable String customers(Function<EvcNetTarget, @Nullable String> value) {
        EvcNetTarget evcNet = EvcNetTarget.of(profile);
        return evcNet == null ? null : value.apply(evcNet);
    }

    private static StateValues nobody(String reason) {
        return new StateValues.Nobody(reason);
    }

    private StateValues key(@Nullable Object api) {
        EvcNetTarget evcNet = EvcNetTarget.of(profile);
        OioiTarget oioi = OioiTarget.of(profile);
        if ("oioi".equals(api)) {
            return oioi == null
                    ? nobody("the profile has no oioi")
                    : new StateValues.Given(Map.of("api-key", key(oioi)));
        }
        return evcNet == null
                ? nobody("the profile has no evc-net")
                : new StateValues.Given(Map.of("api-key", evcNet.token().value()));
    }

    /** The key, or nothing where the target takes none. */
    private static String key(OioiTarget oioi) {
        return oioi.apiKey() == null ? "" : oioi.apiKey().value();
    }

    private StateValues refusedKey() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("api-key", WRONG);
        OioiTarget oioi = OioiTarget.of(profile);
        if (oioi != null && oioi.apiKey() == null) {
            return new StateValues.Beside("the profile has no oioi.api-key, so that no key is ever refused");
        }
        TestUser primary = oioi == null ? null : oioi.primary();
        if (primary != null) {
            putUser(values, primary);
        }
        return new StateValues.Given(values);
    }

    private static StateValues customer(String value, @Nullable String id, String key) {
        return id == null
                ? nobody("the profile has no evc-net." + key + ", nor " + value + " under states")
                : new StateValues.Given(Map.of(value, id));
    }

    private StateValues cards(@Nullable Object count) {
        int wanted = count instanceof Number number ? number.intValue() : 1;
        if (cards.size() < wanted) {
            return nobody("the profile's evc-net.cards has too few cards left; add " + (wanted - cards.size()));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= wanted; i++) {
            values.put("card-" + i, cards.removeFirst());
        }
        return new StateValues.Given(values);
    }

    private StateValues user(boolean sparse) {
        OioiTarget oioi = OioiTarget.of(profile);
        TestUser user = oioi == null ? null : sparse ? oioi.sparse() : oioi.primary();
        if (oioi == null || user == null) {
            return nobody("the profile has no user oioi.users." + (sparse ? "sparse" : "primary"));
        }
        if (!user.hasToken()) {
            return nobody("the profile has no token of the user oioi.users." + (sparse ? "sparse" : "primary"));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        putUser(values, user);
        values.put("api-key", key(oioi));
        return new StateValues.Given(values);
    }

    private StateValues strangeUser() {
        StateValues known = user(false);
        if (!(known instanceof StateValues.Given given)) {
            return known;
        }
        Map<String, Object> values = new LinkedHashMap<>(given.values());
        values.put("token", WRONG);
        return new StateValues.Given(values);
    }

    private static void putUser(Map<String, Object> values, TestUser user) {
        values.put("username", user.username());
        values.put("token", user.token().value());
        if (user.evcoId() != null) {
            values.put("evco-id", user.evcoId());
        }
        if (user.rfid() != null) {
            values.put("rfid", user.rfid());
        }
    }
}
