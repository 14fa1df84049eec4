package io.chargeproof.sandbox.freedom;

import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.provider.VariationSheet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All freedoms: the list is data, a file for each API in {@code sandbox/freedoms/}; behaviours are here. */
public final class Freedoms {
    private static final List<Freedom> LIST = Stream.of("evc-net", "oioi")
            .flatMap(api -> VariationSheet.read("/sandbox/freedoms/" + api + ".yaml").stream())
            .map(row -> new Freedom(row.id(), row.requirement(), row.sentence()))
            .toList();
    private static final Map<String, Variation> BEHAVIOURS = merged();

    private Freedoms() {}

    /** Every freedom, in the order of the list. */
    public static List<Freedom> all() {
        return LIST;
    }

    /** How the sandbox behaves with a freedom; nothing where there is none of that id. */
    public static Optional<Variation> behaviour(String id) {
        return Optional.ofNullable(BEHAVIOURS.get(id));
    }

    /** How the sandbox behaves with each freedom, by id. */
    public static Map<String, Variation> behaviours() {
        return BEHAVIOURS;
    }

    private static Map<String, Variation> merged() {
        Map<String, Variation> all = new HashMap<>();
        all.putAll(CustomerFreedoms.BEHAVIOURS);
        all.putAll(UserFreedoms.BEHAVIOURS);
        all.putAll(UserWireFreedoms.BEHAVIOURS);
        all.putAll(UserResultFreedoms.BEHAVIOURS);
        all.putAll(UserDetailsFreedoms.BEHAVIOURS);
        all.putAll(UserStrictnessFreedoms.BEHAVIOURS);
        return Map.copyOf(all);
    }
}
